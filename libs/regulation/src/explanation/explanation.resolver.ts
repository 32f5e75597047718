import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { DecisionExplanationType, ExplainDecisionResult } from './explanation.type.js';
import { ExplanationAnswers } from './explanation-answers.service.js';

@Resolver(() => DecisionExplanationType)
export class ExplanationResolver {
  constructor(private readonly answers: ExplanationAnswers) {}

  @Requires('explain_decision')
  @Query(() => ExplainDecisionResult, {
    description:
      'Vì sao một quyết định như vậy: của chính bạn; người duyệt và thanh tra xem thêm theo quyền của mình. Việc hỏi được ghi nhật ký · why a decision came out as it did: your own; approvers and inspectors see more by their own rights. The asking is on the log',
  })
  explainDecision(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Mã quyết định · id of the decision' }) id: string,
  ): Promise<typeof ExplainDecisionResult> {
    return this.answers.explain(viewer, id);
  }
}
