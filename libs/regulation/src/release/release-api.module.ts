import { Module } from '@nestjs/common';
import { ReleaseAnswers } from './release-answers.service.js';
import { ReleaseResolver } from './release.resolver.js';

/** The second door of releases: only the gateway opens it. */
@Module({ providers: [ReleaseAnswers, ReleaseResolver] })
export class ReleaseApiModule {}
