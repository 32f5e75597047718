import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseVerifierKey, type EntryWriter, type VerifierKey } from '#libs/audit';
import { openCheckpoint } from '../../libs/audit/src/note/opened-checkpoint.js';
import { parseNote } from '../../libs/audit/src/note/signed-note.js';
import { eventually } from '../support/eventually.js';
import { root } from '../support/own-servers.js';
import { startProcess } from '../support/process.js';
import { openLogHouse, origin, someDraft, type LogHouse } from './log-house.js';

// The key that signs the log is changed as an operator does it: by `cuao log-key`, step by step, with restarts in between.

const cuao = path.join(root, 'dist/apps/cli/src/main.js');

let house: LogHouse;
let writer: EntryWriter;
beforeAll(async () => {
  house = await openLogHouse();
  writer = house.writer('gateway-1');
});
afterAll(async () => {
  await writer?.onModuleDestroy();
  await house?.close();
});

const below = (...names: string[]): string => path.join(house.services.stateDir, ...names);
const said = (...args: string[]) => spawnSync(process.execPath, [cuao, ...args], { encoding: 'utf8', env: {} });
const step = (name: string): ReturnType<typeof said> => said('log-key', name, below('signer'), '--json');
const published = (name: string): string => readFileSync(path.join(house.logDir, name), 'utf8');
const logLines = (): number =>
  (parseNote(Buffer.from(published('checkpoint')))?.signatures ?? []).filter(({ name }) => name === origin).length;
const keysIn = (list: string): VerifierKey[] =>
  list
    .trim()
    .split('\n')
    .map((line) => parseVerifierKey(line)!);

/** What an outsider who kept a policy says of the log as it is now. */
function judged(policy: string): { readonly code: number | null; readonly text: string } {
  const copy = below('copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(house.logDir, copy, { recursive: true });
  writeFileSync(below('kept-policy'), policy);
  const { status, stdout } = said('verify', 'audit', copy, '--policy', below('kept-policy'), '--max-age', '600');
  return { code: status, text: stdout };
}

async function signerAgain(): Promise<void> {
  await house.signer.stop();
  house.signer = await startProcess('signer', house.environments.signer);
}

/** An entry that a checkpoint with so many signatures of the log covers. */
async function signedBy(many: number): Promise<void> {
  await writer.append(someDraft());
  const before = house.publishedSize();
  await eventually(`a checkpoint with ${many} signatures of the log`, () => house.publishedSize() > before && logLines() === many);
}

const trust = async (): Promise<Record<string, unknown>> => {
  const rows = await house.services.sql<{ leaf: string }>(
    `select convert_from(l.leaf, 'UTF8') as leaf from audit_leaf l join audit_search s on s.idx = l.idx where s.type = 'log.trust' order by l.idx desc limit 1`,
  );
  return (JSON.parse(rows[0]?.leaf ?? '{}') as { details?: Record<string, unknown> }).details ?? {};
};

describe('the key of the log', () => {
  let first: string;
  let oldPolicy: string;
  let oldKeys: string;

  it('is joined by a second one, and both sign: nobody has to trust anything new yet', async () => {
    await signedBy(1);
    [oldPolicy, oldKeys] = [published('policy'), published('vkeys')];
    expect(published('vkeys-log')).toBe(`${oldKeys.split('\n')[0]}\n`);
    first = keysIn(published('vkeys'))[0]!.text;
    const { status, stdout } = step('add');
    expect(status).toBe(0);
    const { items } = JSON.parse(stdout) as { items: string[] };
    expect(items[0]).toBe(first);
    expect(statSync(below('signer/signer.key')).mode & 0o077).toBe(0);
    expect(step('add').status).toBe(5);
    await signerAgain();
    await signedBy(2);
    // In a list of its own: readers of the others take what follows the log's key for witnesses.
    expect(published('vkeys-log')).toBe(`${items.join('\n')}\n`);
    expect([published('policy'), published('vkeys')]).toEqual([oldPolicy, oldKeys]);
    for (const key of keysIn(published('vkeys-log'))) expect(openCheckpoint(Buffer.from(published('checkpoint')), key)).not.toBeNull();
    await eventually('the log records it', async () => (await trust())['otherLogKey'] === items[1]);
    expect(judged(oldPolicy)).toMatchObject({ code: 0 });
  });

  it('changes places with it, once the witness knows both: old and new policies hold', async () => {
    await house.witness.stop();
    house.witness = await startProcess('witness', house.environments.witness);
    expect(step('swap').status).toBe(0);
    await signerAgain();
    await signedBy(2);
    await eventually('the new key is the log’s', () => published('policy') !== oldPolicy);
    expect(published('policy')).not.toContain(first);
    expect(published('vkeys')).not.toContain(first);
    expect(published('vkeys-log')).toBe(`${keysIn(published('vkeys'))[0]!.text}\n${first}\n`);
    await eventually('the log records it', async () => (await trust())['otherLogKey'] === first);
    expect(judged(oldPolicy)).toMatchObject({ code: 0 });
    expect(judged(published('policy'))).toMatchObject({ code: 0 });
  });

  it('is destroyed: who keeps the old policy is told that the log is not signed, who took the new one sees one log from its first entry', async () => {
    expect(step('drop').status).toBe(0);
    expect(step('drop').status).toBe(5);
    await signerAgain();
    await signedBy(1);
    await eventually('the log records it', async () => (await trust())['otherLogKey'] === undefined);
    expect(published('vkeys-log')).not.toContain(first);
    expect(judged(oldPolicy)).toMatchObject({ code: 6 });
    expect(judged(published('policy'))).toMatchObject({ code: 0 });
  });

  it('is never made anew by a signer that has signed before', async () => {
    await house.signer.stop();
    rmSync(below('signer/signer.key'));
    await expect(startProcess('signer', house.environments.signer)).rejects.toThrow(/restore it from a copy/);
    expect(step('list').status).toBe(4);
  });
});
