import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  evaluate,
  policyOf,
  readBundle,
  readInput,
  readManifest,
  readProposed,
  readTrust,
  sha256Hex,
  tryOut,
  writeBundle,
  type Policy,
  type Question,
} from '#libs/regulation';
import { SystemClock } from '#libs/kernel';
import { exitCodes } from '../command.js';
import { readFlags } from './flags.js';
import { policyFolder, withPolicy } from './policy-folder.js';

/** `cuao policy status` offline: which bundle, whose signatures, what it is made of. */
export function statusCommand(): Promise<number> {
  return withPolicy(async ({ bundle: { manifest, sha256, signers }, tables }, folder) => {
    const trust = await readTrust(path.join(folder, '../trust.json'));
    const coded = Object.values(tables.actions).filter((action) => action.coded).length;
    const lines = {
      revision: manifest.revision,
      sequence: manifest.sequence,
      sha256,
      valid: `${manifest.notBefore} → ${manifest.notAfter}`,
      signers: signers.join(', '),
      trust: trust.demo ? 'demo keys: for the demo city only' : 'pinned keys',
      opinion: manifest.opinionRef,
      wasm: manifest.files['policy.wasm'],
      data: manifest.files['data.json'],
      actions: `${coded} of ${Object.keys(tables.actions).length} coded`,
      folder,
    };
    process.stdout.write(
      `${Object.entries(lines)
        .map(([name, value]) => `${name.padEnd(9)} ${value}`)
        .join('\n')}\n`,
    );
    return exitCodes.ok;
  });
}

export interface PolicyCase {
  readonly description: string;
  readonly input: unknown;
  readonly want: { readonly effect: string; readonly denies?: readonly string[] };
}

/** `cuao policy test [PLACE]`: every case of policies/cases asked of the compiled bundle, signed or only proposed; no OPA needed. */
export async function testCommand(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, [], ['json']);
  if (typeof flags === 'string' || flags.places.length > 1) return misused(typeof flags === 'string' ? flags : 'one bundle at most');
  const [place] = flags.places;
  if (place === undefined) return withPolicy((policy) => testCases(policy, flags.has('json')));
  return testCases(await proposedPolicy(place), flags.has('json'));
}

async function testCases(policy: Policy, asJson: boolean): Promise<number> {
  let passed = 0;
  const wrong: string[] = [];
  for (const { file, line, one } of await readCases()) {
    const said = outcomeOf(policy, one);
    if (said === null) passed += 1;
    else wrong.push(`${file}:${line} ${one.description}: ${said}`);
  }
  for (const line of wrong) process.stderr.write(`${line}\n`);
  if (asJson)
    process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'PolicyTest', items: [{ passed, failed: wrong.length, wrong }] })}\n`);
  else process.stdout.write(`${passed} passed, ${wrong.length} failed\n`);
  return wrong.length > 0 ? exitCodes.unexpected : exitCodes.ok;
}

export async function readCases(): Promise<{ file: string; line: number; one: PolicyCase }[]> {
  const folder = path.join(policyFolder(), '../cases');
  const cases = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort())
    for (const [i, text] of (await readFile(path.join(folder, file), 'utf8')).split('\n').entries())
      if (text.trim() !== '') cases.push({ file, line: i + 1, one: JSON.parse(text) as PolicyCase });
  return cases;
}

/** A bundle that need not be signed yet, tried out; it decides nothing but these questions. @throws BundleFault */
export async function proposedPolicy(place: string): Promise<Policy> {
  return policyOf(await tryOut(readProposed(await readBundle(place), new SystemClock().nowMs(), null)));
}

function misused(message: string): number {
  process.stderr.write(`cuao policy: ${message}\n`);
  return exitCodes.usage;
}

/** null when the case is answered as wanted, else what is different. */
function outcomeOf(policy: Policy, { input, want }: PolicyCase): string | null {
  const read = readInput(policy.tables, input);
  // Cases with an unknown name are asked as they are: the policy must deny them too.
  const question = (read.kind === 'input' ? read.input : input) as Question;
  const decision = evaluate(policy, question, { evaluatedAt: 0, viewerVersion: null, unenforceable: () => [] });
  const rules = new Set(decision.denies.map(({ rule }) => rule));
  if (decision.effect !== want.effect) return `${decision.effect} (${[...rules].join(', ')}), wanted ${want.effect}`;
  const absent = (want.denies ?? []).filter((rule) => !rules.has(rule));
  return absent.length > 0 ? `not denied by ${absent.join(', ')}` : null;
}

/**
 * `cuao policy build` runs the build script of the repository, which needs OPA. With `--out PLACE` it makes a candidate for the
 * next number and leaves the repository's own bundle alone.
 */
export async function buildCommand(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, ['out', 'sequence', 'opinion'], []);
  if (typeof flags === 'string' || flags.places.length > 0) return misused(typeof flags === 'string' ? flags : 'build takes no place');
  const script = path.join(policyFolder(), '../tools/build.mjs');
  if (!existsSync(script)) {
    process.stderr.write(`cuao policy build: ${script} is not there; build in a clone of the repository\n`);
    return exitCodes.absent;
  }
  const out = flags.text('out');
  if (out === undefined) return runScript([script]);
  const inUse = readManifest(await readBundle(policyFolder()));
  const sequence = flags.text('sequence') ?? String(inUse.sequence + 1);
  if (!/^[1-9][0-9]{0,8}$/.test(sequence)) return misused('--sequence is a number');
  const folder = await mkdtemp(path.join(tmpdir(), 'cuao-candidate-'));
  try {
    const opinion = flags.text('opinion');
    const code = await runScript([
      script,
      '--bundle',
      folder,
      '--sequence',
      sequence,
      ...(opinion === undefined ? [] : ['--opinion', opinion]),
    ]);
    if (code !== exitCodes.ok) return code;
    const files = await readBundle(folder);
    await writeBundle(path.resolve(out), files);
    process.stdout.write(`${readManifest(files).revision} ${sha256Hex(files.manifest)} ${path.resolve(out)}\n`);
    return exitCodes.ok;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runScript(args: readonly string[]): Promise<number> {
  return new Promise((done) => {
    spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).once('close', (code) => done(code ?? exitCodes.unexpected));
  });
}
