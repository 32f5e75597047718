import { readFileSync, statSync } from 'node:fs';
import { logLine, Misuse } from '#libs/kernel';
import { maxSignatures } from './signed-note.js';
import { noteKeyTypes, parseVerifierKey, type VerifierKey } from './verifier-key.js';

/** One institution, however many keys it signs with. */
export interface WitnessSettings {
  readonly name: string;
  /** Ed25519 (0x04), ML-DSA-44 (0x06), or both in this order. */
  readonly keys: readonly VerifierKey[];
  /** Submission prefix of C2SP tlog-witness: `add-checkpoint` is below it. */
  readonly url: string;
}

/** Whom the log asks for cosignatures, and how many of them must have answered before a checkpoint counts as witnessed. */
export interface WitnessPolicy {
  readonly witnesses: readonly WitnessSettings[];
  readonly quorum: number;
}

/**
 * The policy file, JSON `{"witnesses":[{"name","vkey","mldsaVkey","url"}],"quorum":n}`. It is read again when it changes, so a witness of
 * any make is added by its address and key alone, without a restart. `vkey` is of either type, `mldsaVkey` a second one beside Ed25519.
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
      if (this.current === null) throw new Misuse(complaint, 'write {"witnesses":[{"name","vkey","mldsaVkey","url"}],"quorum":n}');
      if (complaint !== this.complaint) logLine('warn', 'publisher', `${complaint}; the last good one stays in force`);
      this.complaint = complaint;
    }
    return this.current;
  }
}

/** @throws RangeError naming the first thing that is wrong */
export function parseWitnessPolicy(text: string): WitnessPolicy {
  const value = JSON.parse(text) as { witnesses?: unknown; quorum?: unknown } | null;
  if (value === null || !Array.isArray(value.witnesses)) throw new RangeError('witnesses must be a list');
  const witnesses = value.witnesses.map(parseWitness);
  const keys = witnesses.flatMap((witness) => witness.keys);
  if (keys.length >= maxSignatures)
    throw new RangeError(
      `the witnesses sign with ${keys.length} keys, at most ${maxSignatures - 1} fit: readers take ${maxSignatures} signatures, the log's is one`,
    );
  const twice = keys.find((key, at) => keys.some((other, place) => place < at && isSameKey(other, key)));
  if (twice !== undefined) throw new RangeError(`the key of ${twice.name} stands there twice: one hand counts once`);
  const { quorum } = value;
  if (typeof quorum !== 'number' || !Number.isInteger(quorum) || quorum < 0 || quorum > witnesses.length)
    throw new RangeError('quorum must be 0 to the number of witnesses');
  return { witnesses, quorum };
}

function parseWitness(each: unknown, at: number): WitnessSettings {
  const { name, vkey, mldsaVkey, url } = (typeof each === 'object' && each !== null ? each : {}) as Record<string, unknown>;
  if (typeof name !== 'string' || typeof url !== 'string' || !/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new RangeError(`witness ${at}: name or http(s) url is missing`);
  const key = typeof vkey === 'string' ? parseVerifierKey(vkey.trim()) : null;
  if (key === null || key.type === noteKeyTypes.ed25519)
    throw new RangeError(`witness ${name}: vkey is no key of a cosigner (type 0x04 or 0x06)`);
  const second = typeof mldsaVkey === 'string' ? parseVerifierKey(mldsaVkey.trim()) : null;
  if (mldsaVkey !== undefined && (second?.type !== noteKeyTypes.mlDsa || key.type === noteKeyTypes.mlDsa))
    throw new RangeError(`witness ${name}: mldsaVkey is no ML-DSA-44 key (type 0x06) beside an Ed25519 one`);
  return { name, keys: [key, second].filter((one) => one !== null), url: url.replace(/\/+$/, '') };
}

/** C2SP tlog-policy: the same key under two names is one key. */
const isSameKey = (one: VerifierKey, other: VerifierKey): boolean => typedKeyOf(one) === typedKeyOf(other);
const typedKeyOf = ({ name, text }: VerifierKey): string => text.slice(`${name}+01234567+`.length);

/** Types of key by which outsiders may judge the log, each in a trust policy of its own: old readers know Ed25519 alone. */
export type CosignatureType = typeof noteKeyTypes.cosignatureV1 | typeof noteKeyTypes.mlDsa;

/** The keys of this type, with the name of their witness in every trust policy: by its place, so the same in both. */
function keysOf({ witnesses }: WitnessPolicy, type: CosignatureType): { readonly name: string; readonly key: VerifierKey }[] {
  return witnesses.flatMap(({ keys }, at) => keys.filter((key) => key.type === type).map((key) => ({ name: `w${at + 1}`, key })));
}

/** How many of the keys of one type the trust policy asks for: the quorum without those who have no such key, but never nobody. */
function neededOf(policy: WitnessPolicy, type: CosignatureType): number {
  const have = keysOf(policy, type).length;
  const most = Math.max(1, policy.quorum - (policy.witnesses.length - have));
  return policy.quorum === 0 ? 0 : Math.min(have, most);
}

/**
 * Whether enough have cosigned: as many institutions as the quorum says, with whatever key, and so many of them by Ed25519 that every
 * reader of the trust policy sees it too.
 * @param signed vkeys of the keys whose cosignatures were verified
 */
export function isQuorum(policy: WitnessPolicy, signed: ReadonlySet<string>): boolean {
  const institutions = policy.witnesses.filter(({ keys }) => keys.some(({ text }) => signed.has(text))).length;
  const { cosignatureV1 } = noteKeyTypes;
  const byEd25519 = keysOf(policy, cosignatureV1).filter(({ key }) => signed.has(key.text)).length;
  return institutions >= policy.quorum && byEd25519 >= neededOf(policy, cosignatureV1);
}

/** Verifier keys of one type, one a line; empty when no witness has any. */
export function witnessKeyLines(policy: WitnessPolicy, type: CosignatureType): string {
  return keysOf(policy, type)
    .map(({ key }) => `${key.text}\n`)
    .join('');
}

/** C2SP tlog-policy: what an outsider keeps to judge proofs with tools of any make. */
export function trustPolicyText(logKey: VerifierKey, policy: WitnessPolicy, type: CosignatureType = noteKeyTypes.cosignatureV1): string {
  const keys = keysOf(policy, type);
  const needed = neededOf(policy, type);
  const lines = [`log ${logKey.text}`, ...keys.map(({ name, key }) => `witness ${name} ${key.text}`)];
  if (needed > 0) lines.push(`group witnesses ${needed} ${keys.map(({ name }) => name).join(' ')}`);
  return `${[...lines, `quorum ${needed === 0 ? 'none' : 'witnesses'}`].join('\n')}\n`;
}

const mlDsaPreface = `# Post-quantum counterpart of the file "policy" beside this one: the same witnesses by their ML-DSA-44 keys (FIPS 204; C2SP
# tlog-cosignature, type 0x06). It vouches for what was cosigned by such keys; the log's own signature is Ed25519 in both.
`;

/** The trust policy of the ML-DSA-44 keys alone; null when no witness has any. */
export function mlDsaTrustPolicyText(logKey: VerifierKey, policy: WitnessPolicy): string | null {
  const { mlDsa } = noteKeyTypes;
  return keysOf(policy, mlDsa).length === 0 ? null : `${mlDsaPreface}${trustPolicyText(logKey, policy, mlDsa)}`;
}
