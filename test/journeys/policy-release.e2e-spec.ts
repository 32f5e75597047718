import path from 'node:path';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFile } from 'node:fs/promises';
import { Database } from '#libs/database';
import { BundleArchive, bundledFiles, PolicyStore, ReleaseFollower, writeBundle } from '#libs/regulation';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';
import { ReleaseRepository } from '../../libs/regulation/src/release/release.repository.js';
import { sha256Of, signedBundle } from './changed-bundle.js';
import { announce, bundleFolder, candidate, demoKeys, policy, until } from './policy-city.js';

let gateway: TestGateway;
let second: NestFastifyApplication;

beforeAll(async () => {
  gateway = await startTestGateway();
  await announce(gateway);
  second = await createGateway({ ...gateway.config, producer: 'gateway-2' });
});

afterAll(async () => {
  await second?.close();
  await gateway?.close();
});

const sequenceOf = (app: NestFastifyApplication): number => app.get(PolicyStore).loaded().revision.sequence;
const leaves = async (type: string): Promise<Record<string, unknown>[]> => {
  const rows = await gateway.services.sql<{ leaf: string }>(
    `select convert_from(leaf, 'UTF8') as leaf from audit_outbox where convert_from(leaf, 'UTF8') like '%"' || $1 || '"%' order by accepted_at`,
    [type],
  );
  return rows.map(({ leaf }) => JSON.parse(leaf) as Record<string, unknown>);
};
const mayRead = async (): Promise<unknown> => {
  const { body } = await gateway.ask('{ policyStatus { inForce { sequence } } }', { token: await gateway.token('linh') });
  return body.errors?.[0]?.extensions['code'] ?? body.data;
};

async function signedBy(person: string, sha256: string): Promise<number> {
  return (await policy('sign', sha256, '--as', person, '--key', demoKeys, '--confirm', sha256.slice(0, 8), '--note', 'đã đọc báo cáo'))
    .code;
}

