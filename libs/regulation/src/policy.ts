import path from 'node:path';
import { Abilities } from './abilities.js';
import {
  BundleFault,
  readBundleFiles,
  readTrust,
  verifyBundle,
  type BundleFiles,
  type PolicyTrust,
  type VerifiedBundle,
} from './bundle.js';
import { asAnswer, type PolicyRevision } from './decision.js';
import { instanceMaker, PolicyEngine } from './engine.js';
import { mostInputBytes } from './input.js';
import { QuestionWriter } from './question-writer.js';
import { readTables, type PolicyTables } from './tables.js';

/** A bundle that was verified, started and has answered its own golden questions. Immutable; a new bundle is a new Policy. */
export interface Policy {
  readonly revision: PolicyRevision;
  readonly bundle: VerifiedBundle;
  readonly tables: PolicyTables;
  readonly engine: PolicyEngine;
  /** Writes what the engine is asked. */
  readonly writer: QuestionWriter;
  readonly abilities: Abilities;
}

/** Entrypoints that this host asks; a bundle that lacks or adds one was built for another host. */
export const entrypoints = ['gate/allowed_classes', 'gate/brief', 'gate/briefs', 'gate/decision', 'system/log/mask'] as const;

/** A bundle that was verified and tried out, and its compiled module: what one thread may hand to another. */
export interface CheckedBundle {
  readonly bundle: VerifiedBundle;
  readonly module: WebAssembly.Module;
}

/** @param folder of the bundle; whom to trust stands in `trust.json` beside it unless named. @throws BundleFault, Misuse */
export async function loadPolicy(
  folder: string,
  nowMs: number,
  options: { trustFile?: string; afterSequence?: number | null } = {},
): Promise<Policy> {
  const trust = await readTrust(options.trustFile ?? trustFileOf(folder));
  return startPolicy(await readBundleFiles(folder), trust, nowMs, options.afterSequence ?? null);
}

export function trustFileOf(bundleFolder: string): string {
  return path.join(bundleFolder, '../trust.json');
}

/** Verify, compile, start, self-test. Nothing of an unsigned file is interpreted. @throws BundleFault */
export async function startPolicy(files: BundleFiles, trust: PolicyTrust, nowMs: number, afterSequence: number | null): Promise<Policy> {
  return policyOf(await tryOut(verifyBundle(files, trust, nowMs, afterSequence)));
}

/** Compiles, starts and asks the golden questions. Blocks for as long as that takes: a thread of its own is the place for it. @throws BundleFault */
export async function tryOut(bundle: VerifiedBundle): Promise<CheckedBundle> {
  const { actions } = readTables(bundle.data);
  if (bundle.manifest.entrypoints.join() !== [...entrypoints].join())
    throw new BundleFault('missing_entrypoint', `the bundle answers ${bundle.manifest.entrypoints.join(', ')}`);
  const module = await compiled(bundle);
  const engine = await startEngine({ bundle, module });
  selfTest(engine, bundle.golden);
  holdsWithoutFacts(engine, Object.keys(actions), Date.parse(bundle.manifest.notAfter) - 1);
  return { bundle, module };
}

/** What decides, made of what was tried out. @throws BundleFault */
export async function policyOf({ bundle, module }: CheckedBundle): Promise<Policy> {
  const tables = readTables(bundle.data);
  const { manifest } = bundle;
  const revision: PolicyRevision = {
    revision: manifest.revision,
    sequence: manifest.sequence,
    wasmSha256: manifest.files['policy.wasm'],
    dataSha256: manifest.files['data.json'],
  };
  return {
    revision,
    bundle,
    tables,
    engine: await startEngine({ bundle, module }),
    writer: new QuestionWriter(tables),
    abilities: new Abilities(tables),
  };
}

async function compiled({ wasm }: VerifiedBundle): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(Uint8Array.from(wasm));
  } catch (cause) {
    throw new BundleFault('no_policy', 'policy.wasm is no WebAssembly module', { cause });
  }
}

async function startEngine({ bundle, module }: CheckedBundle): Promise<PolicyEngine> {
  try {
    return await PolicyEngine.start(instanceMaker(module, bundle.data as object, bundle.dataBytes), entrypoints);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new BundleFault(/built-in/.test(message) ? 'missing_builtin' : 'missing_entrypoint', `the policy does not start: ${message}`, {
      cause,
    });
  }
}

/** Whatever the golden questions say: an act that nobody knows, and an act on footage of which nothing is stated, are not allowed. */
function holdsWithoutFacts(engine: PolicyEngine, actions: readonly string[], asOf: number): void {
  for (const action of ['no_such_act', ...actions]) {
    const said = engine.ask('gate/decision', JSON.stringify({ action, asOf, viewer: { roles: [] } }), mostInputBytes);
    const answer = said.kind === 'value' ? asAnswer(said.value) : null;
    if (answer === null || answer.effect === 'allow')
      throw new BundleFault('self_test_failed', `${action} by nobody is answered ${answer?.effect ?? 'in an unknown shape'}`);
  }
}

/** The bundle's own known questions; one wrong answer and it is not taken. */
function selfTest(engine: PolicyEngine, golden: unknown): void {
  const questions = isGolden(golden) ? golden.questions : [];
  if (questions.length === 0) throw new BundleFault('self_test_failed', 'the bundle has no golden questions');
  const effectsSeen = new Set<string>();
  for (const [i, { input, effect }] of questions.entries()) {
    const said = engine.ask('gate/decision', JSON.stringify(input), mostInputBytes);
    const answer = said.kind === 'value' ? asAnswer(said.value) : null;
    if (answer?.effect !== effect) {
      const detail = said.kind === 'fault' ? `${said.code}: ${said.detail}` : (answer?.effect ?? 'an answer of unknown shape');
      throw new BundleFault('self_test_failed', `golden question ${i} is answered ${detail}, wanted ${effect}`);
    }
    effectsSeen.add(effect);
  }
  if (!effectsSeen.has('allow') || !effectsSeen.has('deny'))
    throw new BundleFault('self_test_failed', 'golden questions must hold an allow and a deny');
}

function isGolden(value: unknown): value is { questions: { input: object; effect: string }[] } {
  return typeof value === 'object' && value !== null && 'questions' in value && Array.isArray(value.questions);
}
