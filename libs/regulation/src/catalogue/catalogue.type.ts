import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, PageInfo } from '#libs/identity';
import { EffectEnum, type EffectName } from '../decision.type.js';
import type { RuleUse } from './rule-use.js';

@ObjectType('PolicyTerm', { description: 'Một mã của danh mục quy tắc, bằng chữ · a code of the catalogue of rules, in words' })
export class PolicyTermType {
  @Field(() => String, { description: 'Mã · code' })
  code: string;

  @Field(() => String, { description: 'Bằng tiếng Việt · in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Bằng tiếng Anh · in English' })
  textEn: string;
}

@ObjectType('PolicyArticle', { description: 'Một điều khoản mà các quy tắc dựa vào · an article of law that rules rest on' })
export class PolicyArticleType {
  @Field(() => ID, { description: 'Khóa của điều khoản, ví dụ L91-32.3 · key of the article' })
  key: string;

  @Field(() => String, { description: 'Văn bản, ví dụ Luật 91/2025/QH15 · the instrument' })
  instrument: string;

  @Field(() => String, { description: 'Điều, khoản, ví dụ Điều 32 khoản 3 · article and clause' })
  article: string;

  @Field(() => String, { description: 'Nội dung tóm tắt bằng tiếng Việt · what it says, in Vietnamese' })
  titleVi: string;

  @Field(() => String, { description: 'Nội dung tóm tắt bằng tiếng Anh · what it says, in English' })
  titleEn: string;

  @Field(() => [PolicyTermType], { description: 'Mức độ kiểm chứng của nguồn · how far the source was verified' })
  status: PolicyTermType[];

  @Field(() => DateTime, { nullable: true, description: 'Có hiệu lực từ; trống: luôn luôn · in force from; empty: always' })
  effectiveFrom: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Hết hiệu lực từ; trống: chưa định · in force until; empty: no end set' })
  effectiveTo: Date | null;

  @Field(() => Boolean, { description: 'Hiện đang có hiệu lực · in force now' })
  isInForce: boolean;

  @Field(() => [ID], { description: 'Mã các quy tắc dựa vào điều này · ids of the rules that rest on it' })
  ruleIds: string[];
}

@ObjectType('PolicyRegoRule', {
  description: 'Một quy tắc trong mã nguồn thi hành quy định · a rule in the code that carries the regulation',
})
export class PolicyRegoRuleType {
  @Field(() => String, { description: 'Tên quy tắc trong mã · title in the code' })
  title: string;

  @Field(() => String, { description: 'Gói, ví dụ national · package' })
  package: string;

  @Field(() => String, { description: 'Tập hợp mà nó thêm vào, ví dụ picture_denies · the set it adds to' })
  set: string;

  @Field(() => String, {
    nullable: true,
    description:
      'DENIES, PERMITS, NEEDS, OBLIGES, SETS_DEADLINE, LEAVES_OPEN; trống khi không rõ · what it says; empty when that is not known',
  })
  says: string | null;

  @Field(() => String, { description: 'Tệp và dòng, ví dụ national/role.rego:12 · file and line' })
  place: string;
}

@ObjectType('PolicyCase', { description: 'Một ca kiểm thử của quy tắc · a case that tries the rule' })
export class PolicyCaseType {
  @Field(() => String, { description: 'Ca nói về điều gì · what the case is about' })
  description: string;

  @Field(() => String, { description: 'Hành động được hỏi · the act that is asked about' })
  action: string;

  @Field(() => DateTime, { nullable: true, description: 'Xét tại thời điểm; trống khi ca để thiếu · judged as of; empty when left out' })
  asOf: Date | null;

  @Field(() => EffectEnum, { description: 'Kết luận phải có · the conclusion that must come' })
  wantedEffect: EffectName;

  @Field(() => Boolean, {
    description:
      'Đúng: quy tắc phải ngăn lại; sai: quy tắc phải cho phép hoặc đặt nghĩa vụ, thời hạn · whether the rule must stand against it',
  })
  isAgainst: boolean;

  @Field(() => String, { description: 'Tệp và dòng · file and line' })
  place: string;
}

@ObjectType('PolicyEffectCount', { description: 'Số quyết định theo kết luận · decisions by conclusion' })
export class PolicyEffectCountType {
  @Field(() => EffectEnum, { description: 'Kết luận · the conclusion' })
  effect: EffectName;

  @Field(() => Int, { description: 'Số quyết định · decisions' })
  count: number;
}

@ObjectType('PolicyRuleDecision', {
  description: 'Một quyết định đã nêu quy tắc này, không nêu ai · a decision that named the rule, without saying whose',
})
export class PolicyRuleDecisionType {
  @Field(() => ID, { description: 'Mã quyết định · id of the decision' })
  decisionId: string;

  @Field(() => DateTime, { description: 'Lúc quyết định · when it was made' })
  decidedAt: Date;

  @Field(() => String, { description: 'Hành động · the act' })
  action: string;

  @Field(() => EffectEnum, { description: 'Kết luận · the conclusion' })
  effect: EffectName;
}

