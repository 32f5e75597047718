import fc from 'fast-check';
import { newId } from '#libs/kernel';
import { EntryPreparer } from '../../libs/audit/src/entry/prepared-entry.js';
import { readLeaf, type Leaf } from '../../libs/audit/src/entry/leaf.js';
import { csvCell, entriesCsv } from '../../libs/inspection/src/export/entries-csv.js';
import { ocsfActivity, ocsfEvent } from '../../libs/inspection/src/export/entries-ocsf.js';
import type { ExportContent } from '../../libs/inspection/src/export/export-content.js';
import { judgeOcsf, ocsfFacts } from './ocsf/ocsf-rules.js';
import { leafSchema } from '../../libs/inspection/src/export/leaf-schema.js';

const origin = 'audit.example/log/1';
const preparer = new EntryPreparer({ origin, producer: 'gateway-1' });

function leafOf(type: string, change: Record<string, unknown> = {}): Leaf {
  const { text } = preparer.prepare(
    { type, viewer: null, actorProcess: 'edge-1', outcome: 'done', ...change },
    new Date('2026-11-28T01:02:03.004Z'),
    'tx',
  );
  const read = readLeaf(Buffer.from(text));
  if ('problem' in read) throw new Error(read.problem);
  return read.leaf;
}

const entryOf = (leaf: Leaf): ExportContent['entries'][number] => ({
  entryId: leaf.id as ExportContent['intentId'],
  index: 7,
  state: 'WITNESSED',
  leaf,
  leafText: JSON.stringify(leaf),
  leafHash: 'ab'.repeat(32),
  acceptedAt: new Date(0),
  isRestored: false,
});

/** What OCSF recommends and an entry of the log does not say; everything else that it recommends is there. */
const unsaid: Readonly<Record<string, readonly string[]>> = {
  'our own address, and what was sent over the wire': ['dst_endpoint', 'http_request', 'http_response', 'api.request', 'api.response'],
  'the machine and the programs of whoever acted': ['device', 'actor.process', 'file', 'certificate'],
  'more of the endpoint than a commitment, or the name of our process': [
    ...['hostname', 'instance_uid', 'interface_name', 'interface_uid', 'ip', 'name', 'owner', 'port', 'svc_name', 'type_id'].map(
      (name) => `src_endpoint.${name}`,
    ),
  ],
  'more of a person than an id and a name, and of a grant than its id': ['actor.user.has_mfa', 'user.has_mfa', 'user.name'],
  'more of a body than its code': ['name', 'ou_name'].flatMap((name) => [`actor.user.org.${name}`, `user.org.${name}`]),
  'more of a session than a commitment': ['issuer', 'created_time', 'is_remote'].flatMap((name) => [
    `actor.session.${name}`,
    `session.${name}`,
  ]),
  'how somebody proved who they are: the identity provider knows': ['is_mfa', 'logon_type', 'logon_type_id'],
  'no account is switched': ['account_switch_type', 'account_switch_type_id'],
  'who owns what was acted on, and its bytes': ['hostname', 'ip', 'name', 'owner', 'role_id'].map((name) => `resources.${name}`),
  'pictures are streams, no files': ['hashes', 'path', 'ext'].map((name) => `file.${name}`),
  'the entity is a request, whole in its uid': ['device', 'email', 'group', 'name', 'org', 'policy', 'user', 'version'].map(
    (name) => `entity.${name}`,
  ),
  'changes of it, and remarks, are in the papers': ['entity_result', 'comment'],
  'one store, one product, one tenant': [
    'database',
    'databucket',
    'service.uid',
    'service.version',
    'api.service.uid',
    'api.service.version',
  ],
  'the same': ['metadata.product.uid', 'metadata.product.version', 'metadata.tenant_uid', 'metadata.reporter'],
  'what was asked stands in unmapped': ['query_info'],
  'evidence other than who, and from where': [
    ...['api', 'connection_info', 'container', 'database', 'databucket', 'device', 'dst_endpoint', 'email', 'file', 'http_request'],
    ...['http_response', 'ja4_fingerprint_list', 'job', 'process', 'query', 'reg_key', 'reg_value', 'resources', 'script', 'tls'],
    ...['url', 'user', 'win_service'],
  ].map((name) => `evidences.${name}`),
  'what a SIEM derives': ['observables', 'confidence_id', 'finding_info.analytic'],
};
/** Evidence of a finding repeats the caller: one place for both. */
const placeOf = (place: string): string => place.replace(/^evidences\.(?=.*\.)/, '');

