// The second writing of the law: requests, the city, evidence, machines, inspection, road traffic (see reference.ts).
import {
  day,
  isRow,
  list,
  filled,
  number,
  apart,
  at,
  endOfDay,
  sayingText,
  type Row,
  type Deny,
  type Situation,
} from './reference-situation.js';

/** Requests, secrets, emergencies (D), the city (A, B). */
export function requestDenials(s: Situation, deny: Deny): void {
  const {
    row,
    flag,
    f,
    ended,
    limits,
    scope,
    action,
    kind,
    pictures,
    footage,
    asker,
    org,
    stateAgency,
    viewerGroup,
    byState,
    inspectorRole,
    basis,
    zone,
    purpose,
    knownPurpose,
    commander,
    coarse,
    statedBodyFunctions,
    ownFunctions,
    paused,
    byRequest,
    withPurpose,
    confirmedInTime,
    underHold,
    registers,
    inWriting,
    written,
    oral,
    spoken,
    firstDay,
    emergency,
    specialised,
    contracted,
  } = s;
  deny(
    'SH-01',
    basis?.['needsEmergencyProof'] === true
      && scope('basis')
      && !filled(f('context.emergencyDeclRef'))
      && !filled(f('request.emergencyDeclRef')),
  );
  const form = list(limits['requestForm']).every(
    (name) => f(`request.${String(name)}`) !== undefined && f(`request.${String(name)}`) !== '',
  );
  const saying = sayingText(f('request.reason'));
  const words = new Set(saying.split(' ').filter((word) => word !== ''));
  const longEnough = [...saying].length >= Number(limits['reasonLetters']);
  const reasoned =
    longEnough
    && words.size >= Number(limits['reasonWords'])
    && !(isRow(limits['reasonFillers']) && limits['reasonFillers'][saying] === true);
  deny('SH-02', byRequest && (!form || !reasoned || (!emergency && !inWriting)));
  deny(
    'SH-03',
    (footage && ended(f('grant.purposeEndedAt'))) || (kind === 'destruction' && !filled(f('grant.destructionCertificate')) && !underHold),
  );
  const aboutCamera = scope('camera');
  const secret = aboutCamera && f('camera.classification') !== 'normal';
  deny('SH-07', secret);
  deny('SH-10', byRequest && f('request.emergency') === true && !emergency && !(written && (confirmedInTime || oral === null)));
  deny('SH-10', kind === 'emergency' && !(spoken && firstDay && stateAgency(f('request.requester.orgKind'))));
  const internal = f('camera.systemKind') === 'internal';
  const served =
    row('systems', f('camera.systemKind'))?.['served'] === true
    || (internal && filled(f('request.requesterAuthority')) && pictures && byState && written);
  deny('CT-01', secret || (aboutCamera && !served));
  const mission = f('camera.missionClass');
  deny('HN-10', aboutCamera && (mission === 'QUOC_PHONG' || row('purposes', mission) === undefined));
  deny('CT-03', (withPurpose || kind === 'connect' || kind === 'aggregate') && !knownPurpose);
  deny('CT-04', commander && !longEnough);
  deny('CT-06', action === 'decline_consent' && f('request.kind') === 'SYSTEM_CONNECT' && zone?.['public'] !== false);
  deny(
    'CT-12',
    (footage || action === 'submit_request') && withPurpose && !commander && !coarse && !inspectorRole && !ownFunctions.includes(purpose),
  );
  const askersFunctions = [f('request.requester.functions'), statedBodyFunctions].filter((one) => Array.isArray(one));
  deny('CT-12', action === 'approve' && askersFunctions.some((functions) => !list(functions).includes(purpose)));
  const status = f('organisation.inventoryReportStatus');
  const ofAnother = apart(f('inventory.orgId'), at(asker, 'orgId'));
  const reported = flag('reportStates', status) || (flag('reportStates', f('inventory.status')) && !ofAnother);
  const cityGroups = ['department', 'commune', 'city', 'centre'];
  const judged = [status, f('inventory.status')].some((one) => typeof one === 'string') || limits['organisationFactsRequired'] === true;
  deny(
    'HN-01',
    (kind === 'sharing' || (footage && byRequest))
      && cityGroups.includes(String(org(at(asker, 'orgKind'))?.['group']))
      && judged
      && !reported,
  );
  const invests = (registers && f('camera.origin') !== 'existing') || (kind === 'connect' && f('camera.origin') === 'newInvestment');
  deny('HN-02', invests && paused && cityGroups.includes(String(viewerGroup)) && !specialised && !contracted);
  const programme = f('camera.project.programme');
  const smartTraffic = programme === 'smartTraffic' || (!filled(programme) && f('camera.project.itemIsNew') === true);
  deny(
    'HN-05',
    scope('investment')
      && f('viewer.orgKind') === 'SO_XD'
      && smartTraffic
      && f('camera.project.itemIsNew') !== false
      && f('camera.project.planRevisionApproved') !== true,
  );
  const signers = list(f('policyBundle.signers'));
  deny(
    'HN-08',
    action === 'activate_policy' && !(signers.includes('CATP') && signers.includes('SO_KHCN') && filled(f('policyBundle.opinionRef'))),
  );
}

