import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { ReplayAnswers } from './replay-answers.service.js';
import { DecisionReplayType, ReplayDecisionResult } from './replay.type.js';

@Resolver(() => DecisionReplayType)
export class ReplayResolver {
  constructor(private readonly answers: ReplayAnswers) {}

  @Requires('inspect')
  @Query(() => ReplayDecisionResult, {
    description:
      'Thanh tra: xét lại một quyết định cũ với quy tắc và dữ kiện của ngày ấy, trong phạm vi quyết định thanh tra; việc này được ghi nhật ký · inspectors: takes a past decision again with the rules and facts of its day, inside the inspection decision; it is on the log',
  })
  replayDecision(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Mã quyết định · id of the decision' }) id: string,
  ): Promise<typeof ReplayDecisionResult> {
    return this.answers.replay(viewer, id);
  }
}
