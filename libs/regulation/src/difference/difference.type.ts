import { ArgsType, createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NotFound } from '#libs/identity';
import { Matches } from 'class-validator';
import { DeniedType } from '../decision.type.js';
import { TrialStopped } from '../trial/trial.type.js';
import type { ChangeKind } from './difference.js';

export const ChangeKindEnum: { readonly [K in ChangeKind]: K } = {
  RULE: 'RULE',
  ARTICLE: 'ARTICLE',
  ROW: 'ROW',
  COMPILED: 'COMPILED',
  QUESTION: 'QUESTION',
};
registerEnumType(ChangeKindEnum, {
  name: 'PolicyChangeKind',
  description:
    'Khác ở đâu: quy tắc, điều luật, dòng của một bảng khác, phần biên dịch, câu hỏi mẫu được trả lời khác · where they differ: a rule, an article, a row of another table, the compiled part, a golden question answered otherwise',
});

@ObjectType('PolicyChange', { description: 'Một chỗ khác nhau giữa hai bộ quy tắc · one thing that two sets of rules do not have alike' })
export class PolicyChangeType {
  @Field(() => ChangeKindEnum, { description: 'Khác ở đâu · where' })
  kind: ChangeKind;

  @Field(() => String, { description: 'Cái gì, theo mã, ví dụ rules.PD-04 · what, by its code' })
  subject: string;

  @Field(() => String, {
    nullable: true,
    description: 'Tên gọi tiếng Việt; trống khi bảng không đặt tên · its name; empty when it has none',
  })
  titleVi: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Tên gọi tiếng Anh; trống khi không có · its name in English; empty when it has none',
  })
  titleEn: string | null;

  @Field(() => String, { description: 'Phần nào của nó; rỗng là toàn bộ · which part of it; empty is all of it' })
  part: string;

  @Field(() => String, { nullable: true, description: 'Trước đây; trống khi chưa có · what it was; empty when it was not there' })
  was: string | null;

  @Field(() => String, { nullable: true, description: 'Bây giờ; trống khi đã bỏ · what it is; empty when it is gone' })
  is: string | null;
}

@ObjectType('PolicyDifference', { description: 'Hai bộ quy tắc khác nhau những gì · what two sets of rules have otherwise' })
export class PolicyDifferenceType {
  @Field(() => String, { description: 'Phiên bản trước · the earlier revision' })
  from: string;

  @Field(() => String, { description: 'Phiên bản sau · the later revision' })
  to: string;

  @Field(() => Int, { description: 'Số chỗ khác nhau · how many differences' })
  total: number;

  @Field(() => [PolicyChangeType], { description: 'Các chỗ khác nhau, nhiều nhất 500 · the differences, five hundred at most' })
  changes: PolicyChangeType[];
}

export const PolicyDifferenceResult = createUnionType({
  name: 'PolicyDifferenceResult',
  description: 'Khác biệt, hoặc vì sao không so được · the difference, or why nothing could be compared',
  types: () => [PolicyDifferenceType, NotFound, TrialStopped, DeniedType] as const,
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
});

@ArgsType()
export class PolicyDifferenceArgs {
  @Field(() => ID, { description: 'SHA-256 của bộ trước · SHA-256 of the earlier rules' })
  @Matches(/^[0-9a-f]{64}$/)
  fromSha256: string;

  @Field(() => ID, { description: 'SHA-256 của bộ sau · SHA-256 of the later rules' })
  @Matches(/^[0-9a-f]{64}$/)
  toSha256: string;
}
