import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, InvalidInput, LogEntryRef, NotFound, StateConflict } from '#libs/identity';
import { DeniedType } from '#libs/regulation';
import { IsOptional, IsString, MaxLength } from 'class-validator';

@InputType('ErasureInput', {
  description:
    'Xoá phần mở của một người hoặc một hồ sơ, theo điều luật nào · whose openings go, a person’s or a case’s, and under which article',
})
export class ErasureInput {
  @Field(() => ID, { nullable: true, description: 'Mã người; hoặc điền số hồ sơ · id of the person; or give the case' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Số hồ sơ; hoặc điền mã người · the case number; or give the person' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  caseReference?: string | null;

  @Field(() => String, { description: 'Mã điều luật, ví dụ L91-14.1 · key of the article, e.g. L91-14.1' })
  @IsString()
  @MaxLength(60)
  basis: string;
}

@ObjectType('Erasure', { description: 'Một yêu cầu xoá đang chờ người thứ hai · an erasure that waits for its second hand' })
export class ErasureType {
  @Field(() => ID, { description: 'Mã · id' })
  id: string;
  @Field(() => String, { description: 'actor: một người, case: một hồ sơ · a person or a case' })
  part: string;
  @Field(() => ID, { nullable: true, description: 'Mã người; trống khi là hồ sơ · id of the person; empty for a case' })
  personId: string | null;
  @Field(() => String, { description: 'Mã điều luật · key of the article' })
  basis: string;
  @Field(() => DateTime, { description: 'Lúc mở · when it was opened' })
  openedAt: Date;
  @Field(() => ID, { description: 'Bản ghi của việc mở · the entry of its opening' })
  entryId: string;
  @Field(() => Boolean, { description: 'Chính bạn đã mở · you opened it' })
  isYours: boolean;
}

@ObjectType('ErasureList', { description: 'Các yêu cầu xoá đang chờ · erasures that wait' })
export class ErasureList {
  @Field(() => [ErasureType], { description: 'Cũ nhất trước · the oldest first' })
  erasures: ErasureType[];
}

@ObjectType('ErasureDone', { description: 'Việc đã ghi nhận · it was done' })
export class ErasureDone {
  @Field(() => ID, { description: 'Mã yêu cầu xoá · id of the erasure' })
  erasureId: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Số phần mở đã xoá; trống khi mới mở · openings that are gone; empty when it was only opened',
  })
  openings: number | null;
  @Field(() => LogEntryRef, { description: 'Bản ghi của việc này · the entry of this act' })
  entry: LogEntryRef;
}

export const ErasuresResult = createUnionType({
  name: 'ErasuresResult',
  description: 'Các yêu cầu xoá đang chờ, hoặc vì sao không được xem · erasures that wait, or why not',
  types: () => [ErasureList, DeniedType] as const,
});

export const ErasureResult = createUnionType({
  name: 'ErasureResult',
  description: 'Việc xoá, hoặc vì sao chưa được · what was done, or why not',
  types: () => [ErasureDone, DeniedType, NotFound, StateConflict, InvalidInput] as const,
});
