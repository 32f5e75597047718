import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('EntryPerson', {
  description:
    'Một người mà nhật ký nêu: để lọc theo, hoặc để xoá phần mở · somebody of whom the log tells: to filter by, or to erase openings of',
})
export class EntryPersonType {
  @Field(() => ID, { description: 'Mã người · id' })
  id: string;

  @Field(() => String, { description: 'Họ tên · name' })
  name: string;

  @Field(() => String, { description: 'Chức danh · title' })
  title: string;

  @Field(() => String, { description: 'Mã cơ quan · code of the body' })
  organisationCode: string;

  @Field(() => String, { description: 'Tên cơ quan · the body, in Vietnamese' })
  organisationNameVi: string;

  @Field(() => String, { description: 'Tên cơ quan, tiếng Anh · the body, in English' })
  organisationNameEn: string;
}

@ObjectType('EntryPeople', { description: 'Những người khớp tên, nhiều nhất mười · the people of that name, at most ten' })
export class EntryPeopleType {
  @Field(() => [EntryPersonType], { description: 'Những người khớp · who fits' })
  people: EntryPersonType[];
}
