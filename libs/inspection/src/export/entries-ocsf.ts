import type { LoggedEntry, SaltedOpenings, WitnessedHead } from '#libs/audit';
import { assertNever, hanoiOffsetMs, parseId } from '#libs/kernel';
import type { ExportContent } from './export-content.js';
import { openedActor, openedCase } from './opened.js';

/** A class of OCSF 1.8.0 and the activity in it. `type_uid` is class × 100 + activity. */
interface OcsfActivity {
  readonly classUid: 1008 | 2004 | 3002 | 3004 | 3005 | 6003 | 6005 | 6006;
  readonly activityId: number;
}

const classNames: Readonly<Record<OcsfActivity['classUid'], readonly [name: string, category: string]>> = {
  1008: ['Event Log Activity', 'System Activity'],
  2004: ['Detection Finding', 'Findings'],
  3002: ['Authentication', 'Identity & Access Management'],
  3004: ['Entity Management', 'Identity & Access Management'],
  3005: ['User Access Management', 'Identity & Access Management'],
  6003: ['API Activity', 'Application Activity'],
  6005: ['Datastore Activity', 'Application Activity'],
  6006: ['File Hosting Activity', 'Application Activity'],
};

const serviceName = 'cuao';

/** By the beginning of an entry's type, the first that fits. What fits none is API activity of another kind: nothing is left out. */
const mapping: readonly (readonly [RegExp, OcsfActivity['classUid'], number])[] = [
  [/^log\.finding$|\.list_mismatch$|^repetition\./, 2004, 1],
  [/^close_finding\.propose$/, 2004, 2],
  [/^log\.finding_(closed|healed)$/, 2004, 3],
  [/^audit\.export\b/, 1008, 3],
  [/^log\.prune$/, 1008, 2],
  [/^log\.(anchor|mirrored)$/, 1008, 4],
  [/^log\./, 1008, 99],
  [/^live_view\.(delivered|open|close|stop|revoke|refused)/, 6006, 9],
  [/^playback\./, 6006, 14],
  [/^(clip_export|snapshot)\./, 6006, 2],
  [/^delivery\./, 6006, 12],
  [/^auth\.(signed_in|refused)$/, 3002, 1],
  [/^auth\.signed_out$/, 3002, 2],
  [/^auth\./, 3002, 99],
  [/^(grant\.issued|approve\.)/, 3005, 1],
  [/^(grant\.(revoked|expired)|revoke\.|withdraw_consent\.|emergency_revoke\.)/, 3005, 2],
  [/^(submit_request)\./, 3004, 1],
  [/^(consent|decline_consent|review|refuse_request|withdraw_request|supplement|request\.lapsed)/, 3004, 3],
  [/^erasure\./, 6005, 7],
  [/\.list$/, 6005, 8],
  [/^(audit\.query|audit\.proof|plate_search|trajectory|face_match|inspect|count_decisions|find_person)\b/, 6005, 4],
  [/\.read$/, 6005, 1],
];

/** The class and activity of an entry type: footage is 6006, searches and lists 6005, rights 3005, papers 3004, the log itself 1008. */
export function ocsfActivity(type: string): OcsfActivity {
  const [, classUid, activityId] = mapping.find(([pattern]) => pattern.test(type)) ?? [null, 6003 as const, 99];
  return { classUid, activityId };
}

/** OCSF 1.8.0, one JSON object a line, in the order of the log. For a SIEM to search in; the evidence is the sealed export. */
export function entriesOcsf({ entries, openings, head }: ExportContent): Buffer {
  return Buffer.from(entries.map((entry) => `${JSON.stringify(ocsfEvent(entry, openings.get(entry.entryId), head))}\n`).join(''), 'utf8');
}

export function ocsfEvent(
  { entryId, index, leaf, leafHash }: LoggedEntry,
  opened: SaltedOpenings | undefined,
  { origin }: Pick<WitnessedHead, 'origin'>,
): Record<string, unknown> {
  const { classUid, activityId } = ocsfActivity(leaf.t);
  const [className, categoryName] = classNames[classUid];
  return {
    activity_id: activityId,
    ...(activityId === 99 ? { activity_name: leaf.t } : {}),
    category_name: categoryName,
    category_uid: Math.floor(classUid / 1_000),
    class_name: className,
    class_uid: classUid,
    type_uid: classUid * 100 + activityId,
    time: Date.parse(leaf.at),
    timezone_offset: hanoiOffsetMs / 60_000,
    severity_id: classUid === 2004 ? 3 : 1,
    message: `${leaf.t}: ${leaf.outcome}`,
    ...statusOf(classUid, activityId, leaf.outcome),
    status_code: leaf.outcome,
    status_detail: [leaf.outcome, ...(leaf.rules ?? [])].join(' '),
    metadata: {
      version: '1.8.0',
      product: { name: 'Cửa Ô', vendor_name: 'cuao' },
      uid: entryId,
      log_name: origin,
      event_code: leaf.t,
      original_time: leaf.at,
      ...(index === null ? {} : { sequence: index }),
      ...(leaf.request === undefined ? {} : { correlation_uid: leaf.request }),
    },
    ...subjectOf(classUid, leaf, callerOf(leaf, opened)),
    unmapped: unmapped(leaf, leafHash, openedCase(opened)),
  };
}

