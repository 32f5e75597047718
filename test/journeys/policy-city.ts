import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { readBundle, readManifest, sha256Hex, writeBundle, type BundleFiles } from '#libs/regulation';
import type { RunCommand } from '../../apps/cli/src/command.js';
import { run } from '../../apps/cli/src/commands/policy.js';
import type { TestGateway } from '../conformance/test-gateway.js';

export const bundleFolder = path.resolve(import.meta.dirname, '../../policies/bundle');
export const demoKeys = path.resolve(import.meta.dirname, '../../policies/demo-keys/keys.json');

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where commands find the gateway, as `npm start` leaves it. */
export async function announce({ url, idpUrl, services: { stateDir } }: TestGateway): Promise<void> {
  const record = { version: 1, url, urls: { gateway: url, idp: idpUrl }, paths: { state: stateDir } };
  await writeFile(path.join(stateDir, 'run.json'), JSON.stringify(record));
  process.env['CUAO_STATE_DIR'] = stateDir;
  process.env['CUAO_POLICY_DIR'] = bundleFolder;
}

/** `cuao policy …` */
export const policy = (...args: readonly string[]): Promise<Said> => heardFrom(run, args);

/** A command in this process: the same code, without the second that a program takes to start. */
export async function heardFrom(command: RunCommand, args: readonly string[]): Promise<Said> {
  const heard: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((text: string | Uint8Array) => {
      heard[name] += String(text);
      return true;
    }),
  );
  try {
    return { code: await command(args), ...heard };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

interface Question {
  readonly action: string;
  readonly viewer: { readonly roles: readonly string[] };
}

type Tables = { roles: Record<string, { actions: Record<string, true> }> };

/**
 * The committed bundle with its tables changed, under another number, not signed: what `build --out` makes of an edited table.
 * @param nowDenied golden questions that the changed rules refuse: who changes the law changes its questions with it
 */
export async function candidate(
  sequence: number,
  change: (tables: Tables) => void,
  nowDenied: (input: Question) => boolean = () => false,
): Promise<{ place: string; sha256: string }> {
  const files: Record<keyof BundleFiles, Uint8Array> = { ...(await readBundle(bundleFolder)) };
  const data = JSON.parse(Buffer.from(files['data.json']).toString()) as { tables: Tables };
  change(data.tables);
  files['data.json'] = Buffer.from(JSON.stringify(data));
  const golden = JSON.parse(Buffer.from(files['golden.json']).toString()) as { questions: { input: Question; effect: string }[] };
  for (const question of golden.questions) if (nowDenied(question.input)) question.effect = 'deny';
  files['golden.json'] = Buffer.from(JSON.stringify(golden));
  const manifest = readManifest(files);
  const changed = (['data.json', 'golden.json'] as const).map((name) => [name, sha256Hex(files[name])] as const);
  const hashes = { ...manifest.files, ...Object.fromEntries(changed) };
  files.manifest = Buffer.from(
    JSON.stringify({ ...manifest, sequence, revision: `${sequence}-${hashes['data.json'].slice(0, 12)}`, files: hashes }),
  );
  files.signatures = Buffer.from('{"signatures":[]}');
  const place = path.join(await mkdtemp(path.join(process.env['CUAO_TEST_FOLDER'] ?? tmpdir(), 'candidate-')), `${sequence}.cuao-policy`);
  await writeBundle(place, files);
  return { place, sha256: sha256Hex(files.manifest) };
}

/** Asks until it is so; the journeys wait for other processes' sweeps, never for a fixed time. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`in vain waited: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
