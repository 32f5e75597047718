import type { EntryRef } from '#libs/audit';
import type { BundleFaultCode } from '../bundle.js';
import type { RecordedDecision } from '../gate.service.js';
import type { ReleaseGap } from './release-check.js';

export interface Refused {
  readonly kind: 'refused';
  readonly decision: RecordedDecision;
}

/** What was sent is no bundle, or one that would not be taken; the code is on the log. */
export interface Unfit {
  readonly kind: 'unfit';
  readonly code: BundleFaultCode | 'files_missing';
  readonly message: string;
}

/** The gate allows it and the release is not ready for it, or no longer. */
export interface NotReady {
  readonly kind: 'notReady';
  readonly code: ReleaseGap | NotReadyCode;
  readonly message: string;
}
export type NotReadyCode =
  | 'known_already'
  | 'in_force_already'
  | 'never_in_force'
  | 'not_newer'
  | 'signed_already'
  | 'not_a_signer'
  | 'bad_statement'
  | 'bad_signature'
  | 'report_missing'
  | 'report_outdated';

/** Nobody brought such a bundle here. */
export interface Absent {
  readonly kind: 'absent';
}

export interface Done {
  readonly kind: 'done';
  readonly sha256: string;
  readonly entry: EntryRef;
}

export type KeepFileOutcome = { readonly kind: 'kept'; readonly sha256: string } | Refused | Unfit;
export type ProposeOutcome = Done | Refused | Unfit | NotReady;
export type RollbackOutcome = Done | Refused | Unfit | NotReady | Absent;
export type SignOutcome = Done | Refused | NotReady | Absent;
export type ActivateOutcome = Done | Refused | Unfit | NotReady | Absent;
