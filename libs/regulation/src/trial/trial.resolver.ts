import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { TrialAnswers } from './trial-answers.service.js';
import { TriedCaseType, TryCaseArgs, TryCaseResult } from './trial.type.js';

@Resolver(() => TriedCaseType)
export class TrialResolver {
  constructor(private readonly answers: TrialAnswers) {}

  @Requires('try_case')
  @Query(() => TryCaseResult, {
    description:
      'Phòng chính sách: bộ quy tắc sẽ nói gì về một ca, kể cả bộ đã lưu hoặc được đề nghị; không mở ra điều gì, việc thử được ghi nhật ký · the policy room: what would the rules say to a case; it opens nothing, and the trial is on the log',
  })
  tryCase(@CurrentViewer() viewer: Viewer, @Args() args: TryCaseArgs): Promise<typeof TryCaseResult> {
    return this.answers.try(viewer, args);
  }
}
