import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPolicy as loadBare } from '@open-policy-agent/opa-wasm';
import type { Engine } from './engine.js';
import { ignored } from './opa-server.js';

/** What the SDK costs before any rule: a policy of one line that is given the same questions. */
export async function floorEngine(opa: string): Promise<Engine> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-floor-'));
  try {
    mkdirSync(path.join(folder, 'policies'));
    writeFileSync(path.join(folder, 'policies/floor.rego'), 'package floor\n\nimport rego.v2\n\nanswer := {"effect": "deny"}\n');
    const made = spawnSync(opa, ['build', '-t', 'wasm', '-e', 'floor/answer', '-o', 'floor.tar.gz', 'policies'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`opa build failed: ${made.stderr}`);
    const sdk = await loadBare(
      await WebAssembly.compile(fileOf(gunzipSync(readFileSync(path.join(folder, 'floor.tar.gz'))), '/policy.wasm')),
      { initial: 64, maximum: 512 },
    );
    return {
      name: 'floor',
      carries: 'no rule',
      opens: (question) => (sdk.evaluate(question, 'floor/answer') as { result?: { effect?: string } }[])[0]?.result?.effect === 'allow',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same policy as `opa build` leaves it, through the npm SDK: what one has without the work that makes our module quicker. */
export async function unquickened(opa: string, root: string): Promise<Engine> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-plain-'));
  try {
    const archive = path.join(folder, 'plain.tar.gz');
    const leftOut = ignored.flatMap((name) => ['--ignore', name]);
    const made = spawnSync(opa, ['build', '-t', 'wasm', ...leftOut, '-e', 'gate/decision', '-o', archive, 'policies'], {
      cwd: root,
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`opa build failed: ${made.stderr}`);
    const tar = gunzipSync(readFileSync(archive));
    const sdk = await loadBare(await WebAssembly.compile(fileOf(tar, '/policy.wasm')), { initial: 128, maximum: 1024 });
    sdk.setData(JSON.parse(Buffer.from(fileOf(tar, '/data.json')).toString('utf8')) as object);
    return {
      name: 'bare npm SDK, the module as opa builds it',
      carries: 'all rules; no check of the answer, no digest',
      opens: (question) => (sdk.evaluate(question, 'gate/decision') as { result?: { effect?: string } }[])[0]?.result?.effect === 'allow',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One file of a tar: 512-byte headers, size in octal. */
function fileOf(tar: Buffer, name: string): Uint8Array<ArrayBuffer> {
  for (let at = 0; at + 512 <= tar.length;) {
    const called = tar.toString('utf8', at, tar.indexOf(0, at));
    const size = Number.parseInt(tar.toString('utf8', at + 124, at + 135), 8) || 0;
    if (called === name) return Uint8Array.from(tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${name} is not in the archive`);
}
