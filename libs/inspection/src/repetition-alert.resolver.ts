import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { AlertArgs } from './repetition-alert.input.js';
import { RepetitionAlertsResult, RepetitionAlertType } from './repetition-alert.type.js';
import { RepetitionInspection } from './repetition-inspection.service.js';

@Resolver(() => RepetitionAlertType)
export class RepetitionAlertResolver {
  constructor(private readonly inspection: RepetitionInspection) {}

  @Requires('inspect')
  @Query(() => RepetitionAlertsResult, {
    description:
      'Các thói quen lặp lại trong phạm vi quyết định thanh tra, đáng xem nhất trước; việc xem cũng được ghi · habits of repetition within the inspection decision, the worst first; this reading is on the log too',
  })
  async repetitionAlerts(@CurrentViewer() viewer: Viewer, @Args() { first }: AlertArgs): Promise<typeof RepetitionAlertsResult> {
    return this.inspection.list(viewer, first);
  }
}
