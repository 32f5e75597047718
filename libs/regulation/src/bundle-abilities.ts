import { Injectable } from '@nestjs/common';
import { AbilityChecker, type ActionCode } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { PolicyStore } from './policy-store.js';

/** Answers the guard's question "may this role try at all" from the role table of the bundle in use. */
@Injectable()
export class BundleAbilities extends AbilityChecker {
  constructor(private readonly policies: PolicyStore) {
    super();
  }

  mayTry(viewer: Viewer | null, actions: readonly ActionCode[]): boolean {
    return this.policies.loaded().abilities.mayTry(viewer?.role ?? 'public', actions);
  }

  actionsOf(viewer: Viewer | null): readonly ActionCode[] {
    const { tables } = this.policies.current();
    return Object.keys(tables.roles[viewer?.role ?? 'public']?.actions ?? {}).sort();
  }
}
