// The same law a second time, in TypeScript and from regulation.md and the tables' meaning, knowing nothing of the Rego:
// what both get wrong alike must be wrong in the text. This file: who asks, on which road, with which papers.
import type { Question } from '../../libs/regulation/src/decider.js';

export type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, Row | undefined>>;
export type Tables = Readonly<Record<string, unknown>>;

export const hour = 3_600_000;
export const day = 24 * hour;
export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const rowsOf = (value: unknown): readonly Row[] => list(value).filter(isRow);
export const filled = (value: unknown): boolean => (typeof value === 'string' || Array.isArray(value)) && value.length > 0;
export const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
/** A path into nested objects; what is not there is undefined, and null says the same as not there. */
export const at = (from: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isRow(value) && Object.hasOwn(value, key) ? value[key] : undefined), from) ?? undefined;
/** Both stated and different: a name that nobody states is nobody's alibi. */
export const apart = (a: unknown, b: unknown): boolean => filled(a) && filled(b) && a !== b;
/** The end of the day in Hà Nội (UTC+7) on which the instant lies. */
export const endOfDay = (t: number): number => (Math.floor((t + 7 * hour) / day) + 1) * day - 7 * hour;
export const sayingText = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/^[ .\-,;:!?_\t\n]+|[ .\-,;:!?_\t\n]+$/g, '') : '';

/** What a group of rules says its refusals to. */
export type Deny = (rule: string, when: boolean) => void;

export type Situation = ReturnType<typeof situationOf>;

