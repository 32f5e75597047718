import { Module } from '@nestjs/common';
import { EmergencyAnswers } from '../emergency/emergency-answers.service.js';
import { EmergencyResolver } from '../emergency/emergency.resolver.js';
import { ReleaseAnswers } from './release-answers.service.js';
import { ReleaseResolver } from './release.resolver.js';

/** The second door of releases: only the gateway opens it. */
@Module({ providers: [ReleaseAnswers, ReleaseResolver, EmergencyAnswers, EmergencyResolver] })
export class ReleaseApiModule {}