describe('a change of law, from the table to every node and back', () => {
  let changed: { place: string; sha256: string };

  it('is built and shown as a difference in words before anybody is asked', async () => {
    changed = await candidate(
      2,
      ({ roles }) => delete roles['inspector']?.actions['read_release'],
      ({ action, viewer }) => action === 'read_release' && viewer.roles.includes('inspector'),
    );
    const diff = await policy('diff', bundleFolder, changed.place);
    expect([diff.code, diff.stdout]).toEqual([
      0,
      expect.stringContaining('roles.inspector.actions.read_release (thành viên đoàn thanh tra): bỏ · gone: true'),
    ]);
    // The cases as they stand say what the change does: exactly that, before anybody is asked.
    const tested = await policy('test', changed.place);
    expect([tested.code, tested.stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('read release is an act of the role inspector')],
    ]);
  });

  it('is proposed by a signer, and by nobody else', async () => {
    expect(await mayRead()).toEqual({ policyStatus: { inForce: { sequence: 1 } } });
    expect((await policy('propose', changed.place, '--as', 'mai')).code).toBe(3);
    const said = await policy('propose', changed.place, '--as', 'lam');
    expect([said.stderr, said.code]).toEqual(['', 0]);
    expect((await policy('propose', changed.place, '--as', 'lam')).code).toBe(5);
  });

  it('is not put in force without signatures, nor signed without an impact report', async () => {
    const early = await policy('activate', changed.sha256, '--as', 'lam', '--confirm', changed.sha256.slice(0, 8));
    expect([early.code, early.stderr]).toEqual([3, expect.stringContaining('HN-08')]);
    expect(await signedBy('lam', changed.sha256)).toBe(5);
  });

  it('is signed by two people of the two institutions over the same report, each with their own key', async () => {
    const impact = await policy('impact', changed.sha256, '--as', 'lam', '--last', '50');
    expect([impact.stderr, impact.code]).toEqual(['', 0]);
    expect((await policy('sign', changed.sha256, '--as', 'lam', '--key', demoKeys)).stderr).toContain(
      `--confirm ${changed.sha256.slice(0, 8)}`,
    );
    expect(await signedBy('lam', changed.sha256)).toBe(0);
    expect(await signedBy('lam', changed.sha256)).toBe(5);
    const half = await policy('activate', changed.sha256, '--as', 'lam', '--confirm', changed.sha256.slice(0, 8));
    expect([half.code, half.stderr]).toEqual([3, expect.stringContaining('HN-08')]);
    expect(await signedBy('tuan', changed.sha256)).toBe(0);
  });

  it('is shown in the policy room as a difference between any two releases', async () => {
    const before = gateway.app.get(PolicyStore).loaded().bundle.sha256;
    const document = `query ($from: ID!, $to: ID!) { policyDifference(fromSha256: $from, toSha256: $to) { __typename
      ... on PolicyDifference { total changes { kind subject titleVi part was is } } ... on Problem { code } } }`;
    const asked = async (from: string, to: string): Promise<unknown> => {
      const { body } = await gateway.ask(document, { token: await gateway.token('linh'), variables: { from, to } });
      return body.data?.['policyDifference'];
    };
    expect(await asked(before, changed.sha256)).toMatchObject({
      __typename: 'PolicyDifference',
      changes: expect.arrayContaining([
        {
          kind: 'ROW',
          subject: 'roles.inspector',
          titleVi: 'thành viên đoàn thanh tra',
          part: 'actions.read_release',
          was: 'true',
          is: null,
        },
      ]),
    });
    expect(await asked(before, before)).toMatchObject({ total: 0, changes: [] });
    expect(await asked(before, 'f'.repeat(64))).toMatchObject({ __typename: 'NotFound' });
    expect((await leaves('read_release.difference')).length).toBe(3);
  });

  it('decides on every node once it is in force, and is on the log before that', async () => {
    const said = await policy('activate', changed.sha256, '--as', 'tuan', '--confirm', changed.sha256.slice(0, 8));
    expect([said.stderr, said.code]).toEqual(['', 0]);
    await until('both nodes follow', () => sequenceOf(gateway.app) === 2 && sequenceOf(second) === 2);
    expect(await mayRead()).toBe('FORBIDDEN');
    const [activated] = (await leaves('policy.activated')).slice(-1);
    expect(JSON.stringify(activated)).toContain(changed.sha256);
    expect((await leaves('policy.loaded')).map(({ producer }) => producer).sort()).toEqual(['gateway-1', 'gateway-2']);
    const status = await policy('status', '--as', 'lam', '--json');
    expect(status.code).toBe(0);
    const { items } = JSON.parse(status.stdout) as { items: { nodes: { name: string; sequence: number; errorCode: null }[] }[] };
    expect(items[0]?.nodes.map(({ name, sequence, errorCode }) => [name, sequence, errorCode])).toEqual([
      ['gateway-1', 2, null],
      ['gateway-2', 2, null],
    ]);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(new RegExp(`cuao_policy_revision_info\\{.*sequence="2",sha256="${changed.sha256}"\\} 1`));
  });

  it('is taken back as a new release with the earlier contents; the old number is refused', async () => {
    expect((await policy('propose', bundleFolder, '--as', 'lam')).code).toBe(6);
    const said = await policy('rollback', '--as', 'lam', '--opinion', 'BCA-OPINION-DEMO-2', '--json');
    expect([said.stderr, said.code]).toEqual(['', 0]);
    const { items } = JSON.parse(said.stdout) as { items: { sha256: string; sequence: number }[] };
    const { sha256 = '', sequence } = items[0] ?? {};
    expect(sequence).toBe(3);
    expect((await policy('impact', sha256, '--as', 'tuan')).code).toBe(0);
    expect([await signedBy('lam', sha256), await signedBy('tuan', sha256)]).toEqual([0, 0]);
    const activated = await policy('activate', sha256, '--as', 'lam', '--confirm', sha256.slice(0, 8));
    // Going back opens again what the change had closed: more than the threshold of what was replayed, so an inspector must have noted it.
    if (activated.code !== 0) {
      expect(activated.stderr).toContain('NOTE_MISSING');
      expect((await policy('note', sha256, '--note', 'Đã xem báo cáo tác động.', '--as', 'lam')).code).toBe(3);
      const noted = await policy('note', sha256, '--note', 'Quay về quy định cũ, đã xem báo cáo.', '--as', 'khanh');
      expect([noted.stderr, noted.code]).toEqual(['', 0]);
      const again = await policy('activate', sha256, '--as', 'lam', '--confirm', sha256.slice(0, 8));
      expect([again.stderr, again.code]).toEqual(['', 0]);
    }
    await until('both nodes follow', () => sequenceOf(gateway.app) === 3 && sequenceOf(second) === 3);
    expect(await mayRead()).toEqual({ policyStatus: { inForce: { sequence: 3 } } });
  });
});

