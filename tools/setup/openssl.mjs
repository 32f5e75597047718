// openssl, as a time-stamping authority of another make for the tests: on the PATH (Debian's ca-certificates bring it), or installed (root).
import { installDebian } from './archive.mjs';
import { findProgram, run } from './command.mjs';
import { SetupError } from './speech.mjs';

async function usable(env, source) {
  const command = await findProgram(['openssl'], env);
  if (command === null) return null;
  const { code, stdout } = await run(command, ['version'], { timeoutMs: 20_000 });
  return code === 0 ? { command, source, version: stdout.trim() } : null;
}

/** @returns {Promise<{command: string, source: string, version: string}>} @throws SetupError */
export async function ensureOpenssl({ env = process.env, signal } = {}) {
  const found = (await usable(env, 'PATH')) ?? ((await installDebian(['openssl'], { signal })) ? await usable(env, 'apt') : null);
  if (found !== null) return found;
  throw new SetupError(
    'không tìm thấy và không cài được openssl',
    'openssl was not found and could not be installed',
    'sudo apt-get install openssl',
  );
}
