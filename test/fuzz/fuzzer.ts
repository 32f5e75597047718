import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Form, Forms, Reading } from './forms.js';
import { chanceOf } from './mutate.js';

export interface FormReport {
  readonly form: string;
  readonly inputs: number;
  /** Of these, damaged or not, the readers took so many: a fuzzer whose inputs are all refused tests little. */
  readonly accepted: number;
  /** How many readers were asked: the log's, the offline verifier's, the one in Go. */
  readonly readers: number;
  /** What went wrong, with the input in base64; the first of each kind. */
  readonly finds: readonly string[];
  readonly findCount: number;
}

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  /** The compiled verifier in Go; null where there is no Go. */
  readonly verifier: string | null;
}

const mostTold = 10;

/** Reads `count` damaged inputs of one form with every reader there is. Nothing may throw, and all must mean the same. */
export async function fuzzForm(form: Form, forms: Forms, { count, seed, verifier }: FuzzOptions): Promise<FormReport> {
  const chance = chanceOf(seed ^ form.name.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7));
  const inputs = [...form.seeds, ...Array.from({ length: Math.max(0, count - form.seeds.length) }, () => form.mutate(chance))];
  const theirs = form.go === undefined || verifier === null ? null : readInGo(verifier, form.go, inputs, forms);
  const finds: string[] = [];
  let findCount = 0;
  let accepted = 0;
  const find = (input: Buffer, what: string): void => {
    findCount += 1;
    if (finds.length < mostTold) finds.push(`${what}: ${input.toString('base64')}`);
  };
  for (const [at, input] of inputs.entries()) {
    const ours = await reading(form.ours, input);
    if (ours instanceof Error) find(input, `the log's reader threw ${ours.message}`);
    else if (ours !== null) accepted += 1;
    if (at < form.seeds.length && ours === null) find(input, `the log's reader refuses a good input`);
    const cli = form.cli === undefined ? ours : await reading(form.cli, input);
    if (cli instanceof Error) find(input, `the offline verifier threw ${cli.message}`);
    else if (cli !== ours) find(input, `the log reads ${said(ours)}, the offline verifier ${said(cli)}`);
    const go = theirs?.[at];
    if (theirs !== null && go !== ours) find(input, `the log reads ${said(ours)}, the verifier in Go ${said(go ?? null)}`);
    if (typeof ours === 'string' && form.again !== undefined && !form.again(input).equals(input))
      find(input, 'accepted in a second spelling');
  }
  return {
    form: form.name,
    inputs: inputs.length,
    accepted,
    readers: 1 + (form.cli === undefined ? 0 : 1) + (theirs === null ? 0 : 1),
    finds,
    findCount,
  };
}

async function reading(read: (input: Buffer) => Reading | Promise<Reading>, input: Buffer): Promise<Reading | Error> {
  try {
    return await read(Buffer.from(input));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const said = (what: Reading | Error): string => (what === null ? 'nothing' : String(what).slice(0, 120));

function readInGo(verifier: string, word: string, inputs: readonly Buffer[], forms: Forms): Reading[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-fuzz-'));
  try {
    const [policy, producers] = [path.join(folder, 'policy'), path.join(folder, 'producers')];
    writeFileSync(policy, forms.policyText);
    writeFileSync(producers, forms.producersText);
    const authorities = path.join(folder, 'tsa.pem');
    writeFileSync(authorities, forms.authoritiesPem);
    const run = spawnSync(
      verifier,
      ['read', '--policy', policy, '--producers', producers, '--origin', forms.origin, '--tsa', authorities],
      {
        input: inputs.map((input) => `${word} ${input.toString('base64')}\n`).join(''),
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      },
    );
    const lines = run.stdout.split('\n').slice(0, -1);
    if (run.status !== 0 || lines.length !== inputs.length)
      throw new Error(
        `the verifier in Go ended with ${run.status} after ${lines.length} of ${inputs.length}: ${run.stderr.slice(0, 2_000)}`,
      );
    return lines.map((line) => (line === '-' ? null : line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds the verifier in Go into a folder. @returns its path, or null where there is no Go */
export function buildGoVerifier(sources: string, folder: string): string | null {
  if (spawnSync('go', ['version']).status !== 0) return null;
  const binary = path.join(folder, 'verifier');
  const built = spawnSync('go', ['build', '-o', binary, '.'], {
    cwd: sources,
    encoding: 'utf8',
    env: { ...process.env, CGO_ENABLED: '0' },
  });
  if (built.status !== 0) throw new Error(`go build: ${built.stderr}`);
  return binary;
}
