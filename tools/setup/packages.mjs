// The npm packages: complete against the lock, or installed.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findProgram, lastLines, run } from './command.mjs';
import { lackingPackages } from './lock-file.mjs';
import { SetupError } from './speech.mjs';

const readJson = (file) => readFile(file, 'utf8').then(JSON.parse, () => null);

/** Packages of the lock that are not (or not rightly) installed; also finds an install that was broken off and a folder that was deleted. */
export async function lackingNow(root) {
  const [lock, installed] = await Promise.all([
    readJson(path.join(root, 'package-lock.json')),
    readJson(path.join(root, 'node_modules/.package-lock.json')),
  ]);
  if (lock === null)
    throw new SetupError('thiếu package-lock.json', 'package-lock.json is missing or broken', 'git checkout package-lock.json');
  return lackingPackages(lock, installed, (key) => existsSync(path.join(root, key, 'package.json')));
}

/**
 * The npm to call: the one that called us, else the one beside this Node, else the one on the PATH.
 * @returns {Promise<{command: string, args: string[]}>}
 */
export async function npmCommand(env = process.env) {
  const caller = env.npm_execpath;
  if (caller !== undefined && /^npm-cli\.c?js$/.test(path.basename(caller)) && existsSync(caller))
    return { command: process.execPath, args: [caller] };
  const beside = path.join(path.dirname(process.execPath), 'npm');
  const found = existsSync(beside) ? beside : await findProgram(['npm'], env);
  if (found === null) throw new SetupError('không thấy npm', 'npm was not found', 'install Node.js with npm, >= 20.19');
  return { command: found, args: [] };
}

/** `npm <args>` in the checkout; `NODE_ENV=production` of the caller must not leave the build tools out. */
export async function npm(root, args, { env = process.env, signal, cwd = root } = {}) {
  const { command, args: before } = await npmCommand(env);
  const { NODE_ENV: _production, ...rest } = env;
  const PATH = [path.dirname(process.execPath), rest.PATH ?? '/usr/local/bin:/usr/bin:/bin'].join(path.delimiter);
  return run(command, [...before, ...args], { cwd, env: { ...rest, PATH }, signal });
}

/**
 * Installs exactly what the lock says. `npm ci` first; where a registry's answer makes it refuse the lock, `npm install --no-save`
 * takes the same versions and checks the same hashes, and the tree is compared with the lock afterwards either way.
 * @returns {Promise<string>} detail for the step's line
 */
export async function ensurePackages(root, { env = process.env, signal } = {}) {
  if ((await lackingNow(root)).length === 0) return 'đã đủ · complete';
  const quiet = ['--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const first = await npm(root, ['ci', ...quiet], { env, signal });
  const second = first.code === 0 ? null : await npm(root, ['install', '--no-save', ...quiet], { env, signal });
  const lacking = await lackingNow(root);
  if (lacking.length > 0) {
    throw new SetupError(
      `không cài được ${lacking.length} gói (${lacking.slice(0, 3).join(', ')})`,
      `${lacking.length} packages could not be installed\n    ${lastLines((second ?? first).stderr)}`,
      'check the network and the registry (npm ping), then run the command again',
    );
  }
  return second === null ? 'npm ci' : 'npm install --no-save (npm ci không chạy được · npm ci refused)';
}
