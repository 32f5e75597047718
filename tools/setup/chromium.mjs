// A Chromium for the browser tests: CHROMIUM_PATH, the PATH, the system's archive (root). Without one they are skipped, and that is said.
import { existsSync } from 'node:fs';
import { installDebian } from './archive.mjs';
import { findProgram, run } from './command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** @returns {Promise<{command: string, version: string} | null>} */
export async function findChromium(env = process.env) {
  const command = env.CHROMIUM_PATH ?? (await findProgram(names, env));
  if (command === null || !existsSync(command)) return null;
  const { code, stdout } = await run(command, ['--version'], { env, timeoutMs: 20_000 });
  return code === 0 ? { command, version: stdout.trim() } : null;
}

export async function ensureChromium({ env = process.env, signal } = {}) {
  const found = await findChromium(env);
  if (found !== null) return found;
  return (await installDebian(['chromium'], { signal })) ? findChromium(env) : null;
}
