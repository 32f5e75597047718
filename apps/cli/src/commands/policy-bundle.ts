import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { evaluate, readInput, readTrust, type Policy, type Question } from '#libs/regulation';
import { exitCodes } from '../command.js';
import { policyFolder, withPolicy } from './policy-folder.js';

/** `cuao policy status`: which bundle, whose signatures, what it is made of. */
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

interface PolicyCase {
  readonly description: string;
  readonly input: unknown;
  readonly want: { readonly effect: string; readonly denies?: readonly string[] };
}

/** `cuao policy test`: every case of policies/cases asked of the compiled bundle; no OPA needed. */
export function testCommand(): Promise<number> {
  return withPolicy(async (policy, folder) => {
    const casesFolder = path.join(folder, '../cases');
    let passed = 0;
    const wrong: string[] = [];
    for (const file of (await readdir(casesFolder)).filter((name) => name.endsWith('.jsonl')).sort()) {
      for (const [i, text] of (await readFile(path.join(casesFolder, file), 'utf8')).split('\n').entries()) {
        if (text.trim() === '') continue;
        const one = JSON.parse(text) as PolicyCase;
        const said = outcomeOf(policy, one);
        if (said === null) passed += 1;
        else wrong.push(`${file}:${i + 1} ${one.description}: ${said}`);
      }
    }
    for (const line of wrong) process.stderr.write(`${line}\n`);
    process.stdout.write(`${passed} passed, ${wrong.length} failed\n`);
    return wrong.length > 0 ? exitCodes.unexpected : exitCodes.ok;
  });
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

/** `cuao policy build` runs the build script of the repository, which needs OPA. */
export async function buildCommand(): Promise<number> {
  const script = path.join(policyFolder(), '../tools/build.mjs');
  if (!existsSync(script)) {
    process.stderr.write(`cuao policy build: ${script} is not there; build in a clone of the repository\n`);
    return exitCodes.absent;
  }
  return new Promise((done) => {
    spawn(process.execPath, [script], { stdio: 'inherit' }).once('close', (code) => done(code ?? exitCodes.unexpected));
  });
}
