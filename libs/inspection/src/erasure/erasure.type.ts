import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, InvalidInput, LogEntryRef, NotFound, StateConflict } from '#libs/identity';
import { DeniedType } from '#libs/regulation';
import { EntryPeopleType } from '../entry-people.type.js';
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

@ObjectType('ErasureHand', { description: 'Một trong hai người của một lần xoá · one of the two hands of an erasure' })
export class ErasureHandType {
  @Field(() => String, {
    nullable: true,
    description: 'Tên cơ quan; trống ở hồ sơ cũ chưa ghi cơ quan · the body; empty in older records, which do not say',
  })
  organisationNameVi: string | null;
  @Field(() => String, { nullable: true, description: 'Tên cơ quan, tiếng Anh · the body, in English' })
  organisationNameEn: string | null;
  @Field(() => DateTime, { description: 'Lúc làm · when' })
  at: Date;
  @Field(() => ID, { description: 'Bản ghi của việc ấy · its entry' })
  entryId: string;
  @Field(() => Boolean, { description: 'Chính bạn · it was you' })
  isYou: boolean;
  @Field(() => Boolean, { description: 'Người của cơ quan bạn · somebody of your body' })
  isYourBody: boolean;
}

@ObjectType('ErasureBasis', { description: 'Một điều luật làm căn cứ xoá · an article under which is erased' })
export class ErasureBasisType {
  @Field(() => ID, { description: 'Mã điều luật · key of the article' })
  key: string;
  @Field(() => String, { description: 'Ví dụ “Điều 14 khoản 1, Luật 91/2025/QH15” · as it is cited' })
  citation: string;
  @Field(() => String, { description: 'Nội dung · what it is about' })
  titleVi: string;
  @Field(() => String, { description: 'Nội dung, tiếng Anh · what it is about, in English' })
  titleEn: string;
}

@ObjectType('Erasure', { description: 'Một yêu cầu xoá phần mở: đang chờ người thứ hai, hoặc đã xoá · an erasure, waiting or done' })
export class ErasureType {
  @Field(() => ID, { description: 'Mã · id' })
  id: string;
  @Field(() => String, { description: 'actor: một người, case: một hồ sơ · a person or a case' })
  part: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Mã người; trống khi là hồ sơ, và khi đã xoá · id of the person; empty for a case, and once it is done',
  })
  personId: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Họ tên và chức danh theo danh bạ, để người thứ hai biết mình xoá của ai; trống với người không được xoá, và khi đã xoá · name and title by the directory, for those who may erase; empty for everybody else, and once it is done',
  })
  personName: string | null;
  @Field(() => ErasureBasisType, { description: 'Theo điều luật nào · under which article' })
  basis: ErasureBasisType;
  @Field(() => ErasureHandType, { description: 'Người đề nghị · whoever opened it' })
  opened: ErasureHandType;
  @Field(() => ErasureHandType, { nullable: true, description: 'Người xoá; trống khi còn chờ · whoever erased; empty while it waits' })
  closed: ErasureHandType | null;
  @Field(() => Int, { description: 'Số phần mở sẽ mất, hoặc đã mất · openings that will go, or went' })
  openings: number;
  @Field(() => Int, { nullable: true, description: 'Ở bao nhiêu bản ghi; trống khi đã xoá · in how many entries; empty once it is done' })
  entries: number | null;
  @Field(() => DateTime, { nullable: true, description: 'Bản ghi đầu; trống khi không còn · the first of them; empty when there is none' })
  firstAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Bản ghi cuối · the last of them' })
  lastAt: Date | null;
}

@ObjectType('ErasureList', { description: 'Các lần xoá phần mở của nhật ký · erasures of openings of the log' })
export class ErasureList {
  @Field(() => [ErasureType], { description: 'Đang chờ người thứ hai, cũ nhất trước · those that wait, the oldest first' })
  erasures: ErasureType[];
  @Field(() => [ErasureType], { description: 'Hai mươi lần xoá gần nhất · the last twenty that were done' })
  done: ErasureType[];
  @Field(() => [ErasureBasisType], {
    description: 'Các điều luật đang có hiệu lực, cho người được xoá; trống với người khác · articles in force, for those who may erase',
  })
  bases: ErasureBasisType[];
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
  description: 'Các lần xoá, hoặc vì sao không được xem · erasures, or why not',
  types: () => [ErasureList, DeniedType] as const,
});

export const ErasureResult = createUnionType({
  name: 'ErasureResult',
  description: 'Việc xoá, hoặc vì sao chưa được · what was done, or why not',
  types: () => [ErasureDone, DeniedType, NotFound, StateConflict, InvalidInput] as const,
});

export const ErasureSubjectsResult = createUnionType({
  name: 'ErasureSubjectsResult',
  description:
    'Những người khớp tên mà nhật ký còn giữ phần mở, hoặc vì sao không được hỏi · people of that name whose openings the log holds, or why not',
  types: () => [EntryPeopleType, DeniedType, InvalidInput] as const,
});
