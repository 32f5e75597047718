import { ArgsType, createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { DateTime, LogEntryRef, NotFound, StateConflict } from '#libs/identity';
import { DeniedType, EffectEnum, type EffectName } from '../decision.type.js';
import { TrialStopped } from '../trial/trial.type.js';

const sha256 = /^[0-9a-f]{64}$/;

@InputType('AssessPolicyInput', {
  description: 'Đánh giá bộ quy tắc nào, trên bao nhiêu quyết định · which bundle, over how many decisions',
})
export class AssessPolicyInput {
  @Field(() => ID, { description: 'SHA-256 của bộ quy tắc được đề nghị · SHA-256 of the proposed bundle' })
  @Matches(sha256)
  bundleSha256: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Số quyết định gần nhất, từ 1 đến 100000; bỏ trống là 10000 · how many of the last decisions, 1 to 100000; leave out for 10000',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  lastDecisions?: number | null;
}

@ArgsType()
export class PolicyImpactsArgs {
  @Field(() => ID, { description: 'SHA-256 của bộ quy tắc · SHA-256 of the bundle' })
  @Matches(sha256)
  bundleSha256: string;
}

@InputType('NotePolicyInput', { description: 'Ý kiến của thanh tra về một bộ quy tắc · an inspector’s opinion of a bundle' })
export class NotePolicyInput {
  @Field(() => ID, { description: 'SHA-256 của bộ quy tắc · SHA-256 of the bundle' })
  @Matches(sha256)
  bundleSha256: string;

  @Field(() => String, {
    description:
      'Ý kiến, từ 10 đến 2000 ký tự; không sửa được sau khi gửi · the opinion, 10 to 2000 characters; it cannot be changed later',
  })
  @IsString()
  @MinLength(10)
  @MaxLength(2_000)
  note: string;
}

@ObjectType('ImpactCount', { description: 'Số quyết định sẽ khác đi · how many decisions would change' })
export class ImpactCountType {
  @Field(() => String, {
    description:
      'Mã quy tắc, cơ quan, mục đích hoặc hành động; trống khi câu hỏi không nêu · rule, body, purpose or act; empty where the question named none',
  })
  key: string;

  @Field(() => Int, { description: 'Số khác đi · changed' })
  changed: number;

  @Field(() => Int, {
    description: 'Trong đó mở rộng hơn: cho phép thêm, bớt phê duyệt hoặc bớt nghĩa vụ · of them wider: opens more, needs or owes less',
  })
  wider: number;

  @Field(() => Int, { description: 'Trong đó thu hẹp hơn · of them narrower' })
  narrower: number;

  @Field(() => [ID], { description: 'Vài quyết định làm ví dụ, không nêu dữ kiện · a few decisions to look at, without their facts' })
  sampleIds: string[];
}

@ObjectType('ImpactTransition', { description: 'Kết luận chuyển từ đâu sang đâu · from which conclusion to which' })
export class ImpactTransitionType {
  @Field(() => EffectEnum, { description: 'Theo bộ đang thi hành · under the bundle in force' })
  from: EffectName;

  @Field(() => EffectEnum, { description: 'Theo bộ được đề nghị · under the candidate' })
  to: EffectName;

  @Field(() => ImpactCountType, { description: 'Bao nhiêu · how many' })
  count: ImpactCountType;
}

@ObjectType('PolicyNote', { description: 'Ý kiến của thanh tra · an inspector’s note' })
export class PolicyNoteType {
  @Field(() => String, { description: 'Thanh tra viên · the inspector' })
  inspectorName: string;

  @Field(() => String, { description: 'Ý kiến · the note' })
  note: string;

  @Field(() => DateTime, { description: 'Lúc ghi · written at' })
  at: Date;

  @Field(() => ID, { description: 'Bản ghi nhật ký · the log entry' })
  entryId: string;
}

@ObjectType('PolicyImpact', {
  description:
    'Bộ được đề nghị sẽ trả lời khác bộ đang thi hành ra sao trên các quyết định đã qua; người ký ký lên mã băm này · how a candidate would have answered past decisions otherwise; its hash is what signers sign',
})
export class PolicyImpactType {
  @Field(() => ID, { description: 'SHA-256 của báo cáo: điều mà người ký ký · SHA-256 of the report: what signers sign' })
  reportSha256: string;

  @Field(() => String, { description: 'SHA-256 của bộ được đề nghị · SHA-256 of the candidate' })
  bundleSha256: string;

  @Field(() => String, { description: 'Phiên bản được đề nghị · revision of the candidate' })
  revision: string;

  @Field(() => String, { description: 'SHA-256 của bộ dùng để so sánh · SHA-256 of the bundle it was compared with' })
  againstSha256: string;

  @Field(() => String, { description: 'Phiên bản dùng để so sánh · revision it was compared with' })
  againstRevision: string;

  @Field(() => DateTime, { description: 'Lập lúc · made at' })
  madeAt: Date;

  @Field(() => Int, { description: 'Số quyết định đã đọc · decisions read' })
  asked: number;

  @Field(() => Int, { description: 'Số quyết định xét lại được · decisions replayed' })
  replayed: number;

  @Field(() => Int, { description: 'Số quyết định đã xóa dữ kiện nên không xét lại được · decisions whose facts are erased' })
  erased: number;

  @Field(() => DateTime, { nullable: true, description: 'Quyết định cũ nhất; trống khi không có · the oldest; empty when there was none' })
  decidedFrom: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Quyết định mới nhất; trống khi không có · the youngest; empty when there was none',
  })
  decidedTo: Date | null;

  @Field(() => Int, {
    description:
      'Số quyết định mà bộ đang thi hành đã trả lời khác ngày ấy · those that the bundle in force already answers otherwise than that day',
  })
  recordedOtherwise: number;

  @Field(() => Int, { description: 'Số quyết định sẽ khác đi · decisions that would change' })
  changed: number;

  @Field(() => Int, { description: 'Số mở rộng hơn · wider' })
  wider: number;

  @Field(() => Int, { description: 'Số thu hẹp hơn · narrower' })
  narrower: number;

  @Field(() => Float, { description: 'Tỷ lệ mở rộng trên số xét lại, 0 đến 1 · share of wider ones, 0 to 1' })
  widenedShare: number;

  @Field(() => Boolean, {
    description:
      'Vượt ngưỡng nên cần ý kiến thanh tra trước khi thi hành · over the threshold: an inspector’s note is needed before it comes into force',
  })
  needsNote: boolean;

  @Field(() => Int, { description: 'Số quyết định chuyển thành cho phép · decisions that turn into a permission' })
  opened: number;

  @Field(() => [ID], { description: 'Mã của chúng, nhiều nhất 1000 · their ids, at most 1000' })
  openedIds: string[];

  @Field(() => [ImpactTransitionType], { description: 'Theo sự chuyển đổi kết luận · by change of conclusion' })
  transitions: ImpactTransitionType[];

  @Field(() => [ImpactCountType], { description: 'Theo quy tắc bắt đầu hoặc thôi lên tiếng · by rule that speaks anew or no more' })
  rules: ImpactCountType[];

  @Field(() => [ImpactCountType], { description: 'Theo cơ quan (mã) · by body (id)' })
  organisations: ImpactCountType[];

  @Field(() => [ImpactCountType], { description: 'Theo mục đích · by purpose' })
  purposes: ImpactCountType[];

  @Field(() => [ImpactCountType], { description: 'Theo hành động · by act' })
  actions: ImpactCountType[];

  @Field(() => [PolicyNoteType], { description: 'Ý kiến thanh tra về bộ này · inspectors’ notes on this bundle' })
  notes: PolicyNoteType[];

  @Field(() => String, {
    description:
      'Báo cáo nguyên văn, dạng JSON chuẩn: SHA-256 của nó là reportSha256 · the report itself as canonical JSON, whose SHA-256 is reportSha256',
  })
  report: string;
}

