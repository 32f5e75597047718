import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Obligation', { description: 'Nghĩa vụ đi kèm khi được phép · a duty that comes with a permission' })
export class ObligationType {
  @Field(() => String, { description: 'Mã nghĩa vụ · code of the duty' })
  code: string;

  @Field(() => String, { description: 'Thực hiện trước, trong khi xem, hay sau: before, stream, after · when it is enforced' })
  mode: string;

  @Field(() => String, { description: 'Thông số, dạng JSON · parameters as canonical JSON' })
  params: string;

  @Field(() => String, { description: 'Tên bằng tiếng Việt · name in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Tên bằng tiếng Anh · name in English' })
  textEn: string;
}
