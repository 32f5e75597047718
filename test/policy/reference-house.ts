// The second writing of the law: the house's keys and grants, purposes and bases (see reference.ts).
import { day, isRow, list, filled, number, at, apart, type Deny, type Situation } from './reference-situation.js';

/** The house: facts, roles, keys, the grant. */
export function houseDenials(s: Situation, deny: Deny): void {
  const {
    tables,
    q,
    row,
    f,
    now,
    stated,
    ended,
    runs,
    limits,
    action,
    act,
    kind,
    footage,
    org,
    viewerGroup,
    roles,
    byRequest,
    ownRight,
    secondFactor,
    anyone,
    approvals,
    owners,
    police,
    consentSpared,
    namedInspector,
  } = s;
  const factGroups = tables['facts'] as Readonly<
    Record<string, readonly { path: readonly string[]; type: string; filled?: boolean; notOfOwnRight?: boolean; notOfAnyone?: boolean }[]>
  >;
  const typeOf = (value: unknown): string =>
    Array.isArray(value) ? 'array' : value === null || value === undefined ? 'null' : typeof value;
  const missing = list(act?.['facts'])
    .flatMap((name) => factGroups[String(name)] ?? [])
    .filter((fact) => !(fact.notOfOwnRight === true && ownRight) && !(fact.notOfAnyone === true && anyone))
    .some((fact) => {
      const value = f(fact.path.join('.'));
      return typeOf(value) !== fact.type || (fact.filled === true && (value as { length: number }).length === 0);
    });
  deny('POL-0', missing || !stated);
  deny('POL-1', act === undefined);
  deny(
    'POL-2',
    (!anyone && (roles.length !== 1 || row('roles', roles[0]) === undefined))
      || (!(ownRight && typeof f('viewer.orgKind') !== 'string')
        && list(act?.['facts']).includes('person')
        && org(f('viewer.orgKind')) === undefined),
  );
  deny('POL-3', !anyone && !roles.some((role) => at(row('roles', role), `actions.${action}`) === true));
  deny(
    'POL-4',
    byRequest
      && approvals.some(
        (one) => !isRow(one) || at(limits, `approvalEffects.${String(one['effect'])}`) !== true || ended(one['withdrawnAt']),
      ),
  );
  deny('POL-4', act?.['ofPolice'] === true && viewerGroup !== 'police');
  const viewerOrg = f('viewer.orgId');
  // Two names that are both null are alike to the rules; that a name is missing at all is POL-0's affair.
  const viewerOrgIsNull = (q.viewer as { readonly orgId?: unknown } | null | undefined)?.orgId === null;
  const isNull = (path: string): boolean =>
    at(q, path.split('.').slice(0, -1).join('.')) !== undefined
    && (at(q, path.split('.').slice(0, -1).join('.')) as Readonly<Record<string, unknown>>)[path.split('.').at(-1) ?? ''] === null;
  const isOrg = (path: string): boolean => (viewerOrg !== undefined && viewerOrg === f(path)) || (viewerOrgIsNull && isNull(path));
  deny('POL-4', (kind === 'owner' && !isOrg('camera.ownerOrgId')) || (kind === 'requester' && !isOrg('request.requester.orgId')));
  deny('POL-4', kind === 'stop' && viewerGroup !== 'police' && !isOrg('camera.ownerOrgId') && !isOrg('request.requester.orgId'));
  const inspectedParty =
    namedInspector
    && f('request.requester.orgId') !== undefined
    && list(f('inspection.inspectedOrgs')).includes(f('request.requester.orgId'));
  deny(
    'POL-4',
    kind === 'party'
      && !isOrg('request.requester.orgId')
      && !list(f('request.ownerOrgIds')).includes(viewerOrg)
      && viewerGroup !== 'police'
      && !inspectedParty,
  );
  const twoHands = owners.some((a) => police.some((b) => apart(a['approver'], b['approver']) && apart(a['orgId'], b['orgId'])));
  deny('SE-05', byRequest && !consentSpared && owners.length > 0 && police.length > 0 && !twoHands);
  deny('SE-05', byRequest && approvals.some((one) => !apart(at(one, 'approver'), f('request.requester.userId'))));
  deny('SE-05', act?.['decides'] === true && !apart(f('viewer.userId'), f('request.requester.userId')));
  deny('SE-05', action === 'approve' && !(apart(viewerOrg, f('request.requester.orgId')) && apart(viewerOrg, f('camera.ownerOrgId'))));
  const lastActive = number(f('viewer.lastActiveAt'));
  deny('SE-05', lastActive !== null && now - lastActive > Number(limits['idleAccountDays']) * day);
  deny('SE-05', f('viewer.account.personal') === false || f('viewer.account.disabled') === true);
  deny('SE-05', f('viewer.account.shared') === true || ended(f('viewer.account.leftAt')));
  const watched = f('viewer.account.admin') === true || f('viewer.account.external') === true;
  deny('SE-05', watched && !secondFactor && f('viewer.account.mfa') !== true);
  if (byRequest && footage && isRow(f('grant'))) {
    const windowFrom = number(f('grant.scope.window.from'));
    const windowTo = number(f('grant.scope.window.to'));
    const looksNow = action === 'live_view' || (action === 'snapshot' && !isRow(f('recording')));
    const asked = isRow(f('recording')) ? f('recording') : act?.['analyses'] === true ? f('request.timeWindow') : undefined;
    const [from, to] = [number(at(asked, 'from')), number(at(asked, 'to'))];
    const inWindow =
      windowFrom !== null
      && windowTo !== null
      && (looksNow
        ? windowFrom <= now && now < windowTo
        : from !== null && to !== null && from < to && windowFrom <= from && to <= windowTo);
    const most = number(f('grant.scope.maxViews'));
    const used = number(f('grant.viewsUsed'));
    const covers = (path: string, value: unknown): boolean => value !== undefined && list(f(path)).includes(value);
    deny('POL-5', !covers('grant.scope.cameras', f('camera.id')) || !covers('grant.scope.actions', action) || !inWindow);
    deny(
      'POL-5',
      !runs(f('grant.expiresAt'))
        || ended(f('grant.revokedAt'))
        || !isOrg('request.requester.orgId')
        || (most !== null && (used === null ? most <= 0 : used >= most)),
    );
  }
}

