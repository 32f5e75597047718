import { Query, Resolver } from '@nestjs/graphql';
import { CurrentSignIn, Requires } from '../access/requires.decorator.js';
import type { SignedIn } from './signed-in.js';
import { ViewerView } from './viewer-view.service.js';
import { ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly view: ViewerView) {}

  @Requires('public_read')
  @Query(() => ViewerType, {
    nullable: true,
    description: 'Người đang đăng nhập; trống khi chưa đăng nhập · who is signed in; empty when nobody is',
  })
  viewer(@CurrentSignIn() signedIn: SignedIn | null): Promise<ViewerType | null> {
    return this.view.find(signedIn);
  }
}
