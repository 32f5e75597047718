import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '#libs/identity';
import { ObligationType } from './obligation.type.js';
import { EffectEnum, ReasonType, type EffectName } from './reason.type.js';

@ObjectType('PolicyDecision', { description: 'Quyết định của bộ quy định cho một việc · what the regulation decided about one act' })
export class PolicyDecisionType {
  @Field(() => ID, { description: 'Mã quyết định · id of the decision' })
  id: string;

  @Field(() => EffectEnum, { description: 'Kết quả · the effect' })
  effect: EffectName;

  @Field(() => [ReasonType], { description: 'Căn cứ cho phép, hoặc những phê duyệt còn thiếu · what permits it, or the approvals still missing' })
  reasons: ReasonType[];

  @Field(() => [ReasonType], { description: 'Vì sao không được, hoặc chưa quyết định được · what stands against it, or cannot be decided' })
  denies: ReasonType[];

  @Field(() => [ObligationType], { description: 'Nghĩa vụ kèm theo · duties that come with it' })
  obligations: ObligationType[];

  @Field(() => String, { description: 'Phiên bản bộ quy định · revision of the regulation' })
  policyRevision: string;

  @Field(() => String, { description: 'Dấu vân tay SHA-256 của bộ quy định đã biên dịch · SHA-256 of the compiled regulation' })
  policySha256: string;

  @Field(() => DateTime, { description: 'Xét tại thời điểm · decided as of' })
  asOf: Date;

  @Field(() => DateTime, { nullable: true, description: 'Phải hỏi lại sau lúc này; trống khi không có mốc nào · to be asked again then; empty when nothing will change it' })
  validUntil: Date | null;

  @Field(() => String, { nullable: true, description: 'Có thể làm gì tiếp; trống khi không cần · what to do next; empty when nothing is needed' })
  nextVi: string | null;

  @Field(() => String, { nullable: true, description: 'Có thể làm gì tiếp, tiếng Anh; trống khi không cần · what to do next, in English; empty when nothing is needed' })
  nextEn: string | null;
}
