// Finds and runs the pinned OPA. Only building and checking need it; the running system never does.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const opaVersion = '1.22.2';
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const remedy = `install it with: CGO_ENABLED=0 go install -trimpath -ldflags='-s -w' github.com/open-policy-agent/opa@v${opaVersion} (Go >= 1.26), or set OPA_PATH`;

let found = null;

/** Looked for once: asking each candidate for its version costs as much as most calls. @returns {string} absolute path of an `opa` of the pinned version. Throws with the remedy when there is none. */
export function findOpa() {
  if (found !== null) return found;
  const candidates = [process.env.OPA_PATH, ...(process.env.PATH ?? '').split(path.delimiter).map((dir) => path.join(dir, 'opa')), path.join(goBin(), 'opa')];
  const seen = [];
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue;
    const said = spawnSync(candidate, ['version'], { encoding: 'utf8' }).stdout ?? '';
    const version = /^Version: (\S+)/m.exec(said)?.[1];
    if (version === opaVersion) return (found = candidate);
    seen.push(`${candidate} is ${version ?? 'not opa'}`);
  }
  throw new Error(`opa ${opaVersion} not found${seen.length > 0 ? ` (${seen.join('; ')})` : ''}; ${remedy}`);
}

export function hasOpa() {
  try {
    return findOpa() !== '';
  } catch {
    return false;
  }
}

function goBin() {
  try {
    return path.join(execFileSync('go', ['env', 'GOPATH'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(), 'bin');
  } catch {
    return path.join(homedir(), 'go', 'bin');
  }
}

/** Runs opa from the repository root: the path as typed is part of the compiled bytes. */
export function opa(args, options = {}) {
  const result = spawnSync(findOpa(), args, { cwd: root, encoding: 'utf8', maxBuffer: 256 << 20, ...options });
  return { ok: result.status === 0, status: result.status, out: result.stdout ?? '', err: result.stderr ?? '' };
}

/** @returns stdout; throws with what opa said. */
export function opaOrThrow(args, options) {
  const result = opa(args, options);
  if (!result.ok) throw new Error(`opa ${args.join(' ')} failed (${result.status}):\n${result.err || result.out}`);
  return result.out;
}

// `node policies/tools/opa.mjs --find` says which one is used; exit 1 when there is none.
if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--find')) {
  try {
    process.stdout.write(`${findOpa()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
