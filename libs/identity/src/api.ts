import { Module } from '@nestjs/common';
import { ViewerView } from './session/viewer-view.service.js';
import { ViewerResolver } from './session/viewer.resolver.js';

/** The second door: resolvers, for the gateway only. */
@Module({ providers: [ViewerView, ViewerResolver], exports: [ViewerView] })
export class IdentityApiModule {}
