import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('EntryCount', {
  description: 'Số bản ghi của một ngày, một việc hay một kết quả · entries of one day, act or outcome',
})
export class EntryCountType {
  @Field(() => String, { description: 'Ngày 2026-11-24, việc hay kết quả · the day, act or outcome' })
  code: string;

  @Field(() => Int, { description: 'Số bản ghi · how many' })
  entries: number;
}

@ObjectType('EntryBodyCount', { description: 'Số bản ghi của một cơ quan · entries of one body' })
export class EntryBodyCountType {
  @Field(() => String, { description: 'Mã cơ quan · code of the body' })
  code: string;

  @Field(() => String, {
    nullable: true,
    description: 'Tên cơ quan; trống khi không còn cơ quan mang mã ấy · its name; empty when no body bears the code any more',
  })
  nameVi: string | null;

  @Field(() => String, { nullable: true, description: 'Tên tiếng Anh; trống như trên · in English; empty likewise' })
  nameEn: string | null;

  @Field(() => Int, { description: 'Số bản ghi · how many' })
  entries: number;
}

@ObjectType('EntryCounts', {
  description:
    'Số đếm việc của các cơ quan trong phạm vi, theo ngày trọn vẹn giờ Hà Nội; lấy từ bộ đếm đã đối chiếu với kê khai hằng ngày · acts of the bodies in scope, counted by whole Hà Nội days from counters that are held against the daily manifest',
})
export class EntryCountsType {
  @Field(() => String, { description: 'Ngày đầu được đếm · first day counted' })
  fromDay: string;

  @Field(() => String, { description: 'Ngày cuối được đếm · last day counted' })
  toDay: string;

  @Field(() => [EntryCountType], { description: 'Các ngày có bản ghi · days that have entries' })
  days: EntryCountType[];

  @Field(() => [EntryCountType], { description: 'Theo việc, nhiều nhất trước · by act, the most first' })
  types: EntryCountType[];

  @Field(() => [EntryCountType], { description: 'Theo kết quả · by outcome' })
  outcomes: EntryCountType[];

  @Field(() => [EntryBodyCountType], { description: 'Theo cơ quan · by body' })
  organisations: EntryBodyCountType[];
}
