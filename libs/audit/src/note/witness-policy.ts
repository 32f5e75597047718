import { readFileSync, statSync } from 'node:fs';
import { logLine, Misuse } from '#libs/kernel';
import { maxSignatures } from './signed-note.js';
import { noteKeyTypes, parseVerifierKey, type VerifierKey } from './verifier-key.js';

export interface WitnessSettings {
  readonly name: string;
  readonly key: VerifierKey;
  /** Submission prefix of C2SP tlog-witness: `add-checkpoint` is below it. */
  readonly url: string;
}

/** Whom the log asks for cosignatures, and how many must have come before a checkpoint counts as witnessed. */
export interface WitnessPolicy {
  readonly witnesses: readonly WitnessSettings[];
  readonly quorum: number;
}

/**
 * The policy file, JSON `{"witnesses":[{"name","vkey","url"}],"quorum":n}`. It is read again when it changes, so a witness of
 * any make is added by its address and key alone, without a restart.
 */
export class WitnessPolicyFile {
  private current: WitnessPolicy | null = null;
  private readAt = '';
  private complaint = '';

  constructor(private readonly file: string) {}

  /** @throws Misuse when there has never been a readable policy; a later broken file leaves the last good one in force */
  get(): WitnessPolicy {
    try {
      const { mtimeMs, size, ino } = statSync(this.file);
      const version = `${mtimeMs}/${size}/${ino}`;
      if (version !== this.readAt || this.current === null) {
        this.current = parseWitnessPolicy(readFileSync(this.file, 'utf8'));
        this.readAt = version;
      }
      this.complaint = '';
    } catch (error) {
      const complaint = `the log policy ${this.file} cannot be used: ${error instanceof Error ? error.message : ''}`;
      if (this.current === null) throw new Misuse(complaint, 'write {"witnesses":[{"name","vkey","url"}],"quorum":n}');
      if (complaint !== this.complaint) logLine('warn', 'publisher', `${complaint}; the last good one stays in force`);
      this.complaint = complaint;
    }
    return this.current;
  }
}

/** @throws RangeError naming the first thing that is wrong */
export function parseWitnessPolicy(text: string): WitnessPolicy {
  const value = JSON.parse(text) as { witnesses?: unknown; quorum?: unknown } | null;
  if (value === null || !Array.isArray(value.witnesses) || value.witnesses.length >= maxSignatures)
    throw new RangeError(
      `witnesses must be a list of at most ${maxSignatures - 1}: readers take ${maxSignatures} signatures, the log's is one`,
    );
  const witnesses = value.witnesses.map((each: unknown, at): WitnessSettings => {
    const { name, vkey, url } = (typeof each === 'object' && each !== null ? each : {}) as Record<string, unknown>;
    const key = typeof vkey === 'string' ? parseVerifierKey(vkey.trim()) : null;
    if (typeof name !== 'string' || typeof url !== 'string' || !/^https?:\/\//.test(url) || !URL.canParse(url))
      throw new RangeError(`witness ${at}: name or http(s) url is missing`);
    if (key?.type !== noteKeyTypes.cosignatureV1) throw new RangeError(`witness ${name}: vkey is no cosignature/v1 key`);
    return { name, key, url: url.replace(/\/+$/, '') };
  });
  const { quorum } = value;
  if (typeof quorum !== 'number' || !Number.isInteger(quorum) || quorum < 0 || quorum > witnesses.length)
    throw new RangeError('quorum must be 0 to the number of witnesses');
  return { witnesses, quorum };
}

/** C2SP tlog-policy: what an outsider keeps to judge proofs with tools of any make. */
export function trustPolicyText(logKey: VerifierKey, { witnesses, quorum }: WitnessPolicy): string {
  const names = witnesses.map((_, at) => `w${at + 1}`);
  const lines = [`log ${logKey.text}`, ...witnesses.map(({ key }, at) => `witness ${names[at] ?? ''} ${key.text}`)];
  if (quorum > 0) lines.push(`group witnesses ${quorum} ${names.join(' ')}`);
  return `${[...lines, `quorum ${quorum === 0 ? 'none' : 'witnesses'}`].join('\n')}\n`;
}
