import { execFile } from 'node:child_process';
import path from 'node:path';
import type { AddressBook } from './address-book.js';

/** Output of one command of ours, run as anybody in the checkout would type it. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `cuao …`. The environment carries where the state folder is and no address of a database or of Redis. */
export function cuao(book: AddressBook, ...args: readonly string[]): Promise<CommandResult> {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env;
  return new Promise((resolve) => {
    const env = { ...rest, CUAO_STATE_DIR: book.stateFolder };
    execFile(
      process.execPath,
      [path.join(book.root, 'tools/cuao.mjs'), ...args],
      { cwd: book.root, env, timeout: 60_000 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, stdout: stdout.trim(), stderr: stderr.trim() });
      },
    );
  });
}

/**
 * Signs a demo person in by the identity provider's own page (code + PKCE), as `cuao token --as <person> --role <role>` does.
 * @returns a bearer token for the public API @throws Error with what the command said
 */
export async function tokenFor(book: AddressBook, person: string, role: string): Promise<string> {
  const { code, stdout, stderr } = await cuao(book, 'token', '--as', person, '--role', role);
  const token = stdout.split('\n').at(-1) ?? '';
  if (code !== 0 || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    throw new Error(`cuao token --as ${person} --role ${role}: ${stderr === '' ? `exit ${code}` : stderr}`);
  return token;
}
