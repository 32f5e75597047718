import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EmergencyFollower, EmergencyStore } from '#libs/regulation';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import { announce, demoKeys, policy, until } from './policy-city.js';
import { openPolicyHouse, type PolicyHouse } from './policy-house.js';

let house: PolicyHouse;
let second: NestFastifyApplication;
let file: string;

beforeAll(async () => {
  house = await openPolicyHouse();
  await announce(house.gateway);
  second = await createGateway({ ...house.gateway.config, producer: 'gateway-2' });
  file = path.join(await mkdtemp(path.join(process.env['CUAO_TEST_FOLDER'] ?? tmpdir(), 'emergency-')), 'list.json');
});

afterAll(async () => {
  await second?.close();
  await house?.close();
});

const stores = (): EmergencyStore[] => [house.gateway.app.get(EmergencyStore), second.get(EmergencyStore)];
const followers = (): EmergencyFollower[] => [house.gateway.app.get(EmergencyFollower), second.get(EmergencyFollower)];
const lookAgain = (): Promise<unknown> => Promise.all(followers().map((one) => one.look()));
const sequences = (): unknown[] => stores().map(({ state }) => (state.kind === 'list' ? state.held.list.sequence : state.kind));
const leaves = async (type: string): Promise<Record<string, unknown>[]> => {
  const rows = await house.gateway.services.sql<{ leaf: string }>(
    `select convert_from(leaf, 'UTF8') as leaf from audit_outbox where convert_from(leaf, 'UTF8') like '%"' || $1 || '"%' order by accepted_at`,
    [type],
  );
  return rows.map(({ leaf }) => JSON.parse(leaf) as Record<string, unknown>);
};
const shownTo = async (who: string): Promise<number> =>
  ((await house.ask(who, '{ cameras(first: 5) { totalCount } }'))['cameras'] as { totalCount: number }).totalCount;
const idOf = async (who: string): Promise<string> => ((await house.ask(who, '{ viewer { id } }'))['viewer'] as { id: string }).id;
const sign = (signer: string): Promise<{ code: number; stderr: string }> =>
  policy('revoke', 'sign', file, '--signer', signer, '--key', demoKeys);

async function activate(who = 'lam'): Promise<{ code: number; stdout: string; stderr: string }> {
  const { people, cameras, roles, sequence } = JSON.parse((JSON.parse(await readFile(file, 'utf8')) as { text: string }).text) as Record<
    'people' | 'cameras' | 'roles',
    string[]
  > & { sequence: number };
  return policy('revoke', 'activate', file, '--as', who, '--confirm', `${sequence}-${people.length + cameras.length + roles.length}`);
}
const add = (...what: string[]): Promise<{ code: number; stderr: string; stdout: string }> =>
  policy('revoke', 'add', file, '--reason', 'máy của cán bộ bị chiếm quyền', '--as', 'lam', ...what);

describe('the emergency list, over two gateways', () => {
  it('is not there at first, and says so', async () => {
    expect(sequences()).toEqual(['none', 'none']);
    const said = await policy('revoke', 'list', '--as', 'lam');
    expect([said.code, said.stdout]).toEqual([0, expect.stringContaining('no list')]);
    expect(await shownTo('mai')).toBe(1);
  });

  it('is made, shown, signed by one institution and put in force by a policy signer, by nobody else', async () => {
    expect((await add('--camera', house.cameraId)).code).toBe(0);
    expect((await activate()).stderr).toContain('NOT_SIGNED');
    expect((await sign('CATP')).code).toBe(0);
    expect((await activate('mai')).code).toBe(3);
    expect((await policy('revoke', 'activate', file, '--as', 'lam')).stderr).toContain('--confirm 1-1');
    const said = await activate();
    expect([said.stderr, said.code]).toEqual(['', 0]);
  });

  it('stops a camera on every node: no list shows it, no request reaches it, and the refusal is on the log with its rule', async () => {
    await until('both nodes apply it', () => sequences().join() === '1,1');
    expect(await shownTo('mai')).toBe(0);
    const { camera } = await house.ask('mai', 'query ($id: ID!) { camera(id: $id) { id } }', { id: house.cameraId });
    expect(camera).toBeNull();
    const decisionId = await house.refusedRequest({ purposeCode: 'TRAT_TU_DO_THI' });
    const [row] = await house.gateway.services.sql<{ rule: string }>(
      `select decision -> 'denies' -> 0 ->> 'rule' as rule from decision_facts where id = $1`,
      [decisionId],
    );
    // Nobody finds the camera, so a request for it names none.
    expect(row?.rule).toBe('SH-07');
    expect(JSON.stringify(await leaves('emergency.activated'))).toContain('"sequence":1');
    expect((await leaves('emergency.loaded')).map(({ producer }) => producer).sort()).toEqual(['gateway-1', 'gateway-2']);
  });

  it('stops a person, adding to what is stopped already, with one signature; the refusal is theirs alone and replays byte-equal', async () => {
    expect((await add('--person', await idOf('mai'))).code).toBe(0);
    expect([(await sign('SO_KHCN')).code, (await activate()).code]).toEqual([0, 0]);
    await until('both nodes apply it', () => sequences().join() === '2,2');
    const decisionId = await house.refusedRequest({ purposeCode: 'TRAT_TU_DO_THI' });
    const [row] = await house.gateway.services.sql<{ deny: object }>(
      `select decision -> 'denies' -> 0 as deny from decision_facts where id = $1`,
      [decisionId],
    );
    expect(row?.deny).toMatchObject({ rule: 'POL-14', message: 'emergency_revoked', at: 'viewer.userId' });
    const again = await policy('replay', decisionId, '--as', 'khanh');
    expect([again.stderr, again.stdout, again.code]).toEqual(['', expect.stringContaining('byte-equal'), 0]);
    const { body } = await house.gateway.ask('{ cameras(first: 5) { totalCount } }', { token: await house.gateway.token('mai') });
    expect(body.data?.['cameras'] ?? { totalCount: 0 }).toMatchObject({ totalCount: 0 });
    expect((await house.ask('binh', '{ viewer { id } }'))['viewer']).not.toBeNull();
  });

  it('is told with the state of each node', async () => {
    const said = await policy('revoke', 'list', '--as', 'lam', '--json');
    expect(said.code).toBe(0);
    const { items } = JSON.parse(said.stdout) as { items: { list: { sequence: number; signers: string[] }; nodes: object[] }[] };
    expect(items[0]?.list).toMatchObject({ sequence: 2, signers: ['SO_KHCN'] });
    expect(items[0]?.nodes).toEqual([
      { name: 'gateway-1', state: 'list', sequence: 2, errorCode: null },
      { name: 'gateway-2', state: 'list', sequence: 2, errorCode: null },
    ]);
  });

  it('lets nobody in again with one signature, nor under an old number', async () => {
    const old = await readFile(file, 'utf8');
    const lift = ['revoke', 'lift', file, '--reason', 'đã xử lý xong sự việc', '--as', 'lam', '--person', await idOf('mai')];
    expect((await policy(...lift)).code).toBe(0);
    await sign('CATP');
    const alone = await activate();
    expect([alone.code, alone.stderr]).toEqual([5, expect.stringContaining('LIFTS_WITH_ONE_SIGNATURE')]);
    await writeFile(file, old);
    expect((await activate()).stderr).toContain('SAME_SEQUENCE');
    expect((await policy(...lift)).code).toBe(0);
    await sign('CATP');
    await sign('SO_KHCN');
    expect((await activate()).code).toBe(0);
    await until('both nodes apply it', () => sequences().join() === '3,3');
    expect(await shownTo('mai')).toBe(0); // the camera is barred still
  });
});

