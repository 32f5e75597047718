import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPersonId } from '#libs/identity';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
  const { url, idpUrl, services } = gateway;
  await writeFile(
    path.join(services.stateDir, 'run.json'),
    JSON.stringify({ version: 1, url, urls: { gateway: url, idp: idpUrl }, paths: { state: services.stateDir } }),
  );
});
afterAll(() => gateway?.close());

function cuao(args: readonly string[], stateDir = gateway.services.stateDir): Promise<{ code: number; stdout: string; stderr: string }> {
  const main = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, ...args],
      { env: { PATH: process.env['PATH'], CUAO_STATE_DIR: stateDir } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, stdout, stderr });
      },
    );
  });
}

const viewer = async (token: string): Promise<unknown> => (await gateway.ask('{ viewer { id role { code } } }', { token })).body.data;

describe('cuao token', () => {
  it('prints a token and nothing else; the gateway knows its person and role', async () => {
    const { code, stdout, stderr } = await cuao(['token', '--as', 'mai']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await viewer(stdout.trim())).toEqual({ viewer: { id: demoPersonId('mai'), role: { code: 'requester' } } });
  });

  it('gives one of several roles, which must be named', async () => {
    const { stdout } = await cuao(['token', '--as', 'hoa', '--role', 'approver']);
    expect(await viewer(stdout.trim())).toMatchObject({ viewer: { role: { code: 'approver' } } });
    const unnamed = await cuao(['token', '--as', 'hoa']);
    expect([unnamed.code, unnamed.stdout]).toEqual([2, '']);
    expect(unnamed.stderr).toContain('--role requester | approver');
  });

  it('gives a machine its own, by its key', async () => {
    const { code, stdout } = await cuao(['token', '--client', 'inspectorate-mirror']);
    expect(code).toBe(0);
    const bundle = await fetch(`${gateway.url}/log/tile/entries/000`, { headers: { authorization: `Bearer ${stdout.trim()}` } });
    expect(bundle.status).toBe(404);
  });

  it.each<[string[], number, RegExp]>([
    [['--as', 'maj'], 4, /Ý bạn là `mai`/],
    [['--as', 'mai', '--role', 'approver'], 3, /không giữ vai trò/],
    [['--as', 'mai', '--role', 'emperor'], 3, /không giữ vai trò/],
    [['--client', 'nobody'], 3, /không đọc được khóa/],
    [['--client', '../../etc'], 3, /không hợp lệ/],
    [['--as', 'mai', '--client', 'inspectorate-mirror'], 2, /cách dùng/],
    [['--sa', 'mai'], 2, /cách dùng/],
    [[], 2, /cách dùng/],
  ])('token %j ends with %i and says why on stderr', async (args, code, words) => {
    const said = await cuao(['token', ...args]);
    expect([said.code, said.stdout]).toEqual([code, '']);
    expect(said.stderr).toMatch(words);
  });

  it('where nothing runs says so', async () => {
    const { code, stderr } = await cuao(['token', '--as', 'mai'], '/nonexistent');
    expect([code, stderr.includes('npm start')]).toEqual([8, true]);
  });
});

it('cuao demo people lists who may sign in, for people and for programs', async () => {
  const { code, stdout } = await cuao(['demo', 'people']);
  expect(code).toBe(0);
  expect(stdout.trim().split('\n').length).toBe(17);
  expect(stdout).toMatch(/^hoa +Dương Thị Hoa +requester, approver/m);
  const { items } = JSON.parse((await cuao(['demo', 'people', '--json'])).stdout) as { items: { key: string }[] };
  expect(items.map(({ key }) => key)).toContain('mai');
});
