import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database } from '#libs/database';
import { AbilityChecker } from '../access/ability-checker.js';
import { organisationType } from '../organisation/organisation.type.js';
import { Organisations } from '../organisation/organisations.service.js';
import { roleType } from './role-names.js';
import { Sessions } from './sessions.service.js';
import type { SignedIn } from './signed-in.js';
import type { ViewerType } from './viewer.type.js';

/** What the person who is signed in may read about themselves. */
@Injectable()
export class ViewerView implements OnModuleInit {
  private abilities: AbilityChecker;

  constructor(
    private readonly db: Database,
    private readonly organisations: Organisations,
    private readonly sessions: Sessions,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.abilities = this.modules.get(AbilityChecker, { strict: false });
  }

  /** null for somebody who has not signed in: that is an answer, not an error. */
  async find(signedIn: SignedIn | null): Promise<ViewerType | null> {
    return signedIn === null ? null : this.of(signedIn);
  }

  async of(signedIn: SignedIn): Promise<ViewerType> {
    const { organisationId } = signedIn.asRole('public');
    const [organisation, others] = await Promise.all([
      this.db.read((tx) => this.organisations.get(tx, organisationId)),
      this.sessions.others(signedIn),
    ]);
    return {
      id: signedIn.personId,
      displayName: signedIn.displayName,
      title: signedIn.title,
      organisation: organisationType(organisation),
      role: signedIn.viewer === null ? null : roleType(signedIn.viewer.role),
      roles: signedIn.roles.map(roleType),
      signedInAt: signedIn.signedInAt,
      lastSignInAt: others.lastSignInAt,
      otherSessions: others.otherSessions,
      sessionExpiresAt: signedIn.expiresAt,
      actions: [...this.abilities.actionsOf(signedIn.viewer)],
    };
  }
}