/** A finding is new, being closed or resolved; any other act succeeded or failed. */
function statusOf(classUid: OcsfActivity['classUid'], activityId: number, outcome: string): Record<string, unknown> {
  if (classUid === 2004)
    return (
      [{}, { status_id: 1, status: 'New' }, { status_id: 2, status: 'In Progress' }, { status_id: 4, status: 'Resolved' }][activityId] ?? {}
    );
  return outcome === 'allowed' || outcome === 'done' ? { status_id: 1, status: 'Success' } : { status_id: 2, status: 'Failure' };
}

type Leaf = LoggedEntry['leaf'];
type Caller = {
  readonly actor: { readonly user: Readonly<Record<string, unknown>> };
  readonly src_endpoint: Readonly<Record<string, unknown>>;
};

/** Who acted, and from where. */
function callerOf(leaf: Leaf, opened: SaltedOpenings | undefined): Caller {
  const person = openedActor(opened);
  const user =
    leaf.actor === undefined
      ? { name: leaf.process ?? 'public', type_id: leaf.process === undefined ? 0 : 3 }
      : {
          uid: person?.id ?? leaf.actor.c,
          ...(person === undefined ? {} : { name: person.name }),
          type_id: 1,
          ...(leaf.org === undefined ? {} : { org: { uid: leaf.org } }),
        };
  return {
    actor: { user, ...(leaf.session === undefined ? {} : { session: { uid: leaf.session.c } }) },
    // The address itself stays a commitment: the same one is the same text nowhere else.
    src_endpoint: leaf.net === undefined ? { name: leaf.producer } : { uid: leaf.net.c },
  };
}

/** What the class asks for about who acted and the thing that was acted on. */
function subjectOf(classUid: OcsfActivity['classUid'], leaf: Leaf, caller: Caller): Record<string, unknown> {
  const resource = { uid: leaf.resource?.id ?? leaf.request ?? leaf.grant ?? leaf.t, type: leaf.resource?.kind ?? 'entry' };
  switch (classUid) {
    case 1008:
      return { ...caller, log_name: leaf.log, log_provider: leaf.producer, log_type_id: 2, log_type: 'Application' };
    case 2004:
      // The class has no actor of its own.
      return { finding_info: findingOf(leaf), is_alert: true, evidences: [caller], resources: [resource] };
    case 3002:
      return { ...caller, ...signInOf(leaf, caller) };
    case 3004:
      return { ...caller, entity: { uid: leaf.request ?? resource.uid, type_id: 99, type: 'request' } };
    case 3005:
      // Whose right it is, the grant says; not the person who gave or took it.
      return {
        ...caller,
        user: { uid: leaf.grant ?? leaf.request ?? leaf.id, type_id: 99, type: 'grantee' },
        privileges: [leaf.grant ?? leaf.t],
        resources: [resource],
      };
    case 6003:
      return { ...caller, api: { operation: leaf.t, service: { name: serviceName } }, resources: [resource] };
    case 6005:
      return { ...caller, table: { name: resource.type, uid: resource.uid }, type_id: 3, type: 'Table' };
    case 6006:
      return { ...caller, file: { name: resource.uid, type_id: 99, type: resource.type, uid: resource.uid } };
    default:
      return assertNever(classUid);
  }
}

/** The entry of the finding; its closing names it. */
function findingOf({ id, t, details }: Leaf): Record<string, unknown> {
  const said = details?.['finding'];
  const isOfAnother = typeof said === 'string' && parseId('ent', said) !== null;
  return { uid: isOfAnother ? said : id, title: isOfAnother ? t : String(said ?? t) };
}

function signInOf(leaf: Leaf, { actor }: Caller): Record<string, unknown> {
  const session = leaf.session === undefined ? {} : { session: { uid: leaf.session.c } };
  return { user: actor.user, ...session, auth_protocol_id: 4, auth_protocol: 'OpenID', is_remote: true, service: { name: serviceName } };
}

function unmapped(leaf: Leaf, leafHash: string, caseRef: string | undefined): Record<string, unknown> {
  const { basis, decision, grant, intent, policy, purpose, role, rules } = leaf;
  const stated = { basis, case: caseRef, decision, grant, intent, leafSha256: leafHash, policySha256: policy, purpose, role, rules };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}
