import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { LogHealthAnswers } from './log-health-answers.service.js';
import { FindingClosureInput, FindingConfirmationInput } from './log-health.input.js';
import { LogFindingActResult, LogHealthResult, LogHealthType } from './log-health.type.js';

@Resolver(() => LogHealthType)
export class LogHealthResolver {
  constructor(private readonly answers: LogHealthAnswers) {}

  @Requires('read_health')
  @Query(() => LogHealthResult, {
    description:
      'Sức khoẻ của nhật ký: còn cho phép những gì, vì sao, phát hiện nào chưa khép; việc đọc cũng được ghi · how the log stands: what it lets out, why, which findings are open; this reading is on the log too',
  })
  async logHealth(@CurrentViewer() viewer: Viewer): Promise<typeof LogHealthResult> {
    return this.answers.health(viewer);
  }

  @Requires('close_finding')
  @Mutation(() => LogFindingActResult, {
    description:
      'Đề nghị khép một phát hiện, nêu lý do; người của cơ quan khác xác nhận · asks to close a finding and says why; somebody of another body confirms',
  })
  async proposeFindingClosure(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => FindingClosureInput, description: 'Phát hiện và lý do · the finding and why' }) input: FindingClosureInput,
  ): Promise<typeof LogFindingActResult> {
    return this.answers.propose(viewer, input.findingId, input.reason);
  }

  @Requires('close_finding')
  @Mutation(() => LogFindingActResult, {
    description:
      'Xác nhận khép một phát hiện đã có người cơ quan khác đề nghị, đúng như đã đọc; lý do đã đổi thì không · confirms a closing that somebody of another body asked for, as it was read; not when the reason has changed since',
  })
  async confirmFindingClosure(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => FindingConfirmationInput, description: 'Phát hiện và bản đã đọc · the finding and what was read of it' })
    input: FindingConfirmationInput,
  ): Promise<typeof LogFindingActResult> {
    return this.answers.confirm(viewer, input.findingId, input.shownDigest);
  }
}