/** What the rules speak about, worked out once a question. A fact that is missing or mistyped is nowhere true. */
export function situationOf(tables: Tables, q: Question) {
  const table = (name: string): Rows => (isRow(tables[name]) ? (tables[name] as Rows) : {});
  const row = (name: string, key: unknown): Row | undefined => {
    const rows = table(name);
    return typeof key === 'string' && Object.hasOwn(rows, key) && isRow(rows[key]) ? rows[key] : undefined;
  };
  const flag = (name: string, key: unknown): boolean => {
    const rows = tables[name];
    return typeof key === 'string' && isRow(rows) && Object.hasOwn(rows, key) && rows[key] === true;
  };
  const f = (path: string): unknown => at(q, path);
  const now = number(q.asOf) ?? Number.NaN;
  const stated = Number.isFinite(now);
  const within = (range: Row | undefined): boolean =>
    range !== undefined && stated && Number(range['from']) <= now && now < Number(range['to']);
  const ended = (t: unknown): boolean => number(t) !== null && Number(t) <= now;
  const runs = (t: unknown): boolean => number(t) !== null && now < Number(t);
  const limits = tables['limits'] as Row;
  const scope = (name: string): boolean => at(limits === undefined ? {} : tables['scopes'], `${name}.${kind}`) === true;

  // Who asks, for what, on which road.
  const action = q.action;
  const act = row('actions', action);
  const kind = String(act?.['kind'] ?? '');
  const pictures = scope('pictures');
  const footage = kind === 'footage';
  const asker = action === 'approve' ? f('request.requester') : f('viewer');
  const org = (code: unknown): Row | undefined => row('orgs', code);
  const stateAgency = (code: unknown): boolean => org(code)?.['stateAgency'] === true;
  const viewerGroup = org(f('viewer.orgKind'))?.['group'];
  const byState = stateAgency(at(asker, 'orgKind'));
  const roles = list(f('viewer.roles'));
  const inspectorRole = roles.some((role) => row('roles', role)?.['inspects'] === true);
  const basis = row('bases', f('request.legalBasisCode'));
  const ground = row('grounds', f('request.transferGround'));
  const zone = row('zones', f('camera.zoneKind'));
  const purpose = f('request.purposeCode');
  const knownPurpose = row('purposes', purpose) !== undefined;
  const commander = action === 'live_view' && f('viewer.orgKind') === 'IOC' && roles.length === 1 && roles[0] === 'duty_commander';
  const delegated =
    act?.['delegable'] === true
    && f('camera.systemKind') === 'central'
    && stateAgency(f('viewer.orgKind'))
    && rowsOf(f('viewer.delegations')).some(
      (one) =>
        list(one['actions']).includes(action)
        && filled(one['decisionRef'])
        && runs(one['validTo'])
        && ((filled(one['area']) && one['area'] === f('camera.areaCode'))
          || (filled(one['cameraGroup']) && one['cameraGroup'] === f('camera.groupId'))),
    );
  const coarse =
    action === 'live_view'
    && f('context.fidelity') === 'degraded'
    && f('camera.publicShare') === true
    && f('camera.isPublicPlace') === true
    && zone?.['sensitive'] === false;
  const bodyId = f('organisation.id');
  const statedBodyFunctions = !filled(bodyId) || bodyId === at(asker, 'orgId') ? f('organisation.functions') : undefined;
  const sameBody = filled(f('viewer.orgId')) && f('request.requester.orgId') === f('viewer.orgId');
  const ownFunctions = [
    ...(Array.isArray(f('viewer.functions')) || !sameBody ? list(f('viewer.functions')) : list(f('request.requester.functions'))),
    ...list(statedBodyFunctions),
  ];
  const byInspection = footage && inspectorRole;
  const withinBody =
    footage
    && ground?.['withinBody'] === true
    && filled(f('viewer.orgId'))
    && ['ownerOrgId', 'operatorOrgId', 'controllerOrgId'].some((name) => f(`camera.${name}`) === f('viewer.orgId'));
  const ownData =
    f('request.requesterKind') === 'dataSubject'
    && scope('ownData')
    && (basis?.['ownData'] === true || typeof f('request.legalBasisCode') !== 'string');
  const ownViolation = footage && f('request.requesterKind') === 'violator';
  const byRequest = pictures && !commander && !delegated && !coarse && !byInspection && !withinBody && !ownData && !ownViolation;
  const ownRight = ownData || ownViolation;
  const withPurpose = pictures && !ownRight;
  // An act that is open to anyone is asked without a role.
  const anyone = act?.['anyone'] === true && !Array.isArray(f('viewer.roles'));
  const enforces = pictures && basis?.['enforcement'] === true;
  const takesOut = act?.['takesOut'] === true;
  const registers = kind === 'register';

  // Papers.
  const paper = (name: string): unknown => f(`request.writtenRequest.${name}`);
  const dated = number(paper('date')) !== null && Number(paper('date')) <= now;
  const inWriting = filled(paper('number')) && filled(paper('issuer')) && dated;
  const written = inWriting && filled(paper('signatureRef'));
  const oral = number(f('request.oralRequestAt'));
  const spoken = f('request.emergency') === true && oral !== null && oral <= now && basis?.['emergency'] === true;
  const firstDay = oral !== null && now < oral + 24 * hour;
  const emergency = spoken && byState && firstDay && within(row('rules', 'SH-10'));
  const approvals = list(f('approvals'));
  const valid = (one: unknown): one is Row =>
    isRow(one)
    && at(limits, `approvalEffects.${String(one['effect'])}`) === true
    && filled(one['approver'])
    && ended(one['signedAt'])
    && !ended(one['withdrawnAt'])
    && !ended(one['expiresAt']);
  const owners = approvals.filter(valid).filter((one) => one['key'] === 'owner' && one['orgId'] === f('camera.ownerOrgId'));
  const police = approvals.filter(valid).filter((one) => one['key'] === 'police' && org(one['orgKind'])?.['group'] === 'police');
  // A spoken demand that was confirmed in its first day stands on its paper; a grant signed on it spares the two keys.
  const confirmed = number(f('request.writtenConfirmedAt'));
  const confirmedInTime = confirmed !== null && oral !== null && confirmed <= now && confirmed <= oral + 24 * hour;
  const demandStands = emergency || (spoken && byState && confirmedInTime && written && within(row('rules', 'SH-10')));
  const signed = number(f('grant.signedAt'));
  const grantedInEmergency =
    demandStands
    && filled(f('grant.signature'))
    && signed !== null
    && oral !== null
    && oral <= signed
    && signed <= now
    && apart(f('grant.approver'), f('request.requester.userId'));
  const consentSpared = (basis?.['inLieuOfConsent'] === true && within(basis)) || emergency || grantedInEmergency;
  // Consent: for this purpose, given before the act and not taken back since; what the old decree did not ask is not asked of its time.
  const scoped = (name: string, key: unknown): boolean =>
    typeof key === 'string' && at(tables['scopes'], name) !== undefined && (at(tables['scopes'], name) as Row)[key] === true;
  const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : undefined);
  const happened = rowsOf(f('consent.events')).filter((one) => ended(one['at']));
  const nameOfEvent = (one: Row): unknown => lower(filled(one['state']) ? one['state'] : one['type']);
  const withdrawn = happened.some(
    (one) => scoped('consentEnds', nameOfEvent(one)) && happened.every((later) => Number(later['at']) <= Number(one['at'])),
  );
  const givenAt = number(f('consent.givenAt'));
  const former = givenAt !== null && givenAt < Number(row('articles', 'L91-9')?.['from']);
  const sensitive =
    action === 'face_match'
    || (filled(f('request.caseFileId')) && ['police', 'procedure', 'ministryPolice'].includes(String(viewerGroup)))
    || scoped('sensitive', f('recording.dataClass'))
    || scoped('sensitive', f('context.produces'));
  const forPurpose = filled(purpose) && (f('consent.purposeCode') === purpose || list(f('consent.purposeCodes')).includes(purpose));
  const consents =
    filled(f('consent.recordId'))
    && forPurpose
    && !(givenAt !== null && givenAt > now)
    && !withdrawn
    && !ended(f('consent.withdrawnAt'))
    && !ended(f('consent.expiresAt'))
    && !['voluntary', 'informed', 'verifiable'].some((name) => f(`consent.${name}`) === false)
    && !(f('consent.tied') === true && !former)
    && !scoped('noConsent', lower(f('consent.method')))
    && !(sensitive && f('consent.sensitiveTold') !== true && !former);
  const factors = number(f('viewer.mfaLevel'));
  const secondFactor = factors === null ? f('context.mfa') === true : factors >= Number(limits['biometricMfaLevel']);
  const hold = f('recording.legalHold');
  const released = ended(f('legalHold.releasedAt')) ? f('legalHold.ref') : undefined;
  const held = hold === true || filled(hold) || list(f('recording.legalHoldIds')).some((id) => released === undefined || id !== released);
  const underHold = held || (filled(f('legalHold.ref')) && !ended(f('legalHold.releasedAt')));
  const recorded = act?.['recorded'] === true || (isRow(f('recording')) && scope('recording'));
  const namedInspector =
    filled(f('inspection.no'))
    && f('viewer.userId') !== undefined
    && (list(f('inspection.team')).includes(f('viewer.userId')) || f('inspection.issuer') === f('viewer.userId'));
  const justified = [f('camera.systemKind'), f('system.kind')].includes('specialised') && filled(f('camera.justificationDocId'));
  const specialised = justified && police.length > 0;
  const pause = f('moratorium');
  const paused = isRow(pause)
    ? !(number(pause['from']) !== null && now < Number(pause['from'])) && !ended(pause['to'])
    : within(tables['moratorium'] as Row);
  const contracted = ended(f('camera.project.biddingCompletedAt')) && flag('projectStates', f('camera.project.status'));
  const roadTraffic = f('camera.systemKind') === 'roadTraffic';
  const operator = f('camera.operatorOrgId');
  const connectedCentre =
    (at(asker, 'orgKind') === 'CATP_TTCHGT' && within(row('rules', 'TR-08')))
    || (list(limits['connectedCentres']).includes(at(asker, 'orgKind')) && within(row('rules', 'TR-09')));
  const inside =
    (filled(operator) && [at(asker, 'orgId'), at(asker, 'unitId')].includes(operator))
    || list(at(asker, 'functions')).includes('GSGT')
    || (connectedCentre && at(tables['channels'], `connection.${String(f('context.channel'))}`) === true);
  const outside = pictures && roadTraffic && !ownData && !ownViolation && !byInspection && !inside;
  const unitConsents = filled(operator) && approvals.filter(valid).some((one) => one['unitId'] === operator || one['orgId'] === operator);

  return {
    tables,
    q,
    table,
    row,
    flag,
    f,
    now,
    stated,
    within,
    ended,
    runs,
    limits,
    scope,
    action,
    act,
    kind,
    pictures,
    footage,
    asker,
    org,
    stateAgency,
    viewerGroup,
    byState,
    roles,
    inspectorRole,
    basis,
    ground,
    zone,
    purpose,
    knownPurpose,
    commander,
    delegated,
    coarse,
    statedBodyFunctions,
    ownFunctions,
    paused,
    justified,
    byInspection,
    withinBody,
    ownData,
    ownViolation,
    byRequest,
    withPurpose,
    ownRight,
    secondFactor,
    anyone,
    confirmedInTime,
    grantedInEmergency,
    scoped,
    lower,
    underHold,
    enforces,
    takesOut,
    registers,
    paper,
    dated,
    inWriting,
    written,
    oral,
    spoken,
    firstDay,
    emergency,
    approvals,
    valid,
    owners,
    police,
    consentSpared,
    consents,
    held,
    recorded,
    namedInspector,
    specialised,
    contracted,
    roadTraffic,
    operator,
    inside,
    outside,
    unitConsents,
  };
}
