import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, FromParent, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { GrantType } from '#libs/sharing';
import { PlaybackAnswers } from './playback-answers.service.js';
import { OpenPlaybackInput } from './playback.input.js';
import { ClosePlaybackResult, MediaRangeType, OpenPlaybackResult, PlaybackSessionType, RevokePlaybackResult } from './playback.type.js';

@Resolver(() => PlaybackSessionType)
export class PlaybackResolver {
  constructor(private readonly answers: PlaybackAnswers) {}

  @Requires('live_view', 'playback') // any of them lets the role try; the gate decides the one that the mode means
  @Mutation(() => OpenPlaybackResult, {
    description:
      'Mở hình một camera cho một người, nếu quy định cho phép lúc này · opens one picture for one person, if the regulation allows it now',
  })
  async openPlayback(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => OpenPlaybackInput, description: 'Muốn xem gì · what to open' }) input: OpenPlaybackInput,
  ): Promise<typeof OpenPlaybackResult> {
    return this.answers.open(viewer, input);
  }

  @Requires('end_playback')
  @Mutation(() => ClosePlaybackResult, { description: 'Kết thúc phiên xem của chính mình · ends one’s own session' })
  async closePlayback(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Mã phiên xem · id of the session' }) id: string,
  ): Promise<typeof ClosePlaybackResult> {
    return this.answers.close(viewer, id);
  }

  @Requires('revoke')
  @Mutation(() => RevokePlaybackResult, {
    description: 'Ngắt phiên xem của người khác; quyền vẫn còn · cuts somebody’s session; the grant stays',
  })
  async revokePlayback(
    @CurrentViewer() viewer: Viewer,
    @Args('sessionId', { type: () => ID, description: 'Mã phiên xem · id of the session' }) sessionId: string,
    @Args('reason', { type: () => String, description: 'Lý do · why' }) reason: string,
  ): Promise<typeof RevokePlaybackResult> {
    return this.answers.revoke(viewer, sessionId, reason);
  }

  @Requires('read_playback')
  @Query(() => PlaybackSessionType, {
    nullable: true,
    description: 'Một phiên xem; trống nếu không có hoặc không thuộc quyền xem · one session; empty when absent or not yours to see',
  })
  async playbackSession(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Mã phiên xem · id of the session' }) id: string,
  ): Promise<PlaybackSessionType | null> {
    return this.answers.one(viewer, id);
  }

  @Requires('read_grant')
  @ResolveField('grant', () => GrantType, {
    nullable: true,
    description: 'Quyền được dùng; trống nếu không thuộc quyền xem · the grant it was opened under; empty when not yours to see',
  })
  async grant(@CurrentViewer() viewer: Viewer, @Parent() session: PlaybackSessionType): Promise<GrantType | null> {
    return this.answers.grantOf(viewer, session);
  }

  @FromParent()
  @ResolveField('deliveredRanges', () => [MediaRangeType], { description: 'Các đoạn hình đã phát · what was handed over' })
  async deliveredRanges(@Parent() session: PlaybackSessionType): Promise<MediaRangeType[]> {
    return this.answers.deliveredOf(session);
  }
}
