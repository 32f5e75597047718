import '../support/node-errors.js';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../apps/cli/src/commands/witness.js';
import { ask } from '../../libs/audit/src/http-exchange.js';
import { mlDsaKeyPair } from '../../libs/audit/src/note/ml-dsa.js';
import { mlDsaVerifierKey, noteKeyTypes, verifierKey, type Ed25519KeyType } from '../../libs/audit/src/note/verifier-key.js';
import { parseWitnessPolicy, WitnessPolicyFile } from '../../libs/audit/src/note/witness-policy.js';
import { writeLogPolicy } from '../../tools/city/steps.mjs';
import { heardFrom, type Said } from '../journeys/policy-city.js';

const vkeyOf = (name: string, type: Ed25519KeyType = noteKeyTypes.cosignatureV1): string =>
  verifierKey(name, type, generateKeyPairSync('ed25519').privateKey).text;
const mlDsaVkeyOf = (name: string): string => mlDsaVerifierKey(name, mlDsaKeyPair(randomBytes(32)).publicKey).text;

describe('whom the log asks for cosignatures', () => {
  let folder: string;
  let file: string;
  const own = vkeyOf('witness.city.example');
  const ownMlDsa = mlDsaVkeyOf('witness.city.example');
  const other = vkeyOf('witness.university.example/lite');
  const witness = (...args: readonly string[]): Promise<Said> => heardFrom(run, [...args, '--policy', file]);
  /** What a start of the demo city does; the port of its own witness may be another each time. */
  const cityStarts = (port: number, vkey = own): void => {
    writeFileSync(path.join(folder, 'own.vkey'), `${vkey}\n`);
    writeFileSync(path.join(folder, 'own-mldsa.vkey'), `${ownMlDsa}\n`);
    writeLogPolicy(file, {
      witnessVkeyFile: path.join(folder, 'own.vkey'),
      mldsaVkeyFile: path.join(folder, 'own-mldsa.vkey'),
      witnessUrl: `http://127.0.0.1:${port}/witness`,
    });
  };
  const policy = (): { quorum: number; witnesses: { name: string; url: string; vkey: string; mldsaVkey?: string }[] } =>
    JSON.parse(readFileSync(file, 'utf8')) as never;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cuao-witnesses-'));
    file = path.join(folder, 'log-policy.json');
    cityStarts(7403);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes one of any make by its address and key alone, and the worker sees it without a restart', async () => {
    const worker = new WitnessPolicyFile(file);
    expect(worker.get()).toMatchObject({ quorum: 1, witnesses: [{ name: 'witness.city.example' }] });
    const added = await witness('add', 'https://witness.university.example/', other, '--quorum', '2');
    expect([added.code, added.stdout]).toEqual([0, expect.stringContaining('2 of 2 cosignatures make a checkpoint witnessed')]);
    expect(worker.get()).toMatchObject({ quorum: 2, witnesses: [{}, { name: 'witness.university.example/lite' }] });
    expect((await witness('list', '--json')).stdout).toContain('"quorum":2');
  });

  it('keeps those that were added over a start of the city, with its own witness at its new address', async () => {
    await witness('add', other, 'http://127.0.0.1:7380', '--quorum', '2');
    const renewed = vkeyOf('witness.city.example');
    cityStarts(7999, renewed);
    expect(policy()).toEqual({
      quorum: 2,
      witnesses: [
        { name: 'witness.city.example', vkey: renewed, mldsaVkey: ownMlDsa, url: 'http://127.0.0.1:7999/witness' },
        { name: 'witness.university.example/lite', vkey: other, url: 'http://127.0.0.1:7380' },
      ],
    });
    writeFileSync(file, '{');
    expect(() => cityStarts(7999)).toThrow('is not readable as a policy of witnesses');
  });

  it('gives a city of before its own second key, and one of another make the keys that it has, in whatever order', async () => {
    writeFileSync(file, JSON.stringify({ witnesses: [{ name: 'witness.city.example', vkey: own, url: 'http://127.0.0.1:1' }], quorum: 1 }));
    cityStarts(7403);
    expect(policy().witnesses).toMatchObject([{ vkey: own, mldsaVkey: ownMlDsa }]);
    const second = mlDsaVkeyOf('witness.university.example/lite');
    expect((await witness('add', second, 'https://witness.university.example', other, '--quorum', '2')).code).toBe(0);
    const newer = mlDsaVkeyOf('newer.example');
    expect((await witness('add', 'https://newer.example', newer, '--quorum', '3')).code).toBe(0);
    expect(policy()).toMatchObject({
      quorum: 3,
      witnesses: [{}, { name: 'witness.university.example/lite', vkey: other, mldsaVkey: second }, { name: 'newer.example', vkey: newer }],
    });
    expect((await witness('list')).stdout).toContain(second);
    for (const [code, ...args] of [
      [5, 'add', 'https://again.example', newer],
      [5, 'add', 'https://again.example', second],
      [2, 'add', 'https://two.example', vkeyOf('two.example'), vkeyOf('two.example')],
      [2, 'add', 'https://three.example', vkeyOf('three.example'), mlDsaVkeyOf('three.example'), mlDsaVkeyOf('three.example')],
      [2, 'add', 'https://none.example', vkeyOf('none.example'), 'none.example+00000000+AAAA'],
      [2, 'add', 'https://none.example'],
    ] as const)
      expect([args[1], (await witness(...args)).code]).toEqual([args[1], code]);
  });

  it('gives it no second key where readers would not take so many signatures', () => {
    const others = Array.from({ length: 14 }, (_, at) => ({ name: `w${at}`, vkey: vkeyOf(`w${at}`), url: 'http://w.example' }));
    writeFileSync(
      file,
      JSON.stringify({ witnesses: [{ name: 'witness.city.example', vkey: own, url: 'http://w.example' }, ...others], quorum: 1 }),
    );
    cityStarts(7403);
    expect(policy().witnesses[0]).toEqual({ name: 'witness.city.example', vkey: own, url: 'http://127.0.0.1:7403/witness' });
    expect(parseWitnessPolicy(readFileSync(file, 'utf8')).witnesses).toHaveLength(15);
  });

  it('leaves the file as it was where the wish makes no policy', async () => {
    const before = readFileSync(file, 'utf8');
    for (const [code, ...args] of [
      [2, 'add', 'ftp://witness.example', other],
      [2, 'add', 'https://witness.example', vkeyOf('log.example', noteKeyTypes.ed25519)],
      [2, 'add', 'https://witness.example', `${other}A`],
      [2, 'add', 'https://witness.example', other, '--quorum', '3'],
      [2, 'quorum', 'all'],
      [2, 'ad', 'https://witness.example', other],
      [5, 'add', 'https://witness.example', own],
      [4, 'remove', 'witness.nowhere.example'],
      // The quorum would be more than there are.
      [2, 'remove', 'witness.city.example'],
    ] as const)
      expect([args, (await witness(...args)).code]).toEqual([args, code]);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect((await witness('remove', 'witness.city.example', '--quorum', '0')).code).toBe(0);
    expect(policy()).toEqual({ quorum: 0, witnesses: [] });
  });

  it('are no more than a note can carry beside the log', () => {
    const many = (count: number): string =>
      JSON.stringify({
        quorum: 1,
        witnesses: Array.from({ length: count }, (_, at) => ({ name: `w${at}`, vkey: vkeyOf(`w${at}.example`), url: 'http://w.example' })),
      });
    expect(parseWitnessPolicy(many(15)).witnesses).toHaveLength(15);
    expect(() => parseWitnessPolicy(many(16))).toThrow('at most 15');
  });

  it('are spoken to by TLS where their address says so', async () => {
    const first = new Promise<number | undefined>((resolve) => {
      const server = createServer((socket) =>
        socket
          .on('error', () => undefined)
          .once('data', (bytes) => {
            resolve(bytes[0]);
            socket.destroy();
            server.close();
          }),
      ).listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' ? address?.port : 0;
        void ask({ url: `https://127.0.0.1:${port}/add-checkpoint`, timeoutMs: 2_000 }).catch(() => undefined);
      });
    });
    const clientHello = 0x16;
    expect(await first).toBe(clientHello);
  });
});