describe('what the record says of the emergency list is not believed', () => {
  it('a record wound back changes nothing and is told', async () => {
    const kept = await house.gateway.services.sql<Record<string, unknown>>('delete from emergency_list where sequence = 3 returning *');
    await lookAgain();
    expect(sequences()).toEqual([3, 3]);
    expect((await policy('revoke', 'list', '--as', 'lam')).code).toBe(9);
    expect(JSON.stringify((await leaves('emergency.load_failed')).at(-1))).toContain('rolled_back');
    await house.gateway.services.sql('insert into emergency_list select * from jsonb_populate_record(null::emergency_list, $1::jsonb)', [
      JSON.stringify(kept[0]),
    ]);
    await lookAgain();
    expect((await policy('revoke', 'list', '--as', 'lam')).code).toBe(0);
  });

  it('a damaged one closes every node; a newer one with both signatures opens them', async () => {
    await house.gateway.services.sql(`update emergency_list set signed = replace(signed, 'cam_', 'cam-') where sequence = 3`);
    await lookAgain();
    expect(sequences()).toEqual(['damaged', 'damaged']);
    const { body } = await house.gateway.ask('{ policyStatus { inForce { sequence } } }', { token: await house.gateway.token('lam') });
    expect(body.data).toEqual({ policyStatus: null });
    const [row] = await house.gateway.services.sql<{ deny: object }>(
      `select decision -> 'denies' -> 0 as deny from decision_facts where action = 'read_release' order by decided_at desc limit 1`,
    );
    expect(row?.deny).toMatchObject({ rule: 'POL-14', message: 'emergency_list_damaged' });
    const health = (await (await fetch(`${house.gateway.url}/health/ready`)).json()) as object;
    expect(health).toMatchObject({ emergencyList: 'damaged' });
    const { text } = JSON.parse(await readFile(file, 'utf8')) as { text: string };
    const next = { text: text.replace('"sequence":3', '"sequence":4'), signatures: [] };
    await writeFile(file, JSON.stringify(next));
    await sign('CATP');
    expect((await activate()).stderr).toContain('LIFTS_WITH_ONE_SIGNATURE');
    await sign('SO_KHCN');
    expect((await activate()).code).toBe(0);
    await until('both nodes apply it', () => sequences().join() === '4,4');
  });

  it('a node that starts again still knows it; with its own memory damaged it stays closed until a newer one', async () => {
    const memory = path.join(house.gateway.config.stateDir, 'policy', 'gateway-2.cuao-emergency');
    await second.close();
    await writeFile(memory, '{"text":"');
    second = await createGateway({ ...house.gateway.config, producer: 'gateway-2' });
    expect(sequences()).toEqual([4, 'damaged']);
    expect((await add('--role-code', 'extraction_officer')).code).toBe(0);
    await sign('CATP');
    expect((await activate()).code).toBe(0);
    await until('both nodes apply it', () => sequences().join() === '5,5');
    await second.close();
    second = await createGateway({ ...house.gateway.config, producer: 'gateway-2' });
    expect(sequences()).toEqual([5, 5]);
  });
});