@ObjectType('PolicyAssessed', { description: 'Đã đánh giá · assessed' })
export class PolicyAssessed {
  @Field(() => PolicyImpactType, { description: 'Tác động · the impact' })
  impact: PolicyImpactType;

  @Field(() => Float, { description: 'Số quyết định xét lại mỗi giây · decisions replayed a second' })
  decisionsPerSecond: number;

  @Field(() => LogEntryRef, { description: 'Bản ghi nhật ký của báo cáo · the log entry of the report' })
  entry: LogEntryRef;
}

@ObjectType('PolicyNoted', { description: 'Đã ghi ý kiến · noted' })
export class PolicyNoted {
  @Field(() => PolicyNoteType, { description: 'Ý kiến · the note' })
  note: PolicyNoteType;

  @Field(() => LogEntryRef, { description: 'Bản ghi nhật ký · the log entry' })
  entry: LogEntryRef;
}

export const AssessPolicyResult = createUnionType({
  name: 'AssessPolicyResult',
  description: 'Tác động, hoặc vì sao không đánh giá được · the impact, or why there is none',
  types: () => [PolicyAssessed, NotFound, StateConflict, TrialStopped, DeniedType] as const,
});

export const NotePolicyResult = createUnionType({
  name: 'NotePolicyResult',
  description: 'Ý kiến đã ghi, hoặc vì sao không · the note, or why not',
  types: () => [PolicyNoted, NotFound, StateConflict, DeniedType] as const,
});
