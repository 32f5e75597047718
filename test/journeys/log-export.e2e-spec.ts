import '../support/node-errors.js';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { ExportOutcome } from '#libs/inspection';
import { newId, SystemClock, type EntryId, type Viewer } from '#libs/kernel';
import { mlDsaKeyPair } from '../../libs/audit/src/note/ml-dsa.js';
import { mlDsaVerifierKey } from '../../libs/audit/src/note/verifier-key.js';
import { ManifestWriter } from '../../libs/audit/src/sequence/manifest-writer.js';
import { verifyExport, type ExportFault, type ExportReport } from '../../apps/cli/src/verify/export.js';
import { parseTrustPolicy, type TrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { readZip, type Unzipped } from '../../apps/cli/src/verify/zip.js';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { tamper } from '../drills/attacker.js';
import { eventually } from '../support/eventually.js';

let house: InspectionHouse;
let khanh: Viewer;
let mai: Viewer;
let policy: TrustPolicy;

beforeAll(async () => {
  house = await openInspectionHouse();
  [khanh, mai] = [await house.as('khanh', 'inspection_head'), await house.as('mai', 'requester')];
});
afterAll(() => house?.close());

const made = (outcome: ExportOutcome): Extract<ExportOutcome, { kind: 'made' }> => {
  if (outcome.kind !== 'made') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const filesOf = (bytes: Uint8Array): Unzipped => {
  const files = readZip(bytes);
  if ('what' in files) throw new Error(files.what);
  return files;
};
const reportOf = (judged: ExportReport | ExportFault): ExportReport => {
  if ('what' in judged) throw new Error(`${judged.index}: ${judged.what}`);
  return judged;
};

async function fetched(viewer: Viewer, outcome: ExportOutcome): Promise<Buffer> {
  const waiting = await house.exports.take(viewer, made(outcome).address);
  if (waiting === null) throw new Error('nothing waits there');
  return waiting.bytes;
}

/** Leaves on the log that belong to one export: its intent and what followed. */
async function entriesOf(intentOf: string): Promise<{ t: string; outcome: string; details?: Record<string, unknown> }[]> {
  const rows = await house.log.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox union all select l.leaf from audit_leaf l');
  return rows
    .map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as { id: string; t: string; at: string; outcome: string; intent?: string })
    .filter(({ id, intent }) => id === intentOf || intent === intentOf)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

async function witnessed(id: EntryId): Promise<void> {
  await eventually('the entry is witnessed and searchable', async () => {
    const found = await house.reader.find(id, 'house');
    return found?.state === 'WITNESSED' && (await house.isSearchable(id));
  });
}

describe('a sealed export', () => {
  let ids: EntryId[];
  let zip: Buffer;

  beforeAll(async () => {
    ids = [];
    for (let i = 0; i < 12; i += 1)
      ids.push(
        await house.happened(
          mai,
          i % 3 === 0 ? { caseRef: 'HS-2026-7', purpose: 'traffic_management' } : { type: 'live_view.refused', outcome: 'refused' },
        ),
      );
    const pool = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 1 });
    await witnessed(ids.at(-1) as EntryId);
    const [{ size } = { size: '0' }] = await house.log.services.sql<{ size: string }>('select size::text as size from log_state');
    await eventually('the search is as far as the log', async () => {
      const [row] = await house.log.services.sql<{ projected: string }>('select projected_size::text as projected from log_progress');
      return Number(row?.projected) >= Number(size);
    });
    await new ManifestWriter(pool, house.writer, new SystemClock(), 'worker-1').close('2026-11-27', 0, Number(size));
    await pool.end();
    const after = await house.happened(mai, { type: 'live_view.close', outcome: 'done' });
    await witnessed(after);
    ids.push(after);
    const read = parseTrustPolicy(readFileSync(path.join(house.log.logDir, 'policy'), 'latin1'));
    if (typeof read === 'string') throw new Error(read);
    policy = read;
    zip = await fetched(khanh, await house.exports.make(khanh, 'SEALED', {}));
  });

  it('verifies as well under the policy of the ML-DSA-44 keys, and not under one of another key', async () => {
    const text = readFileSync(path.join(house.log.logDir, 'policy-mldsa'), 'latin1');
    const byMlDsa = parseTrustPolicy(text);
    if (typeof byMlDsa === 'string') throw new Error(byMlDsa);
    expect(reportOf(await verifyExport(zip, byMlDsa)).checkpoint.seen).toHaveLength(1);
    const { publicKey } = mlDsaKeyPair(randomBytes(32));
    const stranger = mlDsaVerifierKey('witness.other.example', publicKey).text;
    const other = parseTrustPolicy(text.replace(/^witness w1 .*$/m, `witness w1 ${stranger}`));
    if (typeof other === 'string') throw new Error(other);
    expect(await verifyExport(zip, other)).toMatchObject({ what: expect.stringContaining('too few witnesses') as unknown });
  });

  it('verifies under the policy that the inspector holds, names opened within the papers, complete as far as the log has counted', async () => {
    const report = reportOf(await verifyExport(zip, policy));
    expect(report.entries).toBe(13);
    expect(report.openings).toBe(13);
    expect(report.complete).toHaveLength(1);
    expect(report.beyond).toBe(1);
    const files = filesOf(zip);
    const openings = Buffer.from(files.get('openings.jsonl') ?? []).toString('utf8');
    expect(openings).toContain(mai.displayName);
    expect(openings).toContain('HS-2026-7');
    expect(openings).not.toMatch(/"net"|"session"|192\.0\.2\.1/);
    expect(Buffer.from(files.get('README.md') ?? []).toString('utf8')).toContain('Bản xuất niêm phong');
  });

  it('is on the log before, after and when it is fetched, with its digest; the index of the digest proves the file', async () => {
    const outcome = made(await house.exports.make(khanh, 'SEALED', { organisationCode: 'so-xay-dung' }));
    const bytes = await fetched(khanh, outcome);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { manifest } = reportOf(await verifyExport(bytes, policy));
    const entries = await entriesOf(manifest.intent);
    expect(entries.map(({ t, outcome: ended }) => `${t} ${ended}`)).toEqual([
      'audit.export.intent allowed',
      'audit.export.done done',
      'audit.export.delivered done',
    ]);
    expect(outcome.sha256).toBe(sha256);
    expect(entries[1]?.details).toMatchObject({ sha256, entries: 13 });
    expect(entries[2]?.details).toMatchObject({ sha256 });
  });

  it('is gone within seconds of its time when nobody fetches it and nobody makes another, and the log says so', async () => {
    const outcome = made(await house.exports.make(khanh, 'SEALED', {}));
    const other = made(await house.exports.make(khanh, 'SEALED', {}));
    const { sql } = house.log.services;
    const waiting = async (sha256: string): Promise<number> => (await sql('select 1 from log_export where sha256 = $1', [sha256])).length;
    const [row] = await sql<{ intent_id: string }>('select intent_id from log_export where sha256 = $1', [outcome.sha256]);
    expect(await waiting(other.sha256)).toBe(1);
    await sql(`update log_export set expires_at = now() where sha256 = $1`, [outcome.sha256]);
    await eventually('the worker has deleted it', async () => (await waiting(outcome.sha256)) === 0);
    expect(await waiting(other.sha256)).toBe(1);
    expect((await entriesOf(row?.intent_id ?? '')).at(-1)).toMatchObject({
      t: 'audit.export.expired',
      outcome: 'done',
      details: { sha256: outcome.sha256 },
    });
    expect(await house.exports.take(khanh, outcome.address)).toBeNull();
    const worker = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 1, options: '-c role=cuao_worker' });
    try {
      await expect(worker.query('select ciphertext from log_export')).rejects.toThrow('permission denied');
      await expect(worker.query('select person_id from log_export')).rejects.toThrow('permission denied');
    } finally {
      await worker.end();
    }
    await sql('delete from log_export');
  });

  it('is handed out once, to the person in the session that asked, and not after its time; the database holds no name of it', async () => {
    const outcome = made(await house.exports.make(khanh, 'SEALED', {}));
    expect(await house.exports.take({ ...khanh, sessionId: newId('ses') }, outcome.address)).toBeNull();
    expect(await house.exports.take(await house.as('linh', 'inspector'), outcome.address)).toBeNull();
    expect(
      await house.exports.take(
        khanh,
        outcome.address.replace(/./, (letter) => (letter === 'A' ? 'B' : 'A')),
      ),
    ).toBeNull();
    const [row] = await house.log.services.sql<{ held: Buffer }>('select ciphertext as held from log_export');
    expect(row?.held.includes(Buffer.from('entries/'))).toBe(false);
    expect(row?.held.includes(Buffer.from(mai.displayName))).toBe(false);
    expect(await house.exports.take(khanh, outcome.address)).toMatchObject({ sha256: outcome.sha256 });
    expect(await house.exports.take(khanh, outcome.address)).toBeNull();
    const late = made(await house.exports.make(khanh, 'SEALED', {}));
    await house.log.services.sql(`update log_export set expires_at = now() - interval '1 second'`);
    expect(await house.exports.take(khanh, late.address)).toBeNull();
  });

  it('holds what was asked for: act, outcome, body and time', async () => {
    const bytes = await fetched(khanh, await house.exports.make(khanh, 'SEALED', { type: 'live_view', outcome: 'refused' }));
    const report = reportOf(await verifyExport(bytes, policy));
    expect([report.entries, report.complete.length]).toEqual([8, 1]);
    expect(report.manifest.query).toEqual({ outcome: 'refused', type: 'live_view' });
    const one = await fetched(khanh, await house.exports.make(khanh, 'SEALED', { text: ids[3] ?? '' }));
    // A question that the counts cannot answer makes no claim of completeness.
    expect(reportOf(await verifyExport(one, policy))).toMatchObject({ entries: 1, complete: [], beyond: 1 });
  });

  it('of the same content is the same bytes', async () => {
    const files = filesOf(zip);
    const names = [...files.keys()];
    expect(names).toEqual([...names].sort());
    expect(names.filter((name) => name.startsWith('entries/'))).toHaveLength(13);
  });

  it('shows a row that somebody hid from the search (T18): the export verifies no more', async () => {
    const hidden = (ids[1] ?? '').slice(4);
    const [before] = await house.log.services.sql<{ outcome: string }>('select outcome from audit_search where entry_id = $1', [hidden]);
    await house.log.services.sql(
      `begin; set local session_replication_role = replica; delete from audit_search where entry_id = '${hidden}'; commit`,
    );
    expect(before?.outcome).toBe('refused');
    const bytes = await fetched(khanh, await house.exports.make(khanh, 'SEALED', {}));
    expect(await verifyExport(bytes, policy)).toMatchObject({
      what: expect.stringMatching(/not complete: so-xay-dung live_view.refused/) as string,
    });
  });
});

