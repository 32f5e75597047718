// The committed bundle through the npm SDK, for the tools. The running system has its own, fail-closed way (libs/regulation).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { root } from './opa.mjs';

/** @returns {Promise<(entrypoint: string, input: object) => any>} the result, or undefined when the policy says nothing or fails */
export async function openPolicy(folder = path.join(root, 'policies/bundle')) {
  const policy = await loadPolicy(readFileSync(path.join(folder, 'policy.wasm')), { initial: 128, maximum: 1024 });
  policy.setData(JSON.parse(readFileSync(path.join(folder, 'data.json'), 'utf8')));
  return (entrypoint, input) => {
    try {
      return policy.evaluate(input, entrypoint)[0]?.result;
    } catch (thrown) {
      return { failed: typeof thrown === 'string' ? thrown.split(': ').at(-1) : String(thrown?.message ?? thrown) };
    }
  };
}
