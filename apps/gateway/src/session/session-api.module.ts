import { Module } from '@nestjs/common';
import { IdentityApiModule } from '#api/identity';
import { RoleChoiceAnswer } from './role-choice-answer.service.js';
import { RoleChoice } from './role-choice.service.js';
import { RoleChoiceResolver } from './role-choice.resolver.js';

/** Choosing a role: a session of identity, decided by the regulation; so it is wired here, where both are known. */
@Module({ imports: [IdentityApiModule], providers: [RoleChoice, RoleChoiceAnswer, RoleChoiceResolver] })
export class SessionApiModule {}
