import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export const EffectEnum = { ALLOW: 'ALLOW', DENY: 'DENY', NEEDS_APPROVAL: 'NEEDS_APPROVAL', CANNOT_DECIDE: 'CANNOT_DECIDE' } as const;
export type EffectName = keyof typeof EffectEnum;
registerEnumType(EffectEnum, {
  name: 'Effect',
  description: 'Kết quả của quy định: được, không được, cần duyệt, chưa thể quyết định · what the regulation says',
});

@ObjectType('Reason', { description: 'Một quy định đã lên tiếng · one rule that spoke' })
export class ReasonType {
  @Field(() => String, { description: 'Mã quy định, ví dụ PD-04 · id of the rule' })
  rule: string;

  @Field(() => [String], { description: 'Điều luật viện dẫn; có thể không có · articles of law cited; may be none' })
  articles: string[];

  @Field(() => String, { description: 'Mã lý do cố định · fixed key of the reason' })
  message: string;

  @Field(() => String, { description: 'Lý do bằng tiếng Việt · the reason in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Lý do bằng tiếng Anh · the reason in English' })
  textEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Thông tin mà quy định xét đến; trống khi không xét riêng thông tin nào · the fact it speaks of; empty when it is about none',
  })
  at: string | null;
}
