import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, NotFound } from '#libs/identity';
import { DeniedType, EffectEnum, ObligationType, type EffectName } from '../decision.type.js';
import { factSources, type FactSource } from './explanation.js';
import { valueKinds, type ValueKind } from './fact-edits.js';

const asEnum = <T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };

export const FactSourceEnum = asEnum(factSources);
registerEnumType(FactSourceEnum, {
  name: 'FactSource',
  description:
    'Dữ kiện đến từ đâu: do bạn nêu, do hệ thống biết, hoặc bạn không được xem · where a fact came from, or that it is hidden from you',
});

export const ValueKindEnum = asEnum(valueKinds);
registerEnumType(ValueKindEnum, {
  name: 'FactValueKind',
  description:
    'Dữ kiện khác đi thế nào: có, không, một mã khác, được nêu, giống dữ kiện khác, sớm hơn, muộn hơn, nhiều hơn, ít hơn, không có · how the fact would be different',
});

@ObjectType('ExplainedRule', { description: 'Một quy tắc đã lên tiếng, bằng lời dễ hiểu · a rule that spoke, in plain words' })
export class ExplainedRuleType {
  @Field(() => ID, { description: 'Mã quy tắc · id of the rule' })
  rule: string;

  @Field(() => String, { description: 'Một câu, tiếng Việt · one sentence, in Vietnamese' })
  sentenceVi: string;

  @Field(() => String, { description: 'Một câu, tiếng Anh · one sentence, in English' })
  sentenceEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Việc có thể làm tiếp; trống khi không có · what can be done next; empty when nothing',
  })
  nextVi: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Việc có thể làm tiếp, tiếng Anh; trống khi không có · the same in English; empty when nothing',
  })
  nextEn: string | null;

  @Field(() => [String], { description: 'Điều khoản, viết đầy đủ · articles, written out' })
  articles: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Dữ kiện được nói đến; trống khi không riêng dữ kiện nào · the fact it is about; empty when it is about none',
  })
  at: string | null;
}

@ObjectType('UsedFact', { description: 'Một dữ kiện mà các quy tắc đã xét · a fact that the rules looked at' })
export class UsedFactType {
  @Field(() => String, { description: 'Tên dữ kiện, ví dụ request.purposeCode · name of the fact' })
  path: string;

  @Field(() => FactSourceEnum, { description: 'Đến từ đâu · where it came from' })
  source: FactSource;

  @Field(() => String, {
    nullable: true,
    description:
      'Giá trị do chính bạn nêu, dạng JSON chuẩn; trống khi không phải của bạn hoặc chưa nêu · your own value; empty when it is not yours or was not stated',
  })
  value: string | null;

  @Field(() => String, { description: 'Bằng tiếng Việt · in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Bằng tiếng Anh · in English' })
  textEn: string;
}

@ObjectType('DecisionEvidence', { description: 'Giấy tờ mà một sự cho phép dựa vào · the papers that a permission rests on' })
export class DecisionEvidenceType {
  @Field(() => ID, { description: 'Mã quy tắc · id of the rule' })
  rule: string;

  @Field(() => String, { description: 'Khóa của câu giải thích · key of the sentence' })
  message: string;

  @Field(() => String, { description: 'Giấy tờ, dạng JSON chuẩn · papers, as canonical JSON' })
  papers: string;
}

@ObjectType('NearMiss', {
  description:
    'Một dữ kiện mà nếu khác đi, chỉ riêng nó, thì kết luận sẽ mở hơn · one fact that, were it otherwise and nothing else, would open the conclusion further',
})
export class NearMissType {
  @Field(() => String, { description: 'Tên dữ kiện · name of the fact' })
  path: string;

