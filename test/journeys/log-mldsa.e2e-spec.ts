import '../support/node-errors.js';
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FolderStore, LogFiles, type EntryWriter, type LogReader } from '#libs/audit';
import { readBody } from '../../libs/audit/src/http-exchange.js';
import { parseHeadRequest } from '../../libs/audit/src/note/head-request.js';
import { mlDsaKeyPair } from '../../libs/audit/src/note/ml-dsa.js';
import { cosignText, cosignTree, parseNote, type NoteSignature } from '../../libs/audit/src/note/signed-note.js';
import { mlDsaVerifierKey, noteKeyTypes, parseVerifierKey, verifierKey, type VerifierKey } from '../../libs/audit/src/note/verifier-key.js';
import { buildGoVerifier } from '../fuzz/fuzzer.js';
import { eventually } from '../support/eventually.js';
import { openLogGateway, type LogGateway } from './log-gateway.js';
import { checkpointSize, openLogHouse, someDraft, type LogHouse } from './log-house.js';

// The running log under cosignatures by ML-DSA-44 beside those by Ed25519: what outsiders of either kind see, and who counts.

const cli = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');
const work = mkdtempSync(path.join(tmpdir(), 'cuao-mldsa-'));
const at = (name: string): string => path.join(work, name);

/** A witness of another make: one key, one line, no memory. */
interface OtherMake {
  readonly server: Server;
  readonly entry: { readonly name: string; readonly vkey: string; readonly url: string };
}

async function otherMake(name: string, key: VerifierKey, cosign: (text: string) => string): Promise<OtherMake> {
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const note = parseNote(parseHeadRequest(body)?.note ?? Buffer.alloc(0));
      response.end(note === null ? '' : cosign(note.text));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, entry: { name, vkey: key.text, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } };
}

const now = (): number => Math.floor(Date.now() / 1_000);

async function olderMake(): Promise<OtherMake> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = verifierKey('older.example', noteKeyTypes.cosignatureV1, privateKey);
  return otherMake('older', key, (text) => cosignText(text, key, privateKey, now()));
}

async function newerMake(): Promise<OtherMake> {
  const pair = mlDsaKeyPair(randomBytes(32));
  const key = mlDsaVerifierKey('newer.example', pair.publicKey);
  return otherMake('newer', key, (text) => cosignTree(text, key, pair, now()) ?? '');
}