/** Purpose and legal basis (C). */
export function purposeDenials(s: Situation, deny: Deny): void {
  const {
    tables,
    row,
    flag,
    f,
    within,
    ended,
    runs,
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
    basis,
    ground,
    zone,
    purpose,
    knownPurpose,
    commander,
    delegated,
    ownData,
    byRequest,
    withPurpose,
    ownRight,
    secondFactor,
    scoped,
    lower,
    underHold,
    takesOut,
    paper,
    dated,
    written,
    emergency,
    consents,
    recorded,
  } = s;
  deny('PD-01', pictures && basis?.['publicPlaceOnly'] === true && f('camera.isPublicPlace') !== true);
  deny('PD-01', pictures && Array.isArray(basis?.['purposes']) && !list(basis['purposes']).includes(purpose));
  const compatible = list(f('camera.purposes')).some((collected) => at(row('compatible', collected), String(purpose)) === true);
  deny('PD-04', (withPurpose && !compatible) || (kind === 'connect' && !knownPurpose));
  // A recording without its own end is kept for its days from when it was made.
  const madeAt = number(f('recording.recordedAt')) ?? number(f('recording.to'));
  const keptDays = number(f('recording.retentionDays'));
  const expires = number(f('recording.expiresAt')) ?? (madeAt === null || keptDays === null ? null : madeAt + keptDays * day);
  deny('PD-05', recorded && !runs(expires) && !(number(f('recording.expiresAt')) !== null && underHold));
  deny('PD-06', pictures && ((basis === undefined ? !ownRight : !within(basis)) || (basis?.['stateAgencyOnly'] === true && !byState)));
  deny(
    'PD-07',
    pictures && basis?.['mustProve'] === true && !(filled(f('request.justificationText')) && filled(f('request.evidenceDocs'))),
  );
  deny('PD-09', byRequest && (!within(ground) || (ground?.['stateAgencyOnly'] === true && !byState) || ground?.['withinBody'] === true));
  deny('PD-09', byRequest && ground?.['needsArticle19'] === true && basis?.['article19'] !== true);
  const fields = f('agreement.fields');
  const said = Array.isArray(fields)
    ? new Set(fields.filter(filled)).size
    : isRow(fields)
      ? Object.values(fields).filter((one) => one === true || filled(one)).length
      : 0;
  const sevenFields = (Array.isArray(fields) || isRow(fields)) && said >= list(limits['agreementClauses']).length;
  deny(
    'PD-10',
    byRequest
      && ground?.['agreement'] === true
      && !sevenFields
      && list(limits['agreementClauses']).some((clause) => !filled(f(`agreement.${String(clause)}`))),
  );
  const givesOwn = (ownData && footage) || (kind === 'subject' && ['view', 'obtain'].includes(String(f('dataSubjectRequest.kind'))));
  const others = f('request.thirdPartiesInFrame');
  deny('PD-12', givesOwn && others !== false && f('request.thirdPartiesMasked') === false);
  deny('PD-12', givesOwn && (flag('refusalGrounds', f('request.refusalGround')) || f('request.identityVerified') === false));
  const recordedConsent = filled(f('consent.recordId')) && !ended(f('consent.withdrawnAt'));
  const askedFor = f('request.requesterKind');
  deny('PD-12', kind === 'subject' && filled(askedFor) && !scoped('ownRequest', askedFor) && !recordedConsent);
  const needsPaper = (byRequest && !emergency) || (takesOut && (commander || delegated)) || kind === 'publish';
  const authority =
    (byState && f('request.requesterKind') !== 'press')
    || (org(at(asker, 'orgKind'))?.['group'] === 'private' && stateAgency(f('request.requesterAuthority')));
  deny(
    'PD-14',
    (needsPaper && !(filled(paper('number')) && filled(paper('issuer')) && filled(paper('signatureRef')) && dated))
      || (byRequest && !authority),
  );
  const named = [f('analytics.kind'), f('context.analytics')].filter(filled);
  const profiles = action === 'face_match' || (pictures && named.some((one) => at(tables['scopes'], `profiling.${String(one)}`) !== false));
  const carveOut =
    basis?.['crimePrevention'] === true
    && ['police', 'procedure'].includes(String(viewerGroup))
    && (filled(f('viewer.authorityRef')) || (list(f('grant.scope.actions')).includes(action) && scoped('profilingActs', action)))
    && !named.includes('commercial');
  const byConsent = basis?.['needsSubjectConsent'] === true && consents;
  deny('PD-15', profiles && !carveOut && !byConsent);
  deny('PD-17', action === 'face_match' && !(f('viewer.clearance') === 'biometric' && secondFactor));
  deny('PD-18', action === 'face_match' && !(filled(purpose) && f('watchlist.purposeCode') === purpose));
  deny('PD-20', action === 'trajectory' && !(byState && written) && !byConsent);
  deny(
    'PD-21',
    (kind === 'aggregate' && (!filled(f('context.deidMethod')) || scoped('stillPersonal', lower(f('context.deidMethod')))))
      || (f('context.reidentify') === true && scope('deidentified')),
  );
  const age = number(f('consent.subjectAge'));
  const childConsents =
    filled(f('consent.recordId'))
    && !ended(f('consent.withdrawnAt'))
    && f('consent.representative') === true
    && ((age !== null && age < 7) || f('consent.subject') === true);
  deny('PD-22', kind === 'publish' && f('recording.childInPicture') !== false && !childConsents);
  const restsOnConsent = (basis?.['needsSubjectConsent'] === true && scope('basis')) || (byRequest && ground?.['consent'] === true);
  const wouldPublish = pictures && f('request.publish') === true;
  deny('PD-22', (wouldPublish || (pictures && restsOnConsent)) && f('recording.childInPicture') === true && !childConsents);
  deny('PD-22', takesOut && !ownData && zone?.['school'] !== false && basis?.['article19'] !== true);
  const countries = [f('request.deliveryCountry'), f('delivery.country')].filter(filled);
  deny(
    'PD-23',
    countries.some((country) => country !== 'VN')
      || (takesOut && action === 'clip_export' && countries.length === 0 && !byState && !ownRight),
  );
}
