import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { ErasureAnswers } from './erasure-answers.service.js';
import { EntryPeopleArgs } from '../entry-people.input.js';
import { ErasureInput, ErasureResult, ErasuresResult, ErasureSubjectsResult, ErasureType } from './erasure.type.js';

@Resolver(() => ErasureType)
export class ErasureResolver {
  constructor(private readonly answers: ErasureAnswers) {}

  @Requires('read_health')
  @Query(() => ErasuresResult, {
    description:
      'Các yêu cầu xoá phần mở của nhật ký đang chờ người thứ hai, và các lần đã xoá · erasures of openings that wait for a second hand, and the last that were done',
  })
  async openErasures(@CurrentViewer() viewer: Viewer): Promise<typeof ErasuresResult> {
    return this.answers.list(viewer);
  }

  @Requires('find_person')
  @Query(() => ErasureSubjectsResult, {
    description:
      'Tìm theo họ tên người đang yêu cầu xoá, trong những người mà nhật ký còn giữ phần mở; câu hỏi này cũng được ghi · by name, somebody who asks for erasure, among those whose openings the log holds; asking is on the log too',
  })
  async erasureSubjects(@CurrentViewer() viewer: Viewer, @Args() { name }: EntryPeopleArgs): Promise<typeof ErasureSubjectsResult> {
    return this.answers.named(viewer, name);
  }

  @Requires('erase_opening')
  @Mutation(() => ErasureResult, {
    description:
      'Mở một yêu cầu xoá phần mở của nhật ký; người thứ hai, của cơ quan khác, xoá · opens an erasure of openings of the log; a second person, of another body, does it',
  })
  async openErasure(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ErasureInput, description: 'Xoá gì, theo điều luật nào · what, and under which article' })
    input: ErasureInput,
  ): Promise<typeof ErasureResult> {
    return this.answers.open(viewer, input);
  }

  @Requires('erase_opening')
  @Mutation(() => ErasureResult, {
    description: 'Người thứ hai, của cơ quan khác, xoá; bản ghi ở lại · the second person, of another body, does it; the entries stay',
  })
  async closeErasure(
    @CurrentViewer() viewer: Viewer,
    @Args('erasureId', { type: () => ID, description: 'Mã yêu cầu xoá · id of the erasure' }) erasureId: string,
  ): Promise<typeof ErasureResult> {
    return this.answers.close(viewer, erasureId);
  }
}
