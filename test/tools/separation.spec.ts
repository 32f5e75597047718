import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, chownSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { prepareFolders } from '../../tools/city/folders.mjs';
import { placeOf } from '../../tools/city/place.mjs';
import { chooseSeparation } from '../../tools/city/separation.mjs';

const run = promisify(execFile);
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
const others = ['gateway', 'worker', 'edge', 'idp', 'witness', 'redis', 'mirror'];
let base: string;
beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'cuao-users-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Dresser {
  readonly dress: (name: string, program: object) => never;
}

/** Reads a file as the given process would, in its user and with its rights. */
const readAs = (separation: Dresser, name: string, file: string, root: string): Promise<string> =>
  doAs(separation, name, `fs.readFileSync(file); console.log('read')`, file, root);

async function doAs(separation: Dresser, name: string, act: string, file: string, root: string): Promise<string> {
  const source = `const fs = require('node:fs'), file = process.argv[1]; try { ${act} } catch (error) { console.log(error.code); }`;
  const { command, args, ...options }: { command: string; args: string[] } = separation.dress(name, {
    command: process.execPath,
    args: ['-e', source, file],
    env: { PATH: '/usr/bin:/bin' },
    cwd: root,
  });
  return (await run(command, args, options)).stdout.trim();
}

asRoot.each([
  ['users', 0o755, 0o755, 0o644],
  ['users-hidden', 0o700, 0o755, 0o644],
  ['bare-root', 0o700, 0o700, 0o600],
])('the separation %s', (kind, parentMode, checkoutMode, fileMode) => {
  it('lets only the signer read the key of the log', async () => {
    const parent = path.join(base, kind);
    const root = path.join(parent, 'checkout');
    const place = placeOf(root, {});
    prepareFolders(place, null);
    writeFileSync(path.join(root, 'package.json'), '{}', { mode: fileMode });
    chmodSync(base, 0o755);
    chmodSync(root, checkoutMode);
    chmodSync(parent, parentMode);
    const separation = await chooseSeparation(place);
    expect(separation.kind).toBe(kind);
    prepareFolders(place, separation);
    const key = path.join(place.signer, 'signer.key');
    writeFileSync(key, 'secret', { mode: 0o600 });
    chownSync(key, separation.users.signer, separation.users.signer);
    expect(await readAs(separation, 'signer', key, root)).toBe('read');
    for (const name of others) expect([name, await readAs(separation, name, key, root)]).toEqual([name, 'EACCES']);
    // Entries go to the gateway, which gives them to those who may read them; nobody else finds them beside the hashes.
    const bundle = path.join(place.log, 'tile/entries/000.p/7');
    const publish = `fs.mkdirSync(require('node:path').dirname(file), { mode: 0o755, recursive: true }); fs.writeFileSync(file, 'e', { mode: 0o644 });`;
    expect(await doAs(separation, 'worker', publish, bundle, root)).toBe('');
    expect(await readAs(separation, 'gateway', bundle, root)).toBe('read');
    for (const name of kind === 'bare-root' ? [] : ['signer', 'witness', 'redis', 'mirror'])
      expect([name, await readAs(separation, name, bundle, root)]).toEqual([name, 'EACCES']);
    // The worker looks in the gateway's receipts for what the database lost; those of an earlier version lay there for their writer alone.
    const old = path.join(place.receipts, 'edge-1');
    mkdirSync(old, { mode: 0o700 });
    writeFileSync(path.join(old, '20261128.jsonl'), 'r', { mode: 0o600 });
    for (const entry of [old, path.join(old, '20261128.jsonl')]) chownSync(entry, separation.users.edge, separation.users.edge);
    prepareFolders(place, separation);
    const spool = path.join(place.receipts, 'gateway-1/20261129.jsonl');
    const write = `fs.mkdirSync(require('node:path').dirname(file), { mode: 0o750 }); fs.writeFileSync(file, 'r', { mode: 0o640 });`;
    await doAs(separation, 'gateway', write, spool, root);
    for (const file of [spool, path.join(old, '20261128.jsonl')]) {
      expect(await readAs(separation, 'worker', file, root)).toBe('read');
      for (const name of kind === 'bare-root' ? [] : ['signer', 'witness', 'redis'])
        expect([name, await readAs(separation, name, file, root)]).toEqual([name, 'EACCES']);
    }
    if (kind !== 'bare-root') expect(await doAs(separation, 'worker', 'fs.unlinkSync(file)', spool, root)).toBe('EACCES');
  });
});

const asOrdinaryUser = process.getuid?.() === 0 ? it.skip : it;
asOrdinaryUser('says plainly that one user holds all keys where there is no root', async () => {
  expect(await chooseSeparation(placeOf(base, {}))).toMatchObject({ kind: 'one-user', users: null });
});