describe('what the database alone says is not believed', () => {
  const plant = async (sequence: number, sha256: string): Promise<void> => {
    await gateway.services.sql(
      `insert into policy_activation (sequence, bundle_sha256, activated_at, entry_id) values ($1, $2, now(), 'ent_planted')`,
      [sequence, sha256],
    );
    await Promise.all([gateway.app.get(ReleaseFollower).look(), second.get(ReleaseFollower).look()]);
  };
  const codes = async (): Promise<unknown[]> => {
    const rows = await gateway.services.sql<{ error_code: string | null }>('select error_code from policy_node order by node_id');
    return rows.map(({ error_code }) => error_code);
  };
  const lookAgain = () => Promise.all([gateway.app.get(ReleaseFollower).look(), second.get(ReleaseFollower).look()]);

  it('a planted release without signatures is refused, said and recorded; the old one decides on', async () => {
    const planted = await candidate(9, () => undefined);
    expect((await policy('propose', planted.place, '--as', 'lam')).code).toBe(0);
    await plant(9, planted.sha256);
    expect(await codes()).toEqual(['bad_signature', 'bad_signature']);
    expect([sequenceOf(gateway.app), sequenceOf(second)]).toEqual([3, 3]);
    expect(JSON.stringify((await leaves('policy.load_failed')).at(-1))).toContain('bad_signature');
    const health = (await (await fetch(`${gateway.url}/health/ready`)).json()) as object;
    expect(health).toMatchObject({ status: 'ready', policyRelease: 'behind' });
    expect((await policy('status', '--as', 'lam')).code).toBe(9);
    await gateway.services.sql('delete from policy_activation where sequence = 9');
    await lookAgain();
    expect(gateway.app.get(PolicyStore).trouble).toBeNull();
  });

  it('a release that needs a built-in which no host gives is turned away, and refused by every node even with both signatures', async () => {
    const wasm = await readFile(path.resolve('policies/tools/planted/missing-builtin.wasm'));
    const files = await signedBundle({ 'policy.wasm': wasm }, 9);
    const place = path.join(gateway.services.stateDir, 'needs-a-built-in.cuao-policy');
    await writeBundle(place, files);
    const said = await policy('propose', place, '--as', 'lam');
    expect([said.code, said.stderr]).toEqual([6, expect.stringContaining('MISSING_BUILTIN')]);
    expect(JSON.stringify((await leaves('propose_policy.turned_away')).at(-1))).toContain('missing_builtin');
    const { app } = gateway;
    await app.get(Database).transaction(async (tx) => {
      await app.get(BundleArchive).add(tx, files, null, new Date());
      await app.get(ReleaseRepository).addInstalledSignatures(tx, sha256Of(files), files);
    });
    await plant(9, sha256Of(files));
    expect(await codes()).toEqual(['missing_builtin', 'missing_builtin']);
    expect([sequenceOf(gateway.app), sequenceOf(second)]).toEqual([3, 3]);
    expect(JSON.stringify((await leaves('policy.load_failed')).at(-1))).toContain('missing_builtin');
    expect(await mayRead()).toMatchObject({ policyStatus: { inForce: { sequence: 9 } } });
    await gateway.services.sql('delete from policy_activation where sequence = 9');
    await lookAgain();
    expect(gateway.app.get(PolicyStore).trouble).toBeNull();
  });

  it('a record that was wound back is a roll-back', async () => {
    const kept = await gateway.services.sql<Record<string, unknown>>('delete from policy_activation where sequence = 3 returning *');
    await lookAgain();
    expect(await codes()).toEqual(['rolled_back', 'rolled_back']);
    expect(sequenceOf(gateway.app)).toBe(3);
    expect(JSON.stringify((await leaves('policy.load_failed')).at(-1))).toContain('rolled_back');
    await gateway.services.sql('insert into policy_activation select * from jsonb_populate_record(null::policy_activation, $1::jsonb)', [
      JSON.stringify(kept[0]),
    ]);
    await lookAgain();
    expect(gateway.app.get(PolicyStore).trouble).toBeNull();
  });

  it('its own constraints refuse changed bytes and older numbers', async () => {
    await expect(gateway.services.sql(`update policy_file set bytes = '\\x00'`)).rejects.toThrow('ck_policy_file_sha256');
    const { sha256 } = await candidate(9, () => undefined);
    await expect(plant(2, sha256)).rejects.toThrow('not newer');
  });

  it('all files of every bundle in force are in the archive', async () => {
    const [row] = await gateway.services.sql<{ missing: number }>(
      `select count(*)::int as missing from policy_bundle b, jsonb_each_text(convert_from(b.manifest, 'UTF8')::jsonb -> 'files') n
       where not exists (select from policy_file f where f.sha256 = n.value)`,
    );
    expect([row?.missing, bundledFiles.length]).toEqual([0, 6]);
  });
});

