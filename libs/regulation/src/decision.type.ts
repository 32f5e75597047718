import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, Problem } from '#libs/identity';

/** Effects as the API writes them. */
export const EffectEnum = { ALLOW: 'ALLOW', DENY: 'DENY', NEEDS_APPROVAL: 'NEEDS_APPROVAL', CANNOT_DECIDE: 'CANNOT_DECIDE' } as const;
export type EffectName = keyof typeof EffectEnum;
registerEnumType(EffectEnum, {
  name: 'Effect',
  description: 'Kết luận của quy định: cho phép, từ chối, cần thêm phê duyệt, chưa thể quyết định · what the regulation concludes',
});

@ObjectType('Reason', { description: 'Một quy định đã được áp dụng, và nói gì · a rule that spoke, and what it said' })
export class ReasonType {
  @Field(() => String, { description: 'Mã quy tắc, ví dụ PD-04 · id of the rule' })
  rule: string;

  @Field(() => [String], { description: 'Điều khoản, viết đầy đủ · articles, written out' })
  articles: string[];

  @Field(() => String, { description: 'Khóa của câu giải thích, cho chương trình · key of the sentence, for programs' })
  message: string;

  @Field(() => String, { description: 'Giải thích bằng tiếng Việt · in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Giải thích bằng tiếng Anh · in English' })
  textEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Dữ kiện được nói đến; trống khi không riêng dữ kiện nào · the fact it is about; empty when it is about none',
  })
  at: string | null;
}

@ObjectType('Obligation', { description: 'Nghĩa vụ đi kèm một quyền · a duty that comes with a permission' })
export class ObligationType {
  @Field(() => String, { description: 'Mã nghĩa vụ · code' })
  code: string;

  @Field(() => String, { description: 'before: trước, stream: trong khi xem, after: sau · when it is kept' })
  mode: string;

  @Field(() => String, { description: 'Tham số, dạng JSON chuẩn · parameters as canonical JSON' })
  params: string;

  @Field(() => String, { description: 'Tên bằng tiếng Việt · in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Tên bằng tiếng Anh · in English' })
  textEn: string;
}

@ObjectType('Denied', {
  implements: () => [Problem],
  description:
    'Bị quy định từ chối, có lý do; việc từ chối đã được ghi nhật ký · refused by the regulation, with reasons; the refusal is on the log',
})
export class DeniedType extends Problem {
  @Field(() => EffectEnum, { description: 'Kết luận · what was concluded' })
  effect: EffectName;

  @Field(() => [ReasonType], { description: 'Vì sao, điều quan trọng nhất trước · why, the weightiest first' })
  reasons: ReasonType[];

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

  @Field(() => ID, { description: 'Mã quyết định · id of the decision' })
  decisionId: string;

  @Field(() => ID, { description: 'Bản ghi nhật ký của việc từ chối · the log entry of the refusal' })
  entryId: string;

  @Field(() => DateTime, { description: 'Xét tại thời điểm · judged as of' })
  asOf: Date;

  @Field(() => String, { description: 'Phiên bản bộ quy tắc · revision of the rules' })
  policyRevision: string;
}

@ObjectType('PolicyDecision', { description: 'Một quyết định của bộ quy tắc, với lý do · a decision of the rules, with its reasons' })
export class PolicyDecisionType {
  @Field(() => ID, { description: 'Mã quyết định · id' })
  id: string;

  @Field(() => EffectEnum, { description: 'Kết luận · what was concluded' })
  effect: EffectName;

  @Field(() => [ReasonType], { description: 'Điều cho phép · what permits' })
  reasons: ReasonType[];

  @Field(() => [ReasonType], { description: 'Điều ngăn lại hoặc còn thiếu · what stands against it or is still missing' })
  denies: ReasonType[];

  @Field(() => [ObligationType], { description: 'Nghĩa vụ kèm theo · duties' })
  obligations: ObligationType[];

  @Field(() => String, { description: 'Phiên bản bộ quy tắc · revision of the rules' })
  policyRevision: string;

  @Field(() => String, { description: 'SHA-256 của bộ quy tắc · SHA-256 of the bundle' })
  policySha256: string;

  @Field(() => DateTime, { description: 'Xét tại thời điểm · judged as of' })
  asOf: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Có thể khác đi sau thời điểm này; trống nếu không biết · may differ after this; empty when not known',
  })
  validUntil: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Việc có thể làm tiếp; trống khi không cần · what can be done next; empty when nothing',
  })
  nextVi: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Việc có thể làm tiếp, tiếng Anh; trống khi không cần · the same in English; empty when nothing',
  })
  nextEn: string | null;
}
