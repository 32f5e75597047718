import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/kernel';
import { PolicyStore } from './policy-store.js';
import { rowRules, type RowRule } from './row-rules.js';

/** Which rows of a list a viewer's role may see, from the table of the bundle in use. Narrows, and is asked for each list afresh. */
@Injectable()
export class ViewerRows {
  constructor(private readonly policies: PolicyStore) {}

  of(viewer: Viewer, action: string): readonly RowRule[] {
    const { tables, abilities } = this.policies.current();
    return abilities.mayTry(viewer.role, action) ? rowRules(tables, viewer, action) : [];
  }
}