describe('the log under ML-DSA-44', () => {
  let house: LogHouse;
  let writer: EntryWriter;
  let gateway: LogGateway;
  let reader: LogReader;
  let verifierInGo: string | null;
  const policyFile = (): string => house.environments.worker['CUAO_LOG_POLICY_FILE'] ?? '';
  const file = (name: string): string => path.join(house.logDir, name);
  const linesIn = (name: string): readonly NoteSignature[] => parseNote(readFileSync(file(name)))?.signatures ?? [];
  const typesIn = (name: string): (number | undefined)[] =>
    readFileSync(file(name), 'utf8')
      .split('\n')
      .flatMap((line) => line.split(' ').filter((word) => word.split('+').length > 2))
      .map((word) => parseVerifierKey(word)?.type);

  /** Exit codes of the house's verifier and of the one in Go, on the same words. */
  function bothSay(command: string, ...words: string[]): number[] {
    const mine = spawnSync(process.execPath, [cli, 'verify', command, ...words], { encoding: 'utf8', env: {} }).status ?? -1;
    return verifierInGo === null ? [mine] : [mine, spawnSync(verifierInGo, [command, ...words], { encoding: 'utf8' }).status ?? -1];
  }
  const agreed = (code: number): number[] => (verifierInGo === null ? [code] : [code, code]);

  async function grow(): Promise<void> {
    const before = house.publishedSize();
    await writer.append(someDraft());
    await eventually('grown', () => house.publishedSize() > before);
  }

  beforeAll(async () => {
    verifierInGo = buildGoVerifier(path.resolve(import.meta.dirname, '../verifier'), work);
    house = await openLogHouse();
    writer = house.writer('gateway-1');
    gateway = await openLogGateway(house);
    ({ reader } = gateway);
    for (let each = 0; each < 5; each += 1) await writer.append(someDraft());
    await eventually('witnessed', () => checkpointSize(house.logDir) >= 5);
  }, 180_000);
  afterAll(async () => {
    await writer?.onModuleDestroy();
    await gateway?.close();
    await house?.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('bears both signatures of its witness, Ed25519 first, in a checkpoint of sane size', () => {
    expect(linesIn('checkpoint').map(({ bytes }) => bytes.length)).toEqual([64, 8 + 64, 8 + 2_420]);
    expect(readFileSync(file('checkpoint')).length).toBeLessThan(4_096);
  });

  it('tells old readers what it always told them, and new ones beside it', async () => {
    expect(typesIn('vkeys')).toEqual([1, 4]);
    expect(typesIn('policy')).toEqual([1, 4]);
    expect(typesIn('vkeys-mldsa')).toEqual([6]);
    expect(typesIn('policy-mldsa')).toEqual([1, 6]);
    for (const name of ['vkeys-mldsa', 'policy-mldsa'])
      expect(await new LogFiles(new FolderStore(house.logDir)).open(`/log/${name}`)).toMatchObject({
        status: 200,
        contentType: 'text/plain; charset=utf-8',
        needsBearer: false,
        body: readFileSync(file(name)),
      });
    for (const name of ['vkeys-mldsa2', 'policy-mldsa/', 'policy-', 'witness-mldsa.key'])
      expect((await new LogFiles(new FolderStore(house.logDir)).open(`/log/${name}`)).status).toBe(404);
  });

  it('is verified by both verifiers under either policy: the log whole, its growth, and a proof', async () => {
    const receipt = await writer.append(someDraft());
    await eventually('witnessed', async () => (await reader.find(receipt.entryId, 'house'))?.state === 'WITNESSED');
    const proof = await reader.proof(receipt.entryId, 'house');
    if (proof.kind !== 'proof') throw new Error(proof.kind);
    // Two signatures of one hand are one witness to whoever is shown them.
    expect(proof.witnesses).toHaveLength(1);
    writeFileSync(at('one.tlog-proof'), proof.text);
    cpSync(file('checkpoint'), at('saved'));
    await grow();
    for (const name of ['policy', 'policy-mldsa']) {
      expect(bothSay('audit', house.logDir, '--policy', file(name))).toEqual(agreed(0));
      expect(bothSay('proof', at('one.tlog-proof'), '--policy', file(name))).toEqual(agreed(0));
      expect(bothSay('consistency', at('saved'), file('checkpoint'), '--policy', file(name), '--log', house.logDir)).toEqual(agreed(0));
    }
  });

  it('is condemned by both where such a signature is bent, moved or missing, and by neither that does not ask for it', async () => {
    const note = parseNote(readFileSync(file('checkpoint')));
    const [, old, fresh] = note?.signatures ?? [];
    if (note === null || old === undefined || fresh === undefined) throw new Error('the checkpoint lacks a signature');
    cpSync(house.logDir, at('copy'), { recursive: true });
    const whole = readFileSync(file('checkpoint'), 'utf8');
    const lineOf = (signature: Buffer, name = fresh.name): string =>
      `\u2014 ${name} ${Buffer.concat([fresh.keyId, signature]).toString('base64')}\n`;
    const turned = (bit: number): Buffer => {
      const bytes = Buffer.from(fresh.bytes);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return bytes;
    };
    const stranger = mlDsaKeyPair(randomBytes(32));
    const strangers = cosignTree(note.text, mlDsaVerifierKey(fresh.name, stranger.publicKey), stranger, now()) ?? '';
    const ways: Readonly<Record<string, string>> = {
      'a bit of the signature': lineOf(turned(8 * 1_000)),
      'its last bit': lineOf(turned(8 * fresh.bytes.length - 1)),
      'its time': lineOf(turned(63)),
      "another key's signature under its id": lineOf(parseNote(Buffer.from(`x\n\n${strangers}`))?.signatures[0]?.bytes ?? Buffer.alloc(0)),
      "the witness's Ed25519 signature under its id": lineOf(old.bytes),
      'no signature under its id': lineOf(fresh.bytes.subarray(0, 8)),
      'a byte too many': lineOf(Buffer.concat([fresh.bytes, Buffer.alloc(1)])),
      'another name': lineOf(fresh.bytes, 'witness.other.example'),
      "another key's line in its place": strangers,
      'no line at all': '',
    };
    for (const [what, line] of Object.entries(ways)) {
      writeFileSync(at('copy/checkpoint'), whole.replace(fresh.line, line));
      expect([what, ...bothSay('audit', at('copy'), '--policy', file('policy-mldsa'))]).toEqual([what, ...agreed(6)]);
      expect([what, ...bothSay('audit', at('copy'), '--policy', file('policy'))]).toEqual([what, ...agreed(0)]);
    }
    // The size is under every signature, the log's too.
    writeFileSync(at('copy/checkpoint'), whole.replace(/\n\d+\n/, '\n3\n'));
    expect(bothSay('audit', at('copy'), '--policy', file('policy-mldsa'))).toEqual(agreed(6));
  }, 120_000);

  it('records the keys of the second kind as it does those of the first', async () => {
    const newest = async (): Promise<unknown> => (await reader.page('everything', { type: 'log.trust' }, 1)).entries[0]?.leaf.details;
    const sha256 = (text: Uint8Array | string): string => createHash('sha256').update(text).digest('hex');
    await eventually('the worker has looked', async () => (await newest()) !== undefined);
    expect(await newest()).toMatchObject({
      sha256: sha256(readFileSync(file('policy'))),
      mldsaSha256: sha256(readFileSync(file('policy-mldsa'))),
      mldsaQuorum: 1,
      mldsaWitness1: `sha256 ${sha256(readFileSync(file('vkeys-mldsa'), 'utf8').trim())}`,
    });
  }, 60_000);

  it('counts institutions: witnesses of other makes by one key alone, and never two signatures of one hand as two', async () => {
    const before = readFileSync(policyFile(), 'utf8');
    const { witnesses: own } = JSON.parse(before) as { witnesses: object[] };
    const [older, newer] = [await olderMake(), await newerMake()];
    try {
      writeFileSync(policyFile(), JSON.stringify({ witnesses: [...own, older.entry, newer.entry], quorum: 3 }));
      await grow();
      await eventually('three have cosigned', () => linesIn('checkpoint').length === 5);
      expect(linesIn('checkpoint.witnessed')).toHaveLength(5);
      expect([typesIn('policy'), typesIn('policy-mldsa')]).toEqual([
        [1, 4, 4],
        [1, 6, 6],
      ]);
      for (const name of ['policy', 'policy-mldsa']) {
        expect(readFileSync(file(name), 'utf8')).toContain('group witnesses 2 w1 ');
        expect(bothSay('audit', house.logDir, '--policy', file(name))).toEqual(agreed(0));
      }
      writeFileSync(policyFile(), JSON.stringify({ witnesses: [...own, older.entry], quorum: 2 }));
      older.server.close();
      older.server.closeAllConnections();
      const witnessed = checkpointSize(house.logDir);
      await writer.append(someDraft());
      // Published alone after some seconds, with both lines of the one that answered; not witnessed.
      await eventually('published', () => house.publishedSize() > witnessed);
      expect(linesIn('checkpoint')).toHaveLength(3);
      const sizeOf = (name: string): number => Number(readFileSync(file(name), 'utf8').split('\n')[1]);
      expect(sizeOf('checkpoint.witnessed')).toBeLessThan(sizeOf('checkpoint'));
      expect(bothSay('audit', house.logDir, '--policy', file('policy'))).toEqual(agreed(6));
      // Of the two keys that this policy could name there is one, and it signed.
      expect(bothSay('audit', house.logDir, '--policy', file('policy-mldsa'))).toEqual(agreed(0));
    } finally {
      writeFileSync(policyFile(), before);
      for (const { server } of [older, newer]) {
        server.close();
        server.closeAllConnections();
      }
    }
    await eventually('witnessed again', () => readFileSync(file('checkpoint')).equals(readFileSync(file('checkpoint.witnessed'))));
  }, 180_000);

  it('takes the second lists away with the last such key, and the first ones stay as they were', async () => {
    const before = readFileSync(policyFile(), 'utf8');
    const { witnesses, quorum } = JSON.parse(before) as { witnesses: Record<string, string>[]; quorum: number };
    const policy = readFileSync(file('policy'));
    writeFileSync(policyFile(), JSON.stringify({ witnesses: witnesses.map(({ name, vkey, url }) => ({ name, vkey, url })), quorum }));
    await grow();
    await eventually('gone', async () => (await new LogFiles(new FolderStore(house.logDir)).open('/log/policy-mldsa')).status === 404);
    expect((await new LogFiles(new FolderStore(house.logDir)).open('/log/vkeys-mldsa')).status).toBe(404);
    await eventually('one line less', () => linesIn('checkpoint').length === 2);
    expect(readFileSync(file('policy')).equals(policy)).toBe(true);
    writeFileSync(policyFile(), before);
    await grow();
    await eventually('back', () => linesIn('checkpoint').length === 3);
    expect(typesIn('vkeys-mldsa')).toEqual([6]);
  }, 120_000);
});
