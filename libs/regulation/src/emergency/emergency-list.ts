import { z } from 'zod';
import { canonicalJson } from '#libs/kernel';
import { isSignedBy, sha256Hex, type PolicyTrust } from '../bundle.js';

/** Why an emergency list is not taken. */
export type EmergencyFaultCode =
  'damaged' | 'bad_signature' | 'not_signed' | 'rolled_back' | 'same_sequence' | 'lifts_with_one_signature' | 'ended' | 'too_long';

export class EmergencyFault extends Error {
  constructor(
    readonly code: EmergencyFaultCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'EmergencyFault';
  }
}

/** Tiny on purpose: what must be stopped within the second, not a second set of rules. */
const mostEntries = 200;
export const mostListBytes = 32 << 10;
/** Whoever must be stopped for longer is stopped by the ordinary ways within this time. */
export const longestLifeMs = 30 * 86_400_000;

const list = (prefix: string): z.ZodArray<z.ZodString> =>
  z.array(z.string().regex(new RegExp(`^${prefix}_[0-9a-f-]{36}$`))).max(mostEntries);
const listSchema = z
  .object({
    v: z.literal(1),
    type: z.literal('cuao/emergency-list'),
    /** Only ever grows. */
    sequence: z.number().int().positive(),
    notBefore: z.iso.datetime({ offset: true }),
    notAfter: z.iso.datetime({ offset: true }),
    /** For the people who read the log; never names anybody. */
    reason: z.string().min(10).max(500),
    people: list('per'),
    cameras: list('cam'),
    /** Not `policy_signer`: nobody could lift the list before its end. Bar the person. */
    roles: z.array(z.string().regex(/^[a-z_]{3,40}$/)).max(20),
  })
  .strict()
  .refine(({ roles }) => !roles.includes('policy_signer'), 'policy_signer cannot be barred as a role; bar the person')
  .refine(({ notBefore, notAfter }) => Date.parse(notBefore) < Date.parse(notAfter), 'it ends before it begins');
export type EmergencyList = z.output<typeof listSchema>;

const signedSchema = z
  .object({
    text: z.string().max(mostListBytes),
    signatures: z.array(z.object({ signer: z.string(), keyId: z.string(), signature: z.base64() }).strict()).max(20),
  })
  .strict();
/** As it is handed over, kept and distributed: canonical text and signatures over it. */
export type SignedEmergencyList = z.output<typeof signedSchema>;

export interface VerifiedEmergencyList {
  readonly list: EmergencyList;
  readonly signed: SignedEmergencyList;
  /** Of the text. */
  readonly sha256: string;
  readonly signers: readonly string[];
  /** Signed by every institution of the trust file. */
  readonly byAll: boolean;
}

const context = 'cuao/emergency-list/v1\n';

/** The bytes that are signed: a fixed first line, so that the signature means nothing elsewhere. */
export function emergencyBytes(text: string): Uint8Array {
  return Buffer.from(context + text, 'utf8');
}

/** @throws ZodError */
export function emergencyText(value: EmergencyList): string {
  const { people, cameras, roles, ...rest } = listSchema.parse(value);
  const sorted = (items: readonly string[]): string[] => [...new Set(items)].sort();
  return canonicalJson({ ...rest, people: sorted(people), cameras: sorted(cameras), roles: sorted(roles) });
}

/** Reads without asking who signed. @throws EmergencyFault `damaged` */
export function readEmergencyList(text: string): EmergencyList {
  try {
    const value = listSchema.parse(JSON.parse(text));
    if (canonicalJson(value) !== text) throw new Error('it is not canonical JSON');
    return value;
  } catch (cause) {
    throw new EmergencyFault('damaged', `no emergency list: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Bytes of a file or of the record to what was handed over. @throws EmergencyFault `damaged` */
export function readSignedList(text: string): SignedEmergencyList {
  try {
    return signedSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new EmergencyFault('damaged', `no signed emergency list: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/**
 * One pinned institution is enough to stop somebody; a signature in a pinned institution's name that does not fit spoils the whole,
 * since somebody has changed something. @throws EmergencyFault
 */
export function verifyEmergencyList(signed: SignedEmergencyList, trust: PolicyTrust): VerifiedEmergencyList {
  const value = readEmergencyList(signed.text);
  const bytes = emergencyBytes(signed.text);
  const signers: string[] = [];
  for (const pinned of trust.signers) {
    const one = signed.signatures.find(({ signer }) => signer === pinned.signer);
    if (one === undefined) continue;
    if (one.keyId !== pinned.keyId || !isSignedBy(pinned, bytes, Buffer.from(one.signature, 'base64')))
      throw new EmergencyFault('bad_signature', `the signature of ${pinned.signer} does not fit this list`);
    signers.push(pinned.signer);
  }
  if (signers.length === 0) throw new EmergencyFault('not_signed', 'no pinned institution has signed this list');
  return { list: value, signed, sha256: sha256Hex(signed.text), signers, byAll: signers.length === trust.signers.length };
}

/**
 * Whether a list may follow the one that holds. Adding to it needs one institution; anything that lets somebody in again before the
 * time that was signed needs all of them. @param before null when there was none. @throws EmergencyFault
 */
export function checkSuccession(next: VerifiedEmergencyList, before: VerifiedEmergencyList | null, nowMs: number): void {
  const { list: is, byAll } = next;
  if (before !== null && is.sequence < before.list.sequence)
    throw new EmergencyFault('rolled_back', `list ${is.sequence} is older than ${before.list.sequence}`);
  if (before !== null && is.sequence === before.list.sequence)
    throw new EmergencyFault('same_sequence', `another list with the number ${is.sequence} is known`);
  if (Date.parse(is.notAfter) - Date.parse(is.notBefore) > longestLifeMs)
    throw new EmergencyFault('too_long', 'an emergency list holds for thirty days at most');
  if (before === null || byAll || !lifts(is, before.list, nowMs)) return;
  throw new EmergencyFault('lifts_with_one_signature', 'it lets in again what the present list stops: every institution has to sign that');
}

function lifts(next: EmergencyList, before: EmergencyList, nowMs: number): boolean {
  if (Date.parse(before.notAfter) <= nowMs) return false;
  const isLater = Date.parse(next.notBefore) > Math.max(nowMs, Date.parse(before.notBefore));
  const endsEarlier = Date.parse(next.notAfter) < Date.parse(before.notAfter);
  const lacks = (['people', 'cameras', 'roles'] as const).some((kind) => before[kind].some((one) => !next[kind].includes(one)));
  const isEmpty = before.people.length + before.cameras.length + before.roles.length === 0;
  return !isEmpty && (isLater || endsEarlier || lacks);
}