@ObjectType('PolicyRuleUse', { description: 'Quy tắc đã được áp dụng ra sao trong 30 ngày · how often the rule spoke in 30 days' })
export class PolicyRuleUseType {
  @Field(() => DateTime, { description: 'Tính từ · counted from' })
  since: Date;

  @Field(() => Int, { description: 'Tổng số quyết định · decisions in all' })
  total: number;

  @Field(() => [PolicyEffectCountType], { description: 'Theo kết luận · by conclusion' })
  byEffect: PolicyEffectCountType[];
}

@ObjectType('PolicyRule', {
  description: 'Một quy tắc trong danh mục, với mọi điều thuộc về nó · a rule of the catalogue with all that belongs to it',
})
export class PolicyRuleType {
  @Field(() => ID, { description: 'Mã quy tắc, ví dụ PD-04 · id of the rule' })
  id: string;

  @Field(() => PolicyTermType, { description: 'Nhóm · group' })
  group: PolicyTermType;

  @Field(() => String, { description: 'Tên bằng tiếng Việt · title in Vietnamese' })
  titleVi: string;

  @Field(() => String, { description: 'Tên bằng tiếng Anh · title in English' })
  titleEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Nội dung bằng tiếng Việt; trống khi tên đã đủ · what it says, in Vietnamese; empty when the title says it',
  })
  textVi: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Nội dung bằng tiếng Anh; trống khi tên đã đủ · what it says, in English; empty when the title says it',
  })
  textEn: string | null;

  @Field(() => [PolicyTermType], { description: 'Loại: nghĩa vụ, điều cấm, thời hạn… · kinds: obligation, prohibition, deadline…' })
  kinds: PolicyTermType[];

  @Field(() => String, { nullable: true, description: 'Nguồn; trống khi điều khoản đã nói đủ · source; empty when the articles say it' })
  source: string | null;

  @Field(() => PolicyTermType, { description: 'Lớp: quốc gia, Hà Nội, hệ thống · layer: national, Hanoi, the house' })
  layer: PolicyTermType;

  @Field(() => [PolicyTermType], { description: 'Mức độ kiểm chứng · how far it was verified' })
  status: PolicyTermType[];

  @Field(() => PolicyTermType, { description: 'Mức độ nghiêm trọng · severity' })
  severity: PolicyTermType;

  @Field(() => PolicyTermType, { description: 'Được thực thi bằng gì · what enforces it' })
  enforcedBy: PolicyTermType;

  @Field(() => String, { nullable: true, description: 'Vì sao thực thi như vậy; trống khi đã rõ · why so; empty when it is plain' })
  enforcementVi: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Vì sao thực thi như vậy, tiếng Anh; trống khi đã rõ · why so, in English; empty when it is plain',
  })
  enforcementEn: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Có hiệu lực từ; trống: luôn luôn · in force from; empty: always' })
  effectiveFrom: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Hết hiệu lực từ; trống: chưa định · in force until; empty: no end set' })
  effectiveTo: Date | null;

  @Field(() => Boolean, { description: 'Hiện đang có hiệu lực · in force now' })
  isInForce: boolean;

  @Field(() => [PolicyArticleType], { description: 'Các điều khoản là căn cứ · articles it rests on' })
  articles: PolicyArticleType[];

  @Field(() => [PolicyRegoRuleType], { description: 'Các quy tắc trong mã thi hành nó · the rules in the code that carry it' })
  regoRules: PolicyRegoRuleType[];

  @Field(() => [PolicyCaseType], { description: 'Các ca kiểm thử của nó · the cases that try it' })
  cases: PolicyCaseType[];

  @Field(() => Int, { description: 'Số ca mà nó phải ngăn lại · cases that it must stand against' })
  casesAgainst: number;

  @Field(() => Int, { description: 'Số ca mà nó phải cho phép, đặt nghĩa vụ hoặc thời hạn · cases that it must permit, oblige or date' })
  casesFor: number;

  /** Not a field: asked only when `decisions` or `latestDecisions` is; the whole page shares one. */
  use: RuleUse;
}

@ObjectType('PolicyRuleEdge', { description: 'Một dòng của danh mục · one row of the catalogue' })
export class PolicyRuleEdge {
  @Field(() => String, { description: 'Con trỏ của dòng · cursor of the row' })
  cursor: string;

  @Field(() => PolicyRuleType, { description: 'Quy tắc · the rule' })
  node: PolicyRuleType;
}

@ObjectType('PolicyRuleConnection', { description: 'Các quy tắc của bộ đang thi hành · the rules of the bundle in force' })
export class PolicyRuleConnection {
  @Field(() => [PolicyRuleEdge], { description: 'Các dòng · rows' })
  edges: PolicyRuleEdge[];

  @Field(() => PageInfo, { description: 'Vị trí của trang · where the page stands' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Tổng số dòng theo điều kiện · rows in all under the conditions' })
  totalCount: number;

  @Field(() => String, { description: 'Phiên bản bộ quy tắc · revision of the bundle' })
  policyRevision: string;

  @Field(() => String, { description: 'SHA-256 của bộ quy tắc · SHA-256 of the bundle' })
  policySha256: string;
}
