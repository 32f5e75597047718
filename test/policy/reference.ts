// The law a second time, in TypeScript and from regulation.md and the tables' meaning, knowing nothing of the Rego: what both
// get wrong alike must be wrong in the text. This file: what is covered, what permits, and how it all combines.
import type { Question } from '../../libs/regulation/src/decider.js';
import { houseDenials, purposeDenials } from './reference-house.js';
import { evidenceDenials, requestDenials } from './reference-law.js';
import { type Deny, isRow, filled, number, at, situationOf, type Tables } from './reference-situation.js';

export interface Said {
  readonly denies: ReadonlySet<string>;
  readonly needs: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
  readonly obligations: ReadonlySet<string>;
  readonly unknown: boolean;
}

/** Rules that this file says whole; POL-n are the house's own. */
export const coveredRules: ReadonlySet<string> = new Set(
  (
    'POL-0 POL-1 POL-2 POL-3 POL-4 POL-5 HN-01 HN-02 HN-05 HN-08 HN-10 CT-01 CT-03 CT-04 CT-06 CT-12 PD-01 PD-04 PD-05 PD-06 PD-07 PD-09 PD-10 '
    + 'PD-12 PD-14 PD-15 PD-17 PD-18 PD-20 PD-21 PD-22 PD-23 SH-01 SH-02 SH-03 SH-07 SH-10 EV-02 EV-03 EV-04 EV-06 EV-19 AI-01 SE-05 SE-08 '
    + 'IN-01 IN-02 IN-04 IN-08 TR-02 TR-03'
  ).split(' '),
);
/** Permissions and obligations: HN-03, HN-04, CT-04, CT-05, PD-11, PD-12, PD-13, PD-21, TR-12, IN-02 and the bases; EV-18, PD-03. */
export const coveredReasons: ReadonlySet<string> = new Set(['HN-03', 'HN-04', 'CT-04', 'CT-05', 'PD-11', 'PD-12', 'PD-13', 'IN-02']);
export const coveredObligations: ReadonlySet<string> = new Set(['seal_evidence', 'verify_notice']);

export function reference(tables: Tables, q: Question): Said {
  const s = situationOf(tables, q);
  const denies = new Set<string>();
  const deny: Deny = (rule, when) => {
    if (when) denies.add(rule);
  };
  for (const group of [houseDenials, purposeDenials, requestDenials, evidenceDenials]) group(s, deny);
  const {
    row,
    f,
    ended,
    now,
    stated,
    within,
    scope,
    action,
    act,
    kind,
    pictures,
    footage,
    basis,
    ground,
    commander,
    delegated,
    paused,
    justified,
    withinBody,
    ownData,
    ownViolation,
    byRequest,
    grantedInEmergency,
    takesOut,
    registers,
    owners,
    police,
    consentSpared,
    namedInspector,
    specialised,
    contracted,
    outside,
    unitConsents,
  } = s;

  // Needs, permissions, obligations; what counts is in force on the day.
  const counts = (rule: string): boolean => row('rules', rule) === undefined || !stated || within(row('rules', rule));
  const needs = new Set<string>();
  if (byRequest && action !== 'approve' && !consentSpared && owners.length === 0 && counts('POL-4')) needs.add('owner');
  if (byRequest && action !== 'approve' && !grantedInEmergency && police.length === 0) needs.add('police');
  if ((byRequest && footage && !isRow(f('grant'))) || (kind === 'publish' && police.length === 0 && counts('PD-13'))) needs.add('police');
  if (outside && action === 'submit_request' && !unitConsents && counts('TR-03')) needs.add('operator');
  const unnoticed =
    act?.['handsOver'] === true
    && byRequest
    && filled(f('camera.noticeKind'))
    && !ended(f('camera.noticeVerifiedAt'))
    && !filled(f('request.noticeOverrideRef'));
  if (unnoticed && counts('PD-03')) needs.add('police');
  const unconfirmed = registers && paused && justified && f('camera.origin') !== 'existing' && !specialised;
  if (unconfirmed && counts('HN-03')) needs.add('police');
  const violatorView = act?.['shownToViolator'] === true && filled(f('violation.id')) && f('context.supervised') === true;
  const reasons = new Map<string, boolean>([
    ['HN-03', registers && specialised],
    ['HN-04', registers && contracted],
    ['CT-04', commander],
    ['CT-05', delegated],
    ['PD-11', withinBody && within(ground)],
    ['PD-12', ownData],
    ['PD-13', kind === 'publish' && basis?.['publication'] === true && within(basis)],
    ['IN-02', kind === 'inspection' && namedInspector],
    ['TR-12', ownViolation && violatorView],
  ]);
  if (pictures && within(basis)) reasons.set(String(basis?.['rule']), true);
  const obligations = new Set<string>();
  if (takesOut && action === 'clip_export' && counts('EV-18')) obligations.add('seal_evidence');
  if (scope('notice') && number(f('camera.noticeVerifiedAt')) === null && counts('PD-03')) obligations.add('verify_notice');
  return {
    denies: new Set([...denies].filter(counts)),
    needs,
    reasons: new Set([...reasons].flatMap(([rule, holds]) => (holds && within(row('rules', rule)) ? [rule] : []))),
    obligations,
    unknown: act !== undefined && (act['coded'] === false || (stated && now < Number(act['knownFrom']))),
  };
}

/** Deny overrides, then what cannot be decided, then what is still needed, then a permission must exist. */
export function combined(
  tables: Tables,
  q: Question,
  said: { denied: boolean; unknown: boolean; needs: boolean; permitted: boolean },
): string {
  if (typeof q.asOf !== 'number') return 'deny';
  if (q.asOf < Number(at(tables, 'time.firstKnown'))) return 'cannot_decide';
  if (said.denied) return 'deny';
  if (said.unknown) return 'cannot_decide';
  if (said.needs) return 'needs_approval';
  return said.permitted ? 'allow' : 'deny';
}