const types = [
  'live_view.open',
  'live_view.delivered',
  'playback.open',
  'clip_export.done',
  'delivery.received',
  'audit.query',
  'audit.export.done',
  'camera.list',
  'camera.list_mismatch',
  'request.read',
  'submit_request.submit',
  'consent.sign',
  'approve.sign',
  'grant.expired',
  'revoke.apply',
  'withdraw_consent.apply',
  'auth.signed_in',
  'auth.signed_out',
  'auth.refused',
  'auth.role_chosen',
  'log.heartbeat',
  'log.manifest',
  'log.finding',
  'close_finding.propose',
  'log.finding_closed',
  'log.prune',
  'erasure.closed',
  'find_person.by_name',
  'repetition.alert',
  'policy.activated',
  'something.new',
];

describe('OCSF 1.8.0, by the official schema', () => {
  const sparse = (type: string): Leaf => leafOf(type);
  const full = (type: string): Leaf =>
    leafOf(type, {
      viewer: someone,
      actorProcess: undefined,
      outcome: 'refused',
      caseRef: 'HS-1',
      requestId: newId('req'),
      grantId: newId('grt'),
      resource: { kind: 'camera', id: newId('cam') },
      rules: ['PD-04'],
      purpose: 'GIAO_THONG',
    });
  const opened = { actor: { salt: '0'.repeat(64), value: { id: 'per_1', name: 'Trần Văn A', title: '' } } };

  it.each(types)('%s fits its class, whether the entry says little or much', (type) => {
    for (const event of [ocsfEvent(entryOf(sparse(type)), undefined, { origin }), ocsfEvent(entryOf(full(type)), opened, { origin })]) {
      expect([type, judgeOcsf(JSON.parse(JSON.stringify(event)) as typeof event).problems]).toEqual([type, []]);
      expect(event['time']).toBe(Date.parse('2026-11-28T01:02:03.004Z'));
      expect(event['metadata']).toMatchObject({ sequence: 7, log_name: origin });
      // 99 is "other", which must be named.
      expect(event['activity_id'] === 99).toBe(event['activity_name'] !== undefined);
    }
  });

  it('says what is recommended, but for what an entry does not know', () => {
    const absent = types.flatMap((type) => judgeOcsf(ocsfEvent(entryOf(full(type)), opened, { origin })).absent).map(placeOf);
    expect([...new Set(absent)].sort()).toEqual([...new Set(Object.values(unsaid).flat())].sort());
  });

  it('covers every class and every activity that the mapping knows', () => {
    const uids = new Set(types.map((type) => String(ocsfActivity(type).classUid)));
    expect([...uids].sort()).toEqual(Object.keys(ocsfFacts.classes));
  });

  it.each([
    ['an attribute that the schema does not know', { who: 'x' }],
    ['one that only another class has', { finding_info: { uid: 'x' } }],
    ['one that only a profile brings', { cloud: { provider: 'x' } }],
    ['an activity that the class does not have', { activity_id: 77 }],
    ['another category', { category_uid: 3 }],
    ['a type that is not class and activity', { type_uid: 600_601 }],
    ['a time in seconds', { time: 1_795_827_723 }],
    ['a time as text', { time: '2026-11-28T01:02:03.004Z' }],
    ['words that are not those of the id', { status: 'Failure' }],
    ['no file', { file: undefined }],
    ['a file without its type', { file: { name: 'x' } }],
    ['nobody', { actor: {} }],
  ])('does not fit with %s', (_, change) => {
    const event = ocsfEvent(entryOf(sparse('live_view.open')), undefined, { origin });
    expect(judgeOcsf(event).problems).toEqual([]);
    expect(judgeOcsf({ ...event, ...change }).problems).not.toEqual([]);
  });

  it.each([
    ['live_view.open', 6006, 9],
    ['playback.open', 6006, 14],
    ['clip_export.done', 6006, 2],
    ['delivery.received', 6006, 12],
    ['audit.query', 6005, 4],
    ['camera.list', 6005, 8],
    ['grant.issued', 3005, 1],
    ['revoke.apply', 3005, 2],
    ['submit_request.submit', 3004, 1],
    ['auth.signed_in', 3002, 1],
    ['audit.export.done', 1008, 3],
    ['log.finding', 2004, 1],
    ['close_finding.propose', 2004, 2],
    ['log.finding_closed', 2004, 3],
    ['log.finding_healed', 2004, 3],
    ['policy.activated', 6003, 99],
  ])('%s is class %i, activity %i', (type, classUid, activityId) => {
    expect(ocsfActivity(type)).toEqual({ classUid, activityId });
  });

  it('names nobody who was not opened', () => {
    const leaf = leafOf('live_view.open', { viewer: someone, actorProcess: undefined });
    expect(JSON.stringify(ocsfEvent(entryOf(leaf), undefined, { origin }))).not.toContain('Trần');
    const opened = { actor: { salt: '0'.repeat(64), value: { id: 'per_1', name: 'Trần Văn A', title: '' } } };
    expect(ocsfEvent(entryOf(leaf), opened, { origin })).toMatchObject({ actor: { user: { uid: 'per_1', name: 'Trần Văn A' } } });
  });
});

