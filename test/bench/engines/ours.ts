import { loadPolicy as loadBare } from '@open-policy-agent/opa-wasm';
import { evaluate, readBundleFiles, type Policy, type Question } from '#libs/regulation';
import type { Engine } from './engine.js';

/** The whole gate as it decides before it records: reasons, articles, obligations, deadlines, digest of the facts. */
export function gateEngine(policy: Policy, now: number): Engine {
  const options = { evaluatedAt: now, viewerVersion: null, unenforceable: () => [] };
  return {
    name: 'our gate',
    carries: `all ${Object.keys(policy.tables.rules).length} rules, with reasons, articles, obligations, deadlines and facts digest`,
    opens: (question) => evaluate(policy, question, options).effect === 'allow',
  };
}

/** The compiled module through the npm SDK, nothing around it: the answer that outsiders get. */
export async function bareSdk(bundle: string): Promise<Engine> {
  const files = await readBundleFiles(bundle);
  const sdk = await loadBare(await WebAssembly.compile(Uint8Array.from(files['policy.wasm'])), { initial: 128, maximum: 1024 });
  sdk.setData(JSON.parse(Buffer.from(files['data.json']).toString('utf8')) as object);
  return {
    name: 'bare npm SDK of OPA-WASM',
    carries: 'all rules; no check of the answer, no digest',
    opens: (question: Question) =>
      (sdk.evaluate(question, 'gate/decision') as { result?: { effect?: string } }[])[0]?.result?.effect === 'allow',
  };
}
