import fc from 'fast-check';
import { newId } from '#libs/kernel';
import { EntryPreparer } from '../../libs/audit/src/entry/prepared-entry.js';
import { readLeaf, type Leaf } from '../../libs/audit/src/entry/leaf.js';
import { csvCell, entriesCsv } from '../../libs/inspection/src/export/entries-csv.js';
import { ocsfActivity, ocsfEvent } from '../../libs/inspection/src/export/entries-ocsf.js';
import type { ExportContent } from '../../libs/inspection/src/export/export-content.js';
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
});

/** What OCSF 1.8.0 requires of each of the classes, beside the base of every event; activities that it knows. */
const classes: Readonly<Record<number, { readonly required: readonly string[]; readonly activities: readonly number[] }>> = {
  1008: { required: ['log_name'], activities: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99] },
  2004: { required: ['finding_info'], activities: [1, 2, 3, 99] },
  3002: { required: ['user'], activities: [1, 2, 3, 4, 5, 6, 99] },
  3004: { required: ['entity'], activities: [1, 2, 3, 4, 99] },
  3005: { required: ['user', 'privileges'], activities: [1, 2, 99] },
  6003: { required: ['api', 'actor', 'src_endpoint'], activities: [1, 2, 3, 4, 99] },
  6005: { required: ['actor', 'src_endpoint', 'table'], activities: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99] },
  6006: { required: ['actor', 'file', 'src_endpoint'], activities: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 99] },
};
const base = ['activity_id', 'category_uid', 'class_uid', 'type_uid', 'time', 'severity_id', 'metadata'];
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
  'log.prune',
  'erasure.closed',
  'repetition.alert',
  'policy.activated',
  'something.new',
];

describe('OCSF 1.8.0', () => {
  it.each(types)('%s has what its class requires, and agrees with itself', (type) => {
    const event = ocsfEvent(entryOf(leafOf(type)), undefined, { origin });
    const rules = classes[Number(event['class_uid'])];
    expect(rules).toBeDefined();
    for (const key of [...base, ...(rules?.required ?? [])]) expect([key, event[key] === undefined]).toEqual([key, false]);
    expect(rules?.activities).toContain(event['activity_id']);
    expect(event['type_uid']).toBe(Number(event['class_uid']) * 100 + Number(event['activity_id']));
    expect(event['category_uid']).toBe(Math.floor(Number(event['class_uid']) / 1_000));
    expect(event['time']).toBe(Date.parse('2026-11-28T01:02:03.004Z'));
    expect(event['metadata']).toMatchObject({ version: '1.8.0', sequence: 7, log_name: origin });
    // 99 is "other", which must be named.
    expect(event['activity_id'] === 99).toBe(event['activity_name'] !== undefined);
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
