import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('EntryCount', {
  description: 'Số bản ghi của một ngày, một việc, một kết quả hay một cơ quan · entries of one day, act, outcome or body',
})
export class EntryCountType {
  @Field(() => String, { description: 'Ngày 2026-11-24, việc, kết quả hay mã cơ quan · the day, act, outcome or code of the body' })
  code: string;

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

  @Field(() => [EntryCountType], { description: 'Theo cơ quan · by body' })
  organisations: EntryCountType[];
}
