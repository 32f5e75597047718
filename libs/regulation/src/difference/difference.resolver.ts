import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { DifferenceAnswers } from './difference-answers.service.js';
import { PolicyDifferenceArgs, PolicyDifferenceResult, PolicyDifferenceType } from './difference.type.js';

@Resolver(() => PolicyDifferenceType)
export class DifferenceResolver {
  constructor(private readonly answers: DifferenceAnswers) {}

  @Requires('read_release')
  @Query(() => PolicyDifferenceResult, {
    description:
      'So hai bộ quy tắc đã lưu: quy tắc, điều luật, bảng và câu trả lời nào khác · compares two archived sets of rules: which rules, articles, rows and answers differ',
  })
  policyDifference(@CurrentViewer() viewer: Viewer, @Args() args: PolicyDifferenceArgs): Promise<typeof PolicyDifferenceResult> {
    return this.answers.between(viewer, args);
  }
}
