import type { Viewer } from '#libs/kernel';

/** An action word of the policy bundle's action table, `live_view`. The bundle is the list; an unknown word lets nobody try. */
export type ActionCode = string;

/**
 * May this role try such an action at all? Answered from the bundle's role table, by `libs/regulation`.
 * Whether this person may, now, for this purpose, is the gate's question, not this one.
 */
export abstract class AbilityChecker {
  /** True when any of the actions may be tried; null is somebody who has not signed in and has the role `public`. */
  abstract mayTry(viewer: Viewer | null, actions: readonly ActionCode[]): boolean;
  /** Every action that the viewer's role may try, sorted; the portal shows buttons by it. */
  abstract actionsOf(viewer: Viewer | null): readonly ActionCode[];
}