describe('an engine that fails while people ask', () => {
  const faults = ['engine_unavailable', 'eval_error', 'no_answer', 'invalid_input', 'unknown_entrypoint'] as const;

  it.each(faults)('%s: the act is refused, and the refusal is on the log with its code', async (code) => {
    const { engine } = gateway.app.get(PolicyStore).loaded();
    const ask = jest.spyOn(engine, 'ask').mockReturnValue({ kind: 'fault', code, detail: 'planted' });
    try {
      const { body } = await gateway.ask('{ policyStatus { inForce { sequence } } }', { token: await gateway.token('lam') });
      expect(body.data ?? null).toEqual({ policyStatus: null });
    } finally {
      ask.mockRestore();
    }
    const [row] = await gateway.services.sql<{ effect: string; at: string }>(
      `select effect, decision -> 'denies' -> 0 ->> 'at' as at from decision_facts where action = 'read_release' order by decided_at desc limit 1`,
    );
    expect(row).toEqual({ effect: 'deny', at: `engine.${code}` });
    const [leaf] = (await leaves('read_release.status')).slice(-1);
    expect(JSON.stringify(leaf)).toContain('POL-8');
  });

  it('an obligation that nobody here keeps: refused, and the refusal is on the log with its code', async () => {
    const { engine } = gateway.app.get(PolicyStore).loaded();
    const asked = engine.ask.bind(engine);
    const ask = jest.spyOn(engine, 'ask').mockImplementation((...question) => {
      const said = asked(...question);
      if (said.kind === 'fault') return said;
      return { ...said, value: { ...(said.value as object), obligations: [{ code: 'no_such_obligation', mode: 'before', params: {} }] } };
    });
    try {
      const { body } = await gateway.ask('{ policyStatus { inForce { sequence } } }', { token: await gateway.token('lam') });
      expect(body.data ?? null).toEqual({ policyStatus: null });
    } finally {
      ask.mockRestore();
    }
    const [row] = await gateway.services.sql<{ deny: object }>(
      `select decision -> 'denies' -> 0 as deny from decision_facts where action = 'read_release' order by decided_at desc limit 1`,
    );
    expect(row?.deny).toMatchObject({ rule: 'POL-9', at: 'obligations.no_such_obligation' });
    expect(JSON.stringify((await leaves('read_release.status')).at(-1))).toContain('POL-9');
  });

  it('rules past their time decide nothing, and that is recorded too', async () => {
    const store = gateway.app.get(PolicyStore);
    const unusable = jest.spyOn(store, 'unusable').mockReturnValue('policy_stale');
    try {
      await gateway.ask('{ policyStatus { inForce { sequence } } }', { token: await gateway.token('lam') });
      expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(503);
    } finally {
      unusable.mockRestore();
    }
    const [row] = await gateway.services.sql<{ at: string }>(
      `select decision -> 'denies' -> 0 ->> 'at' as at from decision_facts where action = 'read_release' order by decided_at desc limit 1`,
    );
    expect(row?.at).toBe('engine.policy_stale');
  });
});