const someone = {
  personId: newId('per'),
  sessionId: newId('ses'),
  displayName: 'Trần Văn A',
  organisationCode: 'so-xay-dung',
  title: '',
  role: 'requester',
  sourceAddress: '192.0.2.9',
} as never;

/** RFC 4180, read back. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end = ''] of csv.matchAll(/((?:"(?:[^"]|"")*")|[^",\r\n]*)(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")', '\uff1d1'])('does not let %j calculate', (text) => {
    const [[cell] = []] = parsed(`${csvCell(text)}\r\n`);
    expect(cell).toBe(`'${text}`);
  });

  it('gives every text back as it was, behind its guard', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",ab ẫ;') }), (text) => {
        const [[cell = ''] = []] = parsed(`${csvCell(text)}\r\n`);
        return (cell === text && !/^[=+\-@\t\r]/.test(text)) || cell === `'${text}`;
      }),
      { numRuns: 5_000 },
    );
  });

  it('has versioned columns, one width and the mark that a spreadsheet needs', () => {
    const leaf = leafOf('live_view.open', { viewer: someone, actorProcess: undefined, caseRef: '=cmd' });
    const entry = entryOf(leaf);
    const opened = { case: { salt: '0'.repeat(64), value: '=cmd' } };
    const content = { entries: [entry], openings: new Map([[entry.entryId, opened]]) } as unknown as ExportContent;
    const text = entriesCsv(content).toString('utf8');
    const rows = parsed(text.slice(1));
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(rows.map((row) => row.length)).toEqual([22, 22]);
    expect(rows[0]?.[0]).toBe('format');
    expect(rows[1]?.[0]).toBe('cuao-entries/1');
    expect(rows[1]?.[rows[0]?.indexOf('case') ?? 0]).toBe("'=cmd");
  });
});

describe('the schema of the leaf', () => {
  it('knows the fields that the strict reader knows, and no other', () => {
    const everything = leafOf('live_view.open', {
      viewer: someone,
      actorProcess: 'edge-1',
      basis: 'ND61-14/22',
      caseRef: 'HS-1',
      decisionId: newId('dec'),
      details: { part: 1 },
      factsDigest: '0'.repeat(64),
      grantId: newId('grt'),
      intentId: newId('ent'),
      sessionId: newId('pls'),
      policySha256: '1'.repeat(64),
      purpose: 'GIAO_THONG',
      requestId: newId('req'),
      resource: { kind: 'camera', id: 'cam_1', from: '2026-11-28T01:02:03.004Z', to: '2026-11-28T01:02:03.004Z' },
      rules: ['PD-04'],
    });
    const numbered = ['lane', 'prev', 'pseq'];
    expect([...Object.keys(everything), ...numbered].sort()).toEqual(Object.keys(leafSchema.properties).sort());
    for (const [key, value] of Object.entries(everything)) {
      const rule = leafSchema.properties[key as keyof typeof leafSchema.properties];
      if ('pattern' in rule) expect([key, new RegExp(rule.pattern).test(String(value))]).toEqual([key, true]);
      if ('enum' in rule) expect(rule.enum as readonly unknown[]).toContain(value);
    }
  });
});
