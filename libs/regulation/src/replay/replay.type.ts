import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, NotFound } from '#libs/identity';
import { DeniedType, EffectEnum, type EffectName } from '../decision.type.js';
import type { ReplayDifference } from './replay.js';

export const ReplayOutcomeEnum = {
  SAME: 'SAME',
  DIFFERENT: 'DIFFERENT',
  FACTS_ERASED: 'FACTS_ERASED',
  BUNDLE_MISSING: 'BUNDLE_MISSING',
  BUNDLE_UNUSABLE: 'BUNDLE_UNUSABLE',
} as const;
export type ReplayOutcomeName = keyof typeof ReplayOutcomeEnum;
registerEnumType(ReplayOutcomeEnum, {
  name: 'ReplayOutcome',
  description:
    'Kết quả tái lập: giống từng byte, khác, dữ kiện đã xóa, không còn bộ quy tắc, bộ quy tắc không chạy được · byte-equal, different, facts erased, bundle gone, bundle does not run',
});

export const ReplayDifferenceEnum: { readonly [K in ReplayDifference]: K } = {
  ANSWER: 'ANSWER',
  FACTS: 'FACTS',
  RECORD: 'RECORD',
  LOG: 'LOG',
};
registerEnumType(ReplayDifferenceEnum, {
  name: 'ReplayDifference',
  description:
    'Chỗ nào không khớp: câu trả lời, dữ kiện với mã băm bên cạnh, với quyết định, với nhật ký · what does not agree: the answer, or the facts with the digest beside them, in the decision, on the log',
});

@ObjectType('DecisionReplay', {
  description:
    'Một quyết định cũ được xét lại với quy tắc và dữ kiện của ngày ấy · a past decision, taken again with the rules and facts of its day',
})
export class DecisionReplayType {
  @Field(() => ID, { description: 'Mã quyết định · id of the decision' })
  decisionId: string;

  @Field(() => ReplayOutcomeEnum, { description: 'Kết quả · how it came out' })
  outcome: ReplayOutcomeName;

  @Field(() => [ReplayDifferenceEnum], { description: 'Những chỗ không khớp · what does not agree' })
  differs: ReplayDifference[];

  @Field(() => DateTime, { description: 'Quyết định lúc · decided at' })
  decidedAt: Date;

  @Field(() => DateTime, { description: 'Xét tại thời điểm · judged as of' })
  asOf: Date;

  @Field(() => String, { description: 'Hành động · the act' })
  action: string;

  @Field(() => EffectEnum, { description: 'Kết luận đã ghi · the conclusion on record' })
  recordedEffect: EffectName;

  @Field(() => EffectEnum, {
    nullable: true,
    description: 'Kết luận khi xét lại; trống khi không xét lại được · the conclusion now; empty when it could not be taken again',
  })
  replayedEffect: EffectName | null;

  @Field(() => String, { description: 'Phiên bản bộ quy tắc ngày ấy · revision of the rules of that day' })
  policyRevision: string;

  @Field(() => String, { description: 'SHA-256 của bộ quy tắc ngày ấy · SHA-256 of the bundle of that day' })
  policySha256: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Mã băm của câu trả lời đã ghi; trống khi không xét lại được · digest of the recorded answer; empty when it could not be taken again',
  })
  recordedAnswerDigest: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Mã băm của câu trả lời khi xét lại; trống khi không xét lại được · digest of the answer now; empty when it could not be taken again',
  })
  replayedAnswerDigest: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mã băm của dữ kiện đang lưu; trống khi đã xóa · digest of the facts as they lie there; empty when erased',
  })
  factsDigestNow: string | null;

  @Field(() => String, { description: 'Mã băm ghi bên cạnh dữ kiện · digest written beside the facts' })
  factsDigestInRow: string;

  @Field(() => String, { description: 'Mã băm trong quyết định · digest in the decision' })
  factsDigestInDecision: string;

  @Field(() => String, {
    nullable: true,
    description: 'Mã băm trên nhật ký; trống khi bản ghi chưa tra cứu được · digest on the log; empty while the entry is not searchable',
  })
  factsDigestOnLog: string | null;
}

@ObjectType('DecisionRecordLost', {
  description:
    'Nhật ký có quyết định này nhưng hồ sơ của nó không còn, và cũng không được xóa theo hạn · the log has this decision, its record is gone and was not erased',
})
export class DecisionRecordLostType {
  @Field(() => ID, { description: 'Mã quyết định · id of the decision' })
  decisionId: string;

  @Field(() => ID, { description: 'Mục nhật ký · its entry' })
  entryId: string;

  @Field(() => DateTime, { description: 'Ghi lúc · recorded at' })
  recordedAt: Date;

  @Field(() => String, { description: 'Việc đã ghi · what the entry is of' })
  type: string;

  @Field(() => String, { description: 'Kết quả đã ghi · the outcome on the log' })
  outcome: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 của bộ quy tắc; trống khi không ghi · SHA-256 of the bundle; empty when not recorded',
  })
  policySha256: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mã băm dữ kiện trên nhật ký; trống khi không ghi · digest of the facts on the log; empty when not recorded',
  })
  factsDigestOnLog: string | null;

  @Field(() => String, { description: 'Nội dung · text' })
  textVi: string;

  @Field(() => String, { description: 'Nội dung tiếng Anh · text' })
  textEn: string;
}

export const ReplayDecisionResult = createUnionType({
  name: 'ReplayDecisionResult',
  description: 'Kết quả tái lập, hoặc vì sao không có · the replay, or why there is none',
  types: () => [DecisionReplayType, DecisionRecordLostType, NotFound, DeniedType] as const,
});
