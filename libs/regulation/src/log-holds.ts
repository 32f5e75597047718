import type { LogHealth } from '#libs/audit';
import type { PolicyInput, RequestFacts } from './policy-input.js';
import type { PolicyTables } from './tables.js';

/** Why the log holds an act back: key of a message, and what it speaks of. */
export interface LogHold {
  readonly message: 'log_not_witnessed' | 'log_frozen' | 'log_not_published' | 'log_disk_low';
  readonly at: string;
}

/** Handed over for good although the action table does not count it as taking footage out. */
const handedOver: ReadonlySet<string> = new Set(['publish', 'export_entries']);
/** Entries of exports of the log itself, whatever action decides them. */
const exportEntry = /^audit\.export(\.|$)/;

/**
 * What goes on when nobody has witnessed the log for hours. It opens no picture and gives no right: signing in, reading the log and
 * what is one's own, and everything that takes a right away, stops something or keeps it from being lost. Stated here and not in
 * the bundle: signers of rules have no say in what happens to a record that nobody checks. What is not named is held.
 */
const goesOn: ReadonlySet<string> = new Set([
  ...['sign_in', 'sign_out', 'choose_role', 'read_session', 'public_read'],
  ...['inspect', 'read_own_entries', 'read_proof', 'read_health', 'close_finding', 'list_inspections'],
  ...['read_policy', 'explain_decision', 'read_release', 'count_decisions'],
  ...['list_requests', 'read_request', 'read_grant', 'read_playback', 'list_organisations', 'list_cameras', 'read_camera'],
  ...['revoke', 'withdraw_consent', 'decline_consent', 'withdraw_request', 'refuse_request', 'end_playback', 'emergency_revoke'],
  ...['report_incident', 'legal_hold', 'grant_emergency'],
]);

/** Acts that a log without witnesses does not stop, for those who show it. */
export const actsThatGoOn: readonly string[] = [...goesOn].sort();

/** Whether the act hands something over that cannot be taken back: then the log must be published, sound and with room to spare. */
export function needsWitnessedLog(tables: Pick<PolicyTables, 'actions'>, action: string, entryType = ''): boolean {
  const row = Object.hasOwn(tables.actions, action) ? tables.actions[action] : undefined;
  return row?.takesOut === true || handedOver.has(action) || exportEntry.test(entryType);
}

/**
 * An emergency that goes on while nobody witnesses the log: one whose proof the rules ask for (`needsEmergencyProof`, SH-01: state
 * agencies alone, refused without it at submitting, approving and opening), and whose stored request names the document. A request
 * that only says so, or rests on a basis for everyday work as well (PDPL-19.1), is none.
 */
export function isProvenEmergency({ bases }: Pick<PolicyTables, 'bases'>, request: RequestFacts | null | undefined): boolean {
  const code = request?.legalBasisCode ?? '';
  const basis = Object.hasOwn(bases, code) ? bases[code] : undefined;
  return request?.emergency === true && basis?.needsEmergencyProof === true && (request.emergencyDeclRef ?? '').trim() !== '';
}

/** @param question the act with its facts; those of the request are what is stored of it, never what the asker says. */
export function heldByLog(
  tables: Pick<PolicyTables, 'actions' | 'bases'>,
  health: LogHealth,
  question: Pick<PolicyInput, 'request'> & { readonly action: string },
  entryType = '',
): LogHold | null {
  const { action, request } = question;
  const isHandedOver = needsWitnessedLog(tables, action, entryType);
  if (health.releases === 'EMERGENCIES' && (isHandedOver || !(goesOn.has(action) || isProvenEmergency(tables, request))))
    return { message: 'log_not_witnessed', at: 'log.witnessedAt' };
  if (health.releases === 'EVERYTHING' || !isHandedOver) return null;
  if (health.because.includes('frozen')) return { message: 'log_frozen', at: 'log.frozen' };
  if (health.because.includes('disk_low')) return { message: 'log_disk_low', at: 'log.disk' };
  return { message: 'log_not_published', at: 'log.publishedAt' };
}