  @Field(() => ValueKindEnum, { description: 'Khác đi thế nào · how it would be different' })
  kind: ValueKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Mã trong bảng của bộ quy tắc, hoặc tên dữ kiện phải giống; trống với loại khác · a code of the rules’ own tables or the fact it must equal; empty for other kinds',
  })
  value: string | null;

  @Field(() => EffectEnum, { description: 'Kết luận khi đó · the conclusion then' })
  effect: EffectName;
}

@ObjectType('DecisionExplanation', { description: 'Giải thích một quyết định · a decision, explained' })
export class DecisionExplanationType {
  @Field(() => ID, { description: 'Mã quyết định · id of the decision' })
  decisionId: string;

  @Field(() => String, { description: 'Hành động · the act' })
  action: string;

  @Field(() => EffectEnum, { description: 'Kết luận · the conclusion' })
  effect: EffectName;

  @Field(() => DateTime, { description: 'Xét tại thời điểm · judged as of' })
  asOf: Date;

  @Field(() => String, { description: 'Phiên bản bộ quy tắc · revision of the rules' })
  policyRevision: string;

  @Field(() => String, { description: 'SHA-256 của bộ quy tắc · SHA-256 of the bundle' })
  policySha256: string;

  @Field(() => String, { description: 'Vì sao, một câu tiếng Việt · why, one sentence in Vietnamese' })
  sentenceVi: string;

  @Field(() => String, { description: 'Vì sao, một câu tiếng Anh · why, one sentence in English' })
  sentenceEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Việc có thể làm tiếp; trống khi không có · what can be done next; empty when nothing',
  })
  nextVi: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Việc có thể làm tiếp, tiếng Anh; trống khi không có · the same in English; empty when nothing',
  })
  nextEn: string | null;

  @Field(() => [ExplainedRuleType], {
    description: 'Các quy tắc đã lên tiếng, quan trọng nhất trước · the rules that spoke, the weightiest first',
  })
  rules: ExplainedRuleType[];

  @Field(() => [UsedFactType], { description: 'Các dữ kiện mà những quy tắc ấy đã xét · the facts that these rules looked at' })
  facts: UsedFactType[];

  @Field(() => [ObligationType], { description: 'Nghĩa vụ kèm theo · duties' })
  obligations: ObligationType[];

  @Field(() => Boolean, { description: 'Dữ kiện đã bị xóa theo thời hạn lưu · the facts have been erased' })
  factsErased: boolean;

  @Field(() => [DecisionEvidenceType], {
    nullable: true,
    description:
      'Giấy tờ làm căn cứ; chỉ người duyệt và thanh tra được xem, trống với người khác · papers; for approvers and inspectors, empty for others',
  })
  evidence: DecisionEvidenceType[] | null;

  @Field(() => [NearMissType], {
    nullable: true,
    description:
      'Dữ kiện nào khác đi thì kết luận sẽ mở hơn; chỉ người duyệt và thanh tra được xem, trống với người khác hoặc khi dữ kiện đã xóa · which single fact would flip it; for approvers and inspectors, empty for others and when the facts are erased',
  })
  nearMisses: NearMissType[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Khi quyết định, người yêu cầu đã xin camera ấy bao nhiêu lần trong 30 ngày, kể cả lần này; trống khi không đếm hoặc không thuộc quyền xem của bạn · how often the requester had asked for that camera in 30 days when this was decided, this time included; empty when nobody counted or it is not yours to see',
  })
  sameTargetCount30d: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Khi quyết định, người duyệt và người yêu cầu đã phê duyệt cho nhau bao nhiêu lần trong 30 ngày; trống khi không đếm hoặc không thuộc quyền xem của bạn · how often approver and requester had approved each other in 30 days when this was decided; empty when nobody counted or it is not yours to see',
  })
  pairApprovals30d: number | null;
}

export const ExplainDecisionResult = createUnionType({
  name: 'ExplainDecisionResult',
  description: 'Lời giải thích, hoặc vì sao không có · the explanation, or why there is none',
  types: () => [DecisionExplanationType, NotFound, DeniedType] as const,
});
