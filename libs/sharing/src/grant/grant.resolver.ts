import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PageArgs, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { SharingAnswers } from '../sharing-answers.service.js';
import { RevokeResult } from '../sharing-result.type.js';
import { GrantLookup } from './grant-lookup.service.js';
import { GrantConnection, GrantType } from './grant.type.js';
import { Grants } from './grants.service.js';

@Resolver(() => GrantType)
export class GrantResolver {
  constructor(
    private readonly lookup: GrantLookup,
    private readonly rights: Grants,
    private readonly answers: SharingAnswers,
  ) {}

  @Requires('read_grant')
  @Query(() => GrantConnection, { description: 'Các quyền bạn được biết, mới nhất trước · the grants you may know of, newest first' })
  async grants(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<GrantConnection> {
    return this.lookup.page(viewer, page);
  }

  @Requires('read_grant')
  @Query(() => GrantType, {
    nullable: true,
    description: 'Một quyền; trống nếu không có hoặc không thuộc quyền xem · one grant; empty when absent or not yours to see',
  })
  async grant(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Mã quyền · id' }) id: string,
  ): Promise<GrantType | null> {
    return this.lookup.one(viewer, id);
  }

  @Requires('revoke')
  @Mutation(() => RevokeResult, { description: 'Thu hồi một quyền; hình đang xem bị ngắt · revokes a grant; players are cut' })
  async revokeGrant(
    @CurrentViewer() viewer: Viewer,
    @Args('grantId', { type: () => ID, description: 'Mã quyền · id of the grant' }) grantId: string,
    @Args('reason', { type: () => String, description: 'Lý do · why' }) reason: string,
  ): Promise<typeof RevokeResult> {
    return this.answers.revoked(viewer, await this.rights.revoke(viewer, grantId, reason));
  }
}
