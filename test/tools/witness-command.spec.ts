import '../support/node-errors.js';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../apps/cli/src/commands/witness.js';
import { ask } from '../../libs/audit/src/http-exchange.js';
import { noteKeyTypes, verifierKey, type NoteKeyType } from '../../libs/audit/src/note/verifier-key.js';
import { parseWitnessPolicy, WitnessPolicyFile } from '../../libs/audit/src/note/witness-policy.js';
import { writeLogPolicy } from '../../tools/city/steps.mjs';
import { heardFrom, type Said } from '../journeys/policy-city.js';

const vkeyOf = (name: string, type: NoteKeyType = noteKeyTypes.cosignatureV1): string =>
  verifierKey(name, type, generateKeyPairSync('ed25519').privateKey).text;

describe('whom the log asks for cosignatures', () => {
  let folder: string;
  let file: string;
  const own = vkeyOf('witness.city.example');
  const other = vkeyOf('witness.university.example/lite');
  const witness = (...args: readonly string[]): Promise<Said> => heardFrom(run, [...args, '--policy', file]);
  /** What a start of the demo city does; the port of its own witness may be another each time. */
  const cityStarts = (port: number, vkey = own): void => {
    writeFileSync(path.join(folder, 'own.vkey'), `${vkey}\n`);
    writeLogPolicy(file, { witnessVkeyFile: path.join(folder, 'own.vkey'), witnessUrl: `http://127.0.0.1:${port}/witness` });
  };
  const policy = (): { quorum: number; witnesses: { name: string; url: string; vkey: string }[] } =>
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
        { name: 'witness.city.example', vkey: renewed, url: 'http://127.0.0.1:7999/witness' },
        { name: 'witness.university.example/lite', vkey: other, url: 'http://127.0.0.1:7380' },
      ],
    });
    writeFileSync(file, '{');
    expect(() => cityStarts(7999)).toThrow('is not readable as a policy of witnesses');
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
