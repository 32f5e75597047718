// What our policies may call: OPA's built-ins less those that WebAssembly leaves to the host.
// A probe that calls every built-in is compiled once; its `builtins` export lists what is not native.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { opaOrThrow } from './opa.mjs';
import { unpackBundle } from './pack.mjs';

const notCallable = new Set(['print', 'eq', 'assign', 'rego.metadata.chain', 'rego.metadata.rule', 'internal.print', 'internal.member_2', 'internal.member_3', 'internal.test_case', 'internal.template_string']);

export async function wasmCapabilities() {
  const all = JSON.parse(opaOrThrow(['capabilities', '--current']));
  const callable = all.builtins.filter((b) => !notCallable.has(b.name) && b.decl.result !== undefined && !b.deprecated);
  const calls = callable.map((b, i) => {
    const args = (b.decl.args ?? []).map((_, n) => `input.a${i}_${n}`);
    return `p${i} := ${b.relation ? `[x | ${b.name}(${args.join(', ')}, x)]` : `${b.name}(${args.join(', ')})`}`;
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-probe-'));
  try {
    writeFileSync(path.join(folder, 'probe.rego'), `package probe\n\nimport rego.v1\n\n${calls.join('\n\n')}\n`);
    const archive = path.join(folder, 'probe.tar.gz');
    opaOrThrow(['build', '-t', 'wasm', ...callable.flatMap((_, i) => ['-e', `probe/p${i}`]), '-o', archive, path.join(folder, 'probe.rego')]);
    const host = await hostBuiltins(unpackBundle(archive)['policy.wasm']);
    const kept = all.builtins.filter((b) => !host.has(b.name) && !b.deprecated);
    return { ...all, builtins: kept };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names in the module's `builtins` export: what it would ask its host for. */
export async function hostBuiltins(wasm) {
  const memory = new WebAssembly.Memory({ initial: 8 });
  const refuse = () => 0;
  const { instance } = await WebAssembly.instantiate(wasm, {
    env: { memory, opa_abort: refuse, opa_println: refuse, opa_builtin0: refuse, opa_builtin1: refuse, opa_builtin2: refuse, opa_builtin3: refuse, opa_builtin4: refuse },
  });
  const from = instance.exports.opa_json_dump(instance.exports.builtins());
  const bytes = new Uint8Array(memory.buffer, from);
  return new Set(Object.keys(JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0))))));
}
