import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { ImpactAnswers } from './impact-answers.service.js';
import {
  AssessPolicyInput,
  AssessPolicyResult,
  NotePolicyInput,
  NotePolicyResult,
  PolicyImpactsArgs,
  PolicyImpactType,
} from './impact.type.js';

@Resolver(() => PolicyImpactType)
export class ImpactResolver {
  constructor(private readonly answers: ImpactAnswers) {}

  @Requires('assess_policy')
  @Query(() => [PolicyImpactType], {
    description: 'Các báo cáo tác động của một bộ quy tắc, mới nhất trước · impact reports of a bundle, newest first',
  })
  policyImpacts(@CurrentViewer() viewer: Viewer, @Args() { bundleSha256 }: PolicyImpactsArgs): Promise<PolicyImpactType[]> {
    return this.answers.list(viewer, bundleSha256);
  }

  @Requires('assess_policy')
  @Mutation(() => AssessPolicyResult, {
    description:
      'Xét lại các quyết định gần nhất với bộ được đề nghị và bộ đang thi hành, và lưu báo cáo mà người ký ký · replays the last decisions with the candidate and the bundle in force, and keeps the report that signers sign',
  })
  assessPolicy(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => AssessPolicyInput, description: 'Bộ quy tắc và số quyết định · bundle and number of decisions' })
    input: AssessPolicyInput,
  ): Promise<typeof AssessPolicyResult> {
    return this.answers.assess(viewer, input);
  }

  @Requires('note_policy')
  @Mutation(() => NotePolicyResult, {
    description:
      'Thanh tra ghi ý kiến về một bộ quy tắc mở rộng quyền truy cập · an inspector notes an opinion of a bundle that widens access',
  })
  notePolicy(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => NotePolicyInput, description: 'Bộ quy tắc và ý kiến · bundle and opinion' }) input: NotePolicyInput,
  ): Promise<typeof NotePolicyResult> {
    return this.answers.note(viewer, input);
  }
}
