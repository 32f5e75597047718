import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, FromParent, PageArgs, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { PolicyRuleFilterInput } from './catalogue.input.js';
import { PolicyArticleType, PolicyRuleConnection, PolicyRuleDecisionType, PolicyRuleType, PolicyRuleUseType } from './catalogue.type.js';
import { RuleCatalogue } from './rule-catalogue.service.js';
import { namedDecisions, ruleUseType } from './rule-use-view.js';

@Resolver(() => PolicyRuleType)
export class CatalogueResolver {
  constructor(private readonly catalogue: RuleCatalogue) {}

  @Requires('read_policy')
  @Query(() => PolicyRuleConnection, {
    description: 'Danh mục quy tắc của bộ đang thi hành, kèm bảng tuân thủ · the rules of the bundle in force, with the compliance matrix',
  })
  policyRules(
    @CurrentViewer() viewer: Viewer | null,
    @Args() page: PageArgs,
    @Args('filter', { type: () => PolicyRuleFilterInput, nullable: true, description: 'Điều kiện lọc · conditions' })
    filter: PolicyRuleFilterInput | null | undefined,
  ): Promise<PolicyRuleConnection> {
    return this.catalogue.page(viewer, page, filter ?? {});
  }

  @Requires('read_policy')
  @Query(() => PolicyRuleType, { nullable: true, description: 'Một quy tắc; trống nếu không có · one rule; empty when there is none' })
  policyRule(
    @CurrentViewer() viewer: Viewer | null,
    @Args('id', { type: () => ID, description: 'Mã quy tắc, ví dụ PD-04 · id of the rule' }) id: string,
  ): Promise<PolicyRuleType | null> {
    return this.catalogue.rule(viewer, id);
  }

  @Requires('read_policy')
  @Query(() => PolicyArticleType, {
    nullable: true,
    description: 'Một điều khoản; trống nếu không có · one article; empty when there is none',
  })
  policyArticle(
    @CurrentViewer() viewer: Viewer | null,
    @Args('key', { type: () => ID, description: 'Khóa của điều khoản, ví dụ L91-32.3 · key of the article' }) key: string,
  ): Promise<PolicyArticleType | null> {
    return this.catalogue.article(viewer, key);
  }

  @FromParent()
  @ResolveField(() => PolicyRuleUseType, {
    nullable: true,
    description:
      'Số quyết định trong 30 ngày đã nêu quy tắc này; trống khi bạn không được đếm · decisions of the last 30 days that named it; empty when not yours to count',
  })
  async decisions(@Parent() rule: PolicyRuleType): Promise<PolicyRuleUseType | null> {
    return ruleUseType(await rule.use.counts(rule.id));
  }

  @FromParent()
  @ResolveField(() => [PolicyRuleDecisionType], {
    nullable: true,
    description:
      'Các quyết định mới nhất đã nêu quy tắc này, trong phạm vi quyết định thanh tra; trống với người khác · the newest of them inside an inspection decision; empty for others',
  })
  async latestDecisions(@Parent() rule: PolicyRuleType): Promise<PolicyRuleDecisionType[] | null> {
    return namedDecisions(await rule.use.latest(rule.id));
  }
}
