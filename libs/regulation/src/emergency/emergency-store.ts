import { Injectable } from '@nestjs/common';
import { Clock, type Viewer } from '#libs/kernel';
import type { CameraFacts, PolicyInput } from '../policy-input.js';
import type { VerifiedEmergencyList } from './emergency-list.js';

/** The one act that a damaged list does not stop: bringing a sound one. Who does it is asked of the rules as ever. */
export const emergencyAct = 'emergency_revoke';

export type EmergencyState =
  | { readonly kind: 'none' }
  | { readonly kind: 'list'; readonly held: VerifiedEmergencyList }
  /** What is stored cannot be read or trusted: nobody knows who is barred, so nothing opens. */
  | { readonly kind: 'damaged'; readonly code: string };

export interface Barred {
  readonly people: readonly string[];
  readonly cameras: readonly string[];
  readonly roles: readonly string[];
}
const nobody: Barred = { people: [], cameras: [], roles: [] };

/** Why the emergency list refuses: key of a message, and what it speaks of. */
export interface EmergencyRefusal {
  readonly message: 'emergency_revoked' | 'emergency_list_damaged';
  readonly at: string;
}

/** Whom and what the emergency list stops now. Asked before the rules are, in plain code: it works when they do not. */
@Injectable()
export class EmergencyStore {
  /** Until the record was looked at nobody knows who is barred. */
  private present: EmergencyState = { kind: 'damaged', code: 'not_read_yet' };

  constructor(private readonly clock: Clock) {}

  get state(): EmergencyState {
    return this.present;
  }

  set(state: EmergencyState): void {
    this.present = state;
  }

  /** Changes with everything that an answer may depend on; kept answers are named by it. */
  get key(): string {
    if (this.present.kind === 'list') return `${this.present.held.sha256} ${this.holds() ? 'holds' : 'rests'}`;
    return this.present.kind;
  }

  /** Empty when there is no list, or outside its time. */
  barred(): Barred {
    return this.present.kind === 'list' && this.holds() ? this.present.held.list : nobody;
  }

  /** Whether nothing at all may be decided. */
  get isClosed(): boolean {
    return this.present.kind === 'damaged';
  }

  refusal(viewer: Viewer | null, action: string, facts: Pick<PolicyInput, 'camera' | 'cameras'>): EmergencyRefusal | null {
    if (this.present.kind === 'none') return null;
    if (this.present.kind === 'damaged')
      return action === emergencyAct ? null : { message: 'emergency_list_damaged', at: `emergency.${this.present.code}` };
    const { people, cameras, roles } = this.barred();
    if (viewer !== null && people.includes(viewer.personId)) return { message: 'emergency_revoked', at: 'viewer.userId' };
    if (roles.includes(viewer?.role ?? 'public')) return { message: 'emergency_revoked', at: 'viewer.roles' };
    if (cameras.length === 0) return null;
    const named = [facts.camera, ...(Array.isArray(facts.cameras) ? (facts.cameras as readonly CameraFacts[]) : [])];
    return named.some((camera) => typeof camera?.id === 'string' && cameras.includes(camera.id))
      ? { message: 'emergency_revoked', at: 'camera.id' }
      : null;
  }

  private holds(): boolean {
    if (this.present.kind !== 'list') return false;
    const now = this.clock.nowMs();
    const { notBefore, notAfter } = this.present.held.list;
    return now >= Date.parse(notBefore) && now < Date.parse(notAfter);
  }
}
