import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, Problem } from '#libs/identity';
import { EffectEnum, ReasonType, type EffectName } from './reason.type.js';

@ObjectType('Denied', {
  implements: () => [Problem],
  description: 'Quy định không cho phép, hoặc chưa thể quyết định; lần hỏi này đã được ghi nhật ký · refused by the regulation, and recorded',
})
export class DeniedType extends Problem {
  @Field(() => EffectEnum, { description: 'Không được, hay chưa thể quyết định · refused, or not decidable' })
  effect: EffectName;

  @Field(() => [ReasonType], { description: 'Vì sao, quan trọng nhất trước · why, the weightiest first' })
  reasons: ReasonType[];

  @Field(() => String, { nullable: true, description: 'Có thể làm gì tiếp, tiếng Việt; trống khi không có cách nào · what to do next; empty when there is nothing' })
  nextVi: string | null;

  @Field(() => String, { nullable: true, description: 'Có thể làm gì tiếp, tiếng Anh; trống khi không có cách nào · what to do next, in English; empty when there is nothing' })
  nextEn: string | null;

  @Field(() => ID, { description: 'Mã quyết định của hệ thống · id of the decision' })
  decisionId: string;

  @Field(() => ID, { description: 'Mã bản ghi nhật ký · id of the log entry' })
  entryId: string;

  @Field(() => DateTime, { description: 'Xét tại thời điểm · decided as of' })
  asOf: Date;

  @Field(() => String, { description: 'Phiên bản bộ quy định · revision of the regulation' })
  policyRevision: string;
}
