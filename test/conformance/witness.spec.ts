import '../support/node-errors.js';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FixedClock } from '#libs/kernel';
import { createSigner } from '../../apps/signer/src/signer.js';
import { createWitness } from '../../apps/witness/src/witness.js';
import type { RunningProcess } from '#libs/config';
import { checkpointText } from '../../libs/audit/src/note/checkpoint.js';
import { formatHeadRequest } from '../../libs/audit/src/note/head-request.js';
import { openCheckpoint } from '../../libs/audit/src/note/opened-checkpoint.js';
import { signText } from '../../libs/audit/src/note/signed-note.js';
import { noteKeyTypes, parseVerifierKey, verifierKey, type VerifierKey } from '../../libs/audit/src/note/verifier-key.js';
import { emptyRoot, leafHash, type Hash } from '../../libs/audit/src/tree/hash.js';
import { SmallTree } from '../../libs/audit/src/tree/small-tree.js';
import { consistencyRuns } from '../../libs/audit/src/tree/subtree.js';
import { freePort } from '../support/ports.js';
import { ask, sayOn, type Answer } from './witness-talk.js';

const origin = 'log.example/1';
const leaves = Array.from({ length: 20 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const tree = (size: number): SmallTree => new SmallTree(leaves.slice(0, size));
const rootOf = (size: number): Hash => (size === 0 ? emptyRoot : tree(size).root());
const proofOf = (from: number, to: number): Hash[] => consistencyRuns(from, to).map((run) => tree(to).hashOf(run));

describe('the witness speaks C2SP tlog-witness', () => {
  let folder: string;
  let url: string;
  let process_: RunningProcess;
  let start: () => Promise<void>;
  let keys: VerifierKey[];
  const clock = new FixedClock('2026-11-24T02:50:10.376Z');
  const { privateKey } = generateKeyPairSync('ed25519');
  const logKey = verifierKey(origin, noteKeyTypes.ed25519, privateKey);
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const noteOf = (size: number, root = rootOf(size), name = origin, key = privateKey): string => {
    const text = checkpointText({ origin: name, size, root });
    return `${text}\n${signText(text, verifierKey(name, noteKeyTypes.ed25519, key), key)}`;
  };
  const keyIn = (name: string): VerifierKey => {
    const key = parseVerifierKey(readFileSync(path.join(folder, name), 'utf8').trim());
    if (key === null) throw new Error(`no key in ${name}`);
    return key;
  };
  const add = (old: number, proof: readonly Hash[], note: string): Promise<Answer> =>
    ask({ url: `${url}/add-checkpoint` }, 'POST', formatHeadRequest(old, proof, note));

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'cuao-witness-'));
    writeFileSync(path.join(folder, 'log.vkey'), `${logKey.text}\n`);
    const port = await freePort();
    url = `http://127.0.0.1:${port}/witness`;
    const config = {
      stateDir: folder,
      logOrigin: origin,
      port,
      witnessDir: folder,
      witnessName: 'witness.example',
      logVkeyFile: path.join(folder, 'log.vkey'),
    };
    start = async () => {
      process_ = await createWitness(config, clock);
    };
    await start();
    keys = ['witness.vkey', 'witness-mldsa.vkey'].map(keyIn);
  });
  afterEach(async () => {
    await process_.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('200: cosigns what continues the last one, with its time, and serves it', async () => {
    const first = await add(0, [], noteOf(5));
    expect(first.status).toBe(200);
    const at = Math.floor(clock.nowMs() / 1_000);
    const opened = openCheckpoint(Buffer.from(noteOf(5) + first.body), logKey, keys);
    expect(opened?.signatures.map(({ key, time }) => [key.type, time])).toEqual([
      [noteKeyTypes.ed25519, null],
      [noteKeyTypes.cosignatureV1, at],
      [noteKeyTypes.mlDsa, at],
    ]);
    expect((await add(5, proofOf(5, 12), noteOf(12))).status).toBe(200);
    const served = await ask({ url: `${url}/${createHash('sha256').update(origin).digest('hex')}/checkpoint` }, 'GET');
    expect(served).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
    // What it keeps, durable before the answer left, holds both signatures.
    expect(openCheckpoint(Buffer.from(served.body), logKey, keys)?.signatures).toHaveLength(3);
    expect((await ask({ url: `${url}/vkey` }, 'GET')).body).toBe(keys.map(({ text }) => `${text}\n`).join(''));
  });

  it('200: one line a key, each by its own: a client of either kind finds what it knows and ignores the other', async () => {
    const { body } = await add(0, [], noteOf(5));
    expect(body.match(/^\u2014 witness\.example [A-Za-z0-9+/]+=*$/gm)).toHaveLength(2);
    for (const key of keys)
      expect(openCheckpoint(Buffer.from(noteOf(5) + body), logKey, [key])?.signatures.map((each) => each.key.type)).toEqual([1, key.type]);
    // litewitness refuses bodies over 10 KiB; a log that sends a note with such lines would be near it.
    expect(Buffer.byteLength(body)).toBeLessThan(3_600);
  });

  it('gets its second key at the first start over a folder of before, and goes on from what it has signed', async () => {
    await add(0, [], noteOf(5));
    const [old, lost] = keys.map(({ text }) => text);
    await process_.close();
    for (const name of ['witness-mldsa.key', 'witness-mldsa.vkey']) rmSync(path.join(folder, name));
    await start();
    const [same, made] = ['witness.vkey', 'witness-mldsa.vkey'].map((name) => keyIn(name).text);
    expect([same === old, made === lost]).toEqual([true, false]);
    const { status, body } = await add(5, proofOf(5, 12), noteOf(12));
    expect([status, body.split('\n').length]).toEqual([200, 3]);
  });

  it('200: the same checkpoint again, with a fresh time', async () => {
    const first = await add(0, [], noteOf(5));
    clock.advanceMs(60_000);
    const again = await add(5, [], noteOf(5));
    expect(again.status).toBe(200);
    expect(again.body).not.toBe(first.body);
  });

  it('200: the empty tree, and from it onwards', async () => {
    expect((await add(0, [], noteOf(0))).status).toBe(200);
    expect((await add(0, [], noteOf(3))).status).toBe(200);
  });

  it('400: malformed, or an old size beyond the checkpoint', async () => {
    const good = formatHeadRequest(0, [], noteOf(5));
    for (const body of [
      '',
      'old 0',
      good.replace('old 0', 'old 00'),
      good.replace('old 0', 'new 0'),
      good.replace('\n\n', '\nAAAA\n\n'),
      good.slice(0, -3),
      'x'.repeat(70_000),
    ])
      expect([body.slice(0, 20), (await ask({ url: `${url}/add-checkpoint` }, 'POST', body)).status]).toEqual([body.slice(0, 20), 400]);
    await add(0, [], noteOf(5));
    expect((await add(6, [], noteOf(5))).status).toBe(400);
  });

  it('ends the connection on which a body was too long, whose rest would be taken for the next request', async () => {
    const { hostname, port, pathname } = new URL(`${url}/add-checkpoint`);
    const long = Buffer.alloc(300_000, 'x');
    const said = await sayOn(Number(port), hostname, [
      `POST ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: ${long.length}\r\n\r\n`,
      long,
    ]);
    expect(said).toMatch(/^HTTP\/1\.1 400 [^]*connection: close[^]*body too long\n$/i);
  });

  it('lets go of a body that never ends, and answers others meanwhile', async () => {
    const { hostname, port, pathname } = new URL(`${url}/add-checkpoint`);
    const began = performance.now();
    const slow = sayOn(Number(port), hostname, [`POST ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nold 0\n`]);
    expect((await add(0, [], noteOf(5))).status).toBe(200);
    await slow;
    expect(performance.now() - began).toBeLessThan(13_000);
  });

  it('403: no trusted signature, or a false one', async () => {
    expect((await add(0, [], noteOf(5, rootOf(5), origin, stranger))).status).toBe(403);
    expect((await add(0, [], noteOf(5).replace('\n5\n', '\n6\n'))).status).toBe(403);
  });

  it('404: a log it does not know, and any other path', async () => {
    expect((await add(0, [], noteOf(5, rootOf(5), 'other.example/1', stranger))).status).toBe(404);
    for (const name of ['', '/', '/nothing', `/${'0'.repeat(64)}/checkpoint`])
      expect((await ask({ url: `${url}${name}` }, 'GET')).status).toBe(404);
  });

  it('409: another old size than the stored one, which it tells', async () => {
    await add(0, [], noteOf(5));
    expect(await add(0, [], noteOf(12))).toEqual({ status: 409, body: '5\n', type: 'text/x.tlog.size' });
    expect(await add(4, proofOf(4, 12), noteOf(12))).toEqual({ status: 409, body: '5\n', type: 'text/x.tlog.size' });
    expect((await add(0, [], noteOf(3))).status).toBe(409);
  });

  it('422: a proof that does not lead there, any proof from nothing, another root for the same size', async () => {
    expect((await add(0, [emptyRoot], noteOf(5))).status).toBe(422);
    expect((await add(0, [], noteOf(0, randomBytes(32)))).status).toBe(422);
    await add(0, [], noteOf(5));
    expect((await add(5, proofOf(5, 12).slice(1), noteOf(12))).status).toBe(422);
    expect((await add(5, [...proofOf(5, 12), emptyRoot], noteOf(12))).status).toBe(422);
    expect((await add(5, proofOf(5, 12), noteOf(12, randomBytes(32)))).status).toBe(422);
    expect((await add(5, [], noteOf(5, randomBytes(32)))).status).toBe(422);
    expect((await add(5, [emptyRoot], noteOf(5))).status).toBe(422);
  });

  it('remembers over a restart, and refuses to start when its memory is unreadable', async () => {
    await add(0, [], noteOf(5));
    await process_.close();
    await start();
    expect((await add(0, [], noteOf(12))).body).toBe('5\n');
    await process_.close();
    writeFileSync(path.join(folder, `${createHash('sha256').update(origin).digest('hex')}.json`), '{');
    await expect(start()).rejects.toThrow('is not a readable head');
  });

  it('lets only one of two rival continuations through', async () => {
    await add(0, [], noteOf(5));
    const fork = new SmallTree([...leaves.slice(0, 5), randomBytes(32), randomBytes(32)]);
    const forkProof = consistencyRuns(5, 7).map((run) => fork.hashOf(run));
    const answers = await Promise.all([add(5, proofOf(5, 7), noteOf(7)), add(5, forkProof, noteOf(7, fork.root()))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('the signer', () => {
  let folder: string;
  let socketPath: string;
  let running: RunningProcess;
  let logKey: VerifierKey;
  const start = async (): Promise<void> => {
    running = await createSigner({
      stateDir: folder,
      logOrigin: origin,
      signerDir: path.join(folder, 'signer'),
      signerSocket: socketPath,
    });
  };
  const sign = (old: number, proof: readonly Hash[], size: number, root = rootOf(size), name = origin): Promise<Answer> =>
    ask({ socketPath, path: '/sign' }, 'POST', formatHeadRequest(old, proof, checkpointText({ origin: name, size, root })));

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'cuao-signer-'));
    socketPath = path.join(folder, 's.sock');
    await start();
    const key = parseVerifierKey((await ask({ socketPath, path: '/vkey' }, 'GET')).body.trim());
    if (key === null) throw new Error('no key');
    logKey = key;
  });
  afterEach(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('signs a tree that continues its last one, the same one with the same bytes, and its name is the origin', async () => {
    const first = await sign(0, [], 5);
    expect(first.status).toBe(200);
    expect(openCheckpoint(Buffer.from(`${checkpointText({ origin, size: 5, root: rootOf(5) })}\n${first.body}`), logKey)).toMatchObject({
      size: 5,
    });
    expect(await sign(5, [], 5)).toEqual(first);
    expect((await sign(5, proofOf(5, 12), 12)).status).toBe(200);
    expect((await ask({ socketPath, path: '/size' }, 'GET')).body).toBe('12\n');
    expect(readFileSync(path.join(folder, 'signer/log.vkey'), 'utf8').trim()).toBe(logKey.text);
  });

  it('refuses a smaller size, another root, a failed proof, another log and anything malformed', async () => {
    await sign(0, [], 12);
    expect(await sign(0, [], 5)).toMatchObject({ status: 409, body: '12\n' });
    expect((await sign(12, [], 5)).status).toBe(400);
    expect((await sign(12, [], 12, randomBytes(32))).status).toBe(422);
    expect((await sign(12, proofOf(12, 20), 20, randomBytes(32))).status).toBe(422);
    expect((await sign(12, [], 20)).status).toBe(422);
    expect((await sign(12, proofOf(12, 20), 20, rootOf(20), 'log.example/2')).status).toBe(404);
    const extended = `${checkpointText({ origin, size: 20, root: rootOf(20) })}extension\n`;
    expect((await ask({ socketPath, path: '/sign' }, 'POST', formatHeadRequest(12, proofOf(12, 20), extended))).status).toBe(404);
    expect((await ask({ socketPath, path: '/sign' }, 'POST', 'sign this')).status).toBe(400);
    expect((await ask({ socketPath, path: '/signer.key' }, 'GET')).status).toBe(404);
    expect((await sign(12, proofOf(12, 20), 20)).status).toBe(200);
  });

  it('remembers over a restart, whatever the database says', async () => {
    await sign(0, [], 12);
    await running.close();
    await start();
    expect(await sign(0, [], 3)).toMatchObject({ status: 409, body: '12\n' });
  });

  it('is alone: a second one with the same socket does not start', async () => {
    await expect(start()).rejects.toThrow('another signer answers');
  });
});