/** Evidence, machines, the ledger (E, G, H), inspection (I), road traffic (K). */
export function evidenceDenials(s: Situation, deny: Deny): void {
  const {
    tables,
    row,
    f,
    now,
    within,
    ended,
    runs,
    limits,
    scope,
    action,
    kind,
    pictures,
    footage,
    byState,
    basis,
    purpose,
    knownPurpose,
    byInspection,
    ownData,
    withPurpose,
    lower,
    underHold,
    enforces,
    takesOut,
    registers,
    inWriting,
    emergency,
    recorded,
    namedInspector,
    roadTraffic,
    operator,
    outside,
    unitConsents,
  } = s;
  const decision = 'camera.enforcementDecision';
  const deployed =
    filled(f(`${decision}.no`))
    && ended(f(`${decision}.date`))
    && runs(f(`${decision}.validTo`))
    && at(tables['titles'], 'enforcement') !== undefined
    && (at(tables['titles'], 'enforcement') as Row)[String(f(`${decision}.issuerTitle`))] === true;
  const flagged = f('camera.enforcement');
  const infra = [f('camera.ownerKind'), f('camera.operatorKind')].some((one) => at(limits, `infraOperators.${String(one)}`) === true);
  const deviceMatters =
    (enforces && flagged !== false && !(infra && flagged !== true)) || (withPurpose && !byInspection && flagged === true);
  const trainedTo = number(f('viewer.trainingValidTo'));
  const trained = trainedTo === null ? f('viewer.trained') === true : runs(trainedTo) && f('viewer.trained') !== false;
  const enforcementDevice = registers ? flagged === true || (flagged !== false && isRow(f(decision))) : deviceMatters;
  deny('EV-02', enforcementDevice && !deployed);
  deny('EV-03', takesOut && action === 'clip_export' && !ownData && !trained);
  deny('EV-04', takesOut && action === 'clip_export' && enforces && !filled(f('request.caseFileId')));
  const limitation = [f('recording.limitationEnd'), f('violation.limitationEnd'), f('recording.validUntil')]
    .map(number)
    .filter((t) => t !== null);
  deny('EV-06', recorded && enforces && !(limitation.length > 0 && now < endOfDay(Math.min(...limitation))));
  deny('EV-19', kind === 'hold' && !(filled(f('legalHold.ref')) && filled(f('legalHold.authority'))));
  deny('EV-19', kind === 'purge' && underHold);
  const machine = action === 'face_match' || kind === 'machine' || (isRow(f('analytics')) && scope('machine'));
  const verified = f('analytics.humanVerification') === true && filled(f('analytics.verifierTitle'));
  const since = number(f('analytics.inServiceSince'));
  const transition = since !== null && since < Number(limits['aiInServiceBefore']) && now < Number(limits['aiComplyBefore']);
  const matches = action === 'face_match' || kind === 'machine';
  const alone = f('analytics.automaticAction');
  const actsAlone =
    (matches && alone !== false) || (machine && (alone === true || (f('analytics.humanVerification') === false && alone !== false)));
  const leadVerified = verified || (kind !== 'machine' && f('analytics.humanVerification') === true);
  deny('AI-01', actsAlone && !leadVerified && !transition);
  const clear = f('entry.clearPersonalData');
  const payload = lower(f('entry.payload'));
  const says = typeof payload === 'string' ? at(tables['scopes'], `ledgerPayload.${payload}`) : undefined;
  deny('SE-08', kind === 'ledger' && !(typeof clear === 'boolean' ? clear === false && says !== false : says === true));
  const inspects = kind === 'inspection' || byInspection;
  const check = at(limits, `checkKinds.${String(f('inspection.kind'))}`) === true;
  const dataCheck =
    ((['BCA_A05', 'BCA'].includes(String(f('viewer.orgKind'))) && check)
      || (f('viewer.orgKind') === 'BCA_A05' && !filled(f('inspection.kind'))))
    && within(row('rules', 'IN-07'));
  const inspectionBody = ['TTCP', 'TTTP', 'TTCA', 'TTQD', 'TTNHNN', 'TTCY'].includes(String(f('viewer.orgKind'))) || dataCheck;
  deny('IN-01', (inspects || action === 'issue_inspection') && !inspectionBody);
  deny(
    'IN-02',
    inspects
      && (!namedInspector
        || (number(f('inspection.announcedAt')) !== null && !ended(f('inspection.announcedAt')))
        || !runs(f('inspection.endsAt'))),
  );
  deny('IN-04', inspects && !runs(f('inspection.endsAt')));
  const length = Number(number(f('inspection.endsAt')) ?? Number.NaN) - Number(number(f('inspection.announcedAt')) ?? Number.NaN);
  const ofGovernment = f('viewer.orgKind') === 'TTCP' || f('inspection.issuerOrgKind') === 'TTCP';
  deny(
    'IN-04',
    action === 'issue_inspection'
      && ofGovernment
      && !(length <= Number(limits['inspectionDays']) * day)
      && !filled(f('inspection.extensionRef')),
  );
  const announced = number(f('inspection.announcedAt'));
  const inSixtyDays = announced !== null && now < endOfDay(announced + Number(limits['inspectionDays']) * day);
  deny('IN-04', inspects && ofGovernment && !inSixtyDays && !filled(f('inspection.extensionRef')));
  const inspected = list(f('inspection.inspectedOrgs'));
  const asked = f('context.targetOrgIds');
  const spokenOf = [f('entry.orgCode'), f('camera.ownerOrgId'), f('request.requester.orgId'), f('organisation.id')].filter(filled);
  const targets = Array.isArray(asked) ? asked : spokenOf;
  const entryAt = number(f('entry.at'));
  const [periodFrom, periodTo] = [number(f('inspection.period.from')), number(f('inspection.period.to'))];
  const entryOutside = entryAt !== null && !(periodFrom !== null && periodTo !== null && periodFrom <= entryAt && entryAt <= periodTo);
  const window = ['inspection.period.from', 'context.targetWindow.from', 'context.targetWindow.to', 'inspection.period.to'].map((path) =>
    number(f(path)),
  );
  const inPeriod = window.every((t, i) => t !== null && (i === 0 || Number(window[i - 1]) <= t));
  const windowOutside = isRow(f('context.targetWindow')) && !inPeriod;
  const nobody = (Array.isArray(asked) && asked.length === 0) || !filled(f('inspection.inspectedOrgs'));
  const noPeriod = periodFrom === null || periodTo === null;
  deny(
    'IN-02',
    kind === 'inspection' && (nobody || !targets.every((one) => inspected.includes(one)) || noPeriod || windowOutside || entryOutside),
  );
  deny(
    'IN-02',
    (byInspection && !inspected.includes(f('camera.ownerOrgId'))) || (pictures && !byInspection && basis?.['inspection'] === true),
  );
  deny(
    'IN-08',
    byInspection
      && (f('inspection.needsContent') !== true
        || !['inspection.contentJustification', 'request.justificationText', 'request.reason'].some((path) => filled(f(path)))
        || basis?.['inspection'] !== true),
  );
  deny('TR-02', withPurpose && roadTraffic && !['AN_NINH_TRAT_TU', 'GIAO_THONG'].includes(String(purpose)) && !(knownPurpose && byState));
  const unitApproves = filled(operator) && [f('viewer.orgId'), f('viewer.unitId')].includes(operator);
  const unanswered = !unitConsents && (footage || (action === 'approve' && !unitApproves));
  deny('TR-03', outside && ((!emergency && !inWriting) || unanswered));
}
