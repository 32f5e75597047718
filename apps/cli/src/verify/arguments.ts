import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseVerifierKey, type VerifierKey } from './note.js';
import { readAuthorities, type TimeAuthorities } from './time-stamp-trust.js';
import { parseTrustPolicy, type TrustPolicy } from './trust-policy.js';

/** The command was not understood or a file is missing: exit code 2, nothing was verified. */
export class Misused extends Error {}

export interface Words {
  readonly positional: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly json: boolean;
}

/** @throws Misused for an unknown option or one without its value */
export function parseWords(args: readonly string[], known: readonly string[]): Words {
  const positional: string[] = [];
  const options = new Map<string, string>();
  let json = false;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--json') {
      json = true;
    } else if (word.startsWith('--')) {
      const [name = '', inline] = word.slice(2).split(/=(.*)/s);
      if (!known.includes(name)) throw new Misused(`unknown option --${name}`);
      const value = inline ?? args[(at += 1)];
      if (value === undefined) throw new Misused(`--${name} needs a value`);
      options.set(name, value);
    } else {
      positional.push(word);
    }
  }
  return { positional, options, json };
}

/** The one file that a check takes. @throws Misused with the usage */
export function onlyFile({ positional }: Words, usage: string): string {
  const [file] = positional;
  if (file === undefined || positional.length > 1) throw new Misused(usage);
  return file;
}

export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Misused(`${file} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Where the trust comes from is said on stderr: a policy that came with the log itself proves less than one kept from before. */
export function trustPolicy(words: Words, beside: string | null, tell: (line: string) => void): TrustPolicy {
  const given = words.options.get('policy');
  const file = given ?? findBeside(beside, 'policy');
  if (file === null) throw new Misused('whom do you trust? give --policy FILE (C2SP tlog-policy; the log offers one at /log/policy)');
  if (given === undefined) tell(`tin theo · trusting ${file} (--policy FILE để dùng tệp của bạn · for your own)`);
  const policy = parseTrustPolicy(Buffer.from(readInput(file)).toString('latin1'));
  if (typeof policy === 'string') throw new Misused(`${file}: ${policy}`);
  if (policy.logs.length === 0) throw new Misused(`${file}: names no log`);
  return policy;
}

/** Whom the reader believes for time: `--tsa FILE`, PEM; null when it was not given. The log offers none: it would prove nothing. */
export function timeAuthorities({ options }: Words): TimeAuthorities | null {
  const file = options.get('tsa');
  if (file === undefined) return null;
  const authorities = readAuthorities(Buffer.from(readInput(file)).toString('latin1'));
  if (authorities === null) throw new Misused(`${file} holds no certificate in PEM, or something that is none`);
  return authorities;
}

export function producerKeys(words: Words, beside: string | null, tell: (line: string) => void): VerifierKey[] {
  const given = words.options.get('producers');
  const file = given ?? findBeside(beside, 'producers');
  if (file === null)
    throw new Misused('whose receipts do you trust? give --producers FILE (one vkey a line; the log offers them at /log/producers)');
  if (given === undefined) tell(`tin theo · trusting ${file}`);
  const lines = Buffer.from(readInput(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const keys = lines.map((line) => parseVerifierKey(line.trim()));
  if (keys.length === 0 || keys.some((key) => key === null)) throw new Misused(`${file} holds a line that is no verifier key`);
  return keys.filter((key) => key !== null);
}

/** In the log's folder when one was given, else in `.cuao/log` of the folder we stand in or one above it. */
function findBeside(folder: string | null, name: string): string | null {
  if (folder !== null) {
    const file = path.join(folder, name);
    return existsSync(file) ? file : null;
  }
  for (let at = process.cwd(); ; at = path.dirname(at)) {
    const file = path.join(at, '.cuao/log', name);
    if (existsSync(file)) return file;
    if (at === path.dirname(at)) return null;
  }
}