describe('an export is refused', () => {
  it('to everybody who does not inspect, and the refusal is on the log', async () => {
    const outcome = await house.exports.make(mai, 'SEALED', {});
    expect(outcome.kind).toBe('refused');
    expect(await house.readingsOf(mai)).toContain('audit.export.intent refused');
  });

  it('for bodies and times outside the inspection decision', async () => {
    const year = 365 * 86_400_000;
    for (const filter of [
      { organisationCode: 'ubnd-dong-da' },
      { organisationCode: 'thanh-tra-tp' },
      { from: new Date(Date.now() - year) },
    ])
      expect((await house.exports.make(khanh, 'SEALED', filter)).kind).toBe('refused');
  });

  it('while nothing witnessed may leave: the reason is told and on the log, and a file that waits goes on waiting', async () => {
    const waiting = made(await house.exports.make(khanh, 'SEALED', {}));
    await house.log.services.sql(`update log_progress set frozen_because = 'for this test'`);
    try {
      const refused = await house.exports.make(khanh, 'SEALED', {});
      expect(refused).toMatchObject({ kind: 'refused', decision: { effect: 'deny' } });
      expect(JSON.stringify(refused)).toContain('POL-15');
      expect((await house.readingsOf(khanh)).at(-1)).toBe('audit.export.intent refused');
      await expect(house.exports.take(khanh, waiting.address)).rejects.toThrow('nothing witnessed');
    } finally {
      await house.log.services.sql('update log_progress set frozen_because = null');
    }
    expect(await house.exports.take(khanh, waiting.address)).not.toBeNull();
  });

  it('when nothing fits: the intent has its outcome all the same', async () => {
    expect(await house.exports.make(khanh, 'SEALED', { type: 'clip_export.done' })).toEqual({ kind: 'hindered', hindrance: 'NO_ENTRIES' });
    expect((await house.readingsOf(khanh)).at(-1)).toBe('audit.export.failed failed');
  });

  it('when an opening was exchanged: it is not left out, nothing goes, and the reason is told and recorded', async () => {
    const exchanged = (from: string): string =>
      `update audit_opening o set key_id = s.key_id, ciphertext = s.ciphertext from ${from} s where s.entry_id <> o.entry_id and o.part = s.part and o.part = 'actor'`;
    const { sql } = house.log.services;
    await sql('create table kept_opening as table audit_opening');
    await tamper(house.log, 'audit_opening', exchanged('kept_opening'));
    const told = await house.exports.make(khanh, 'SEALED', {});
    await tamper(
      house.log,
      'audit_opening',
      `update audit_opening o set key_id = k.key_id, ciphertext = k.ciphertext from kept_opening k where k.entry_id = o.entry_id and k.part = o.part`,
    );
    await sql('drop table kept_opening');
    expect(told).toEqual({ kind: 'hindered', hindrance: 'LOG_CONTRADICTS' });
    const [failed] = await sql<{ leaf: string }>(
      `select convert_from(leaf, 'UTF8') as leaf from (select leaf from audit_outbox union all select leaf from audit_leaf) as l
       where convert_from(leaf, 'UTF8') like '%LOG_CONTRADICTS%'`,
    );
    expect(JSON.parse(failed?.leaf ?? '{}')).toMatchObject({ t: 'audit.export.failed', details: { fault: 'opening_unreadable' } });
    expect((await house.exports.make(khanh, 'SEALED', {})).kind).toBe('made');
  });

  it('when the intent cannot be recorded: nothing is read', async () => {
    await house.log.services.sql('revoke insert on audit_outbox from cuao_gateway');
    try {
      await expect(house.exports.make(khanh, 'SEALED', {})).rejects.toThrow();
    } finally {
      await house.log.services.sql('grant insert on audit_outbox to cuao_gateway');
    }
  });
});

describe('the forms for other programs', () => {
  it('are made by the same act: OCSF lines and CSV', async () => {
    const lines = (await fetched(khanh, await house.exports.make(khanh, 'OCSF', {}))).toString('utf8').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(12);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ class_uid: 6006, metadata: { version: '1.8.0' } });
    const csv = (await fetched(khanh, await house.exports.make(khanh, 'CSV', {}))).toString('utf8');
    expect(csv.startsWith('\ufeffformat,index,id,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(lines.length + 1);
  });
});
