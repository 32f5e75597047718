import { createHash, verify, X509Certificate } from 'node:crypto';
import { decodeDer, derTags, oidOf, type DerNode } from './der.js';
import { parseReply, type DigestName, type TimeStamp } from './time-stamp.js';

/** What is wrong with a reply that came. */
export type ReplyFault =
  | 'malformed_or_refused'
  | 'other_imprint'
  | 'other_nonce'
  | 'other_digest'
  | 'certificate_absent'
  | 'certificate_unfit'
  | 'certificate_not_valid_then'
  | 'signature_false'
  | 'not_trusted';

export interface OpenedReply {
  readonly stamp: TimeStamp;
  /** Subject of the signer's certificate, one line. */
  readonly authority: string;
}

export interface ReplyQuestion {
  readonly reply: Buffer;
  /** null: what it stamps is not asked. */
  readonly stamped: Buffer | null;
  /** As it was asked; null when a kept reply is read again. */
  readonly nonce: Buffer | null;
  /** The authority's own certificate or that of its issuer. */
  readonly trusted: readonly X509Certificate[];
}

/** @throws RangeError for a text that holds no certificate, or something that is none */
export function parseTrusted(pem: string): X509Certificate[] {
  const blocks = pem.split('-----BEGIN CERTIFICATE-----').slice(1);
  if (blocks.length === 0) throw new RangeError('holds no certificate (PEM)');
  try {
    return blocks.map((block) => new X509Certificate(`-----BEGIN CERTIFICATE-----${block}`));
  } catch {
    throw new RangeError('holds something that is no certificate');
  }
}

/** Every question that RFC 3161 §2.4.2 asks of a reply, but for the time: whether that fits our clock is the caller's to say. */
export function openReply({ reply, stamped, nonce, trusted }: ReplyQuestion): OpenedReply | ReplyFault {
  const stamp = parseReply(reply);
  if (stamp === null) return 'malformed_or_refused';
  if (stamped !== null && !hashOf('sha256', stamped).equals(stamp.imprint)) return 'other_imprint';
  if (nonce !== null && (stamp.nonce === null || !positive(stamp.nonce).equals(positive(nonce)))) return 'other_nonce';
  if (!hashOf(stamp.hash, stamp.info).equals(stamp.infoDigest)) return 'other_digest';
  const own = stamp.certificates.find((each) => stamp.certificateDigests.every(({ hash, digest }) => hashOf(hash, each).equals(digest)));
  if (own === undefined) return 'certificate_absent';
  const form = certificateForm(own);
  if (form === null || !isSigner(form, stamp.signer) || !isForTimeAlone(form)) return 'certificate_unfit';
  const [certificate] = readable([own]);
  if (certificate === undefined || !isKeyFit(certificate, stamp)) return 'certificate_unfit';
  if (!isValidAt(certificate, stamp.time)) return 'certificate_not_valid_then';
  if (!verify(stamp.hash, stamp.toSign, certificate.publicKey, stamp.signature)) return 'signature_false';
  if (!isTrusted(certificate, stamp, trusted)) return 'not_trusted';
  return { stamp, authority: certificate.subject.split('\n').reverse().join(', ') };
}

const hashOf = (hash: DigestName, bytes: Buffer): Buffer => createHash(hash).update(bytes).digest();

/** Without the zero byte that keeps an INTEGER positive. */
const positive = (bytes: Buffer): Buffer =>
  bytes.subarray(
    Math.max(
      0,
      bytes.findIndex((byte) => byte !== 0),
    ),
  );

const readable = (certificates: readonly Buffer[]): X509Certificate[] =>
  certificates.flatMap((each) => {
    try {
      return certificateForm(each) === null ? [] : [new X509Certificate(each)];
    } catch {
      return [];
    }
  });

interface CertificateForm {
  readonly issuer: Buffer;
  readonly serial: Buffer;
  readonly extensions: ReadonlyMap<string, { readonly isCritical: boolean; readonly value: Buffer }>;
}

/** RFC 5280 §4.1, as far as it is asked here: version 3 with extensions, none of them twice. */
function certificateForm(bytes: Buffer): CertificateForm | null {
  const { boolean, integer, octets, oid, sequence, bits } = derTags;
  const [body, algorithm, signature, ...none] = decodeDer(bytes)?.parts ?? [];
  if (body?.tag !== sequence || algorithm?.tag !== sequence || signature?.tag !== bits || none.length > 0) return null;
  const fixed = [0xa0, integer, sequence, sequence, sequence, sequence, sequence];
  const rest = body.parts.slice(fixed.length).filter(({ tag }, at, all) => !(tag === 0x81 && at === 0) && !isSecondId(all, at));
  const [, serial, , issuer, validity] = body.parts;
  const [wrapped] = rest;
  if (fixed.some((tag, at) => body.parts[at]?.tag !== tag) || rest.length !== 1 || wrapped?.tag !== 0xa3) return null;
  const [list, ...more] = wrapped.parts;
  if (serial === undefined || issuer === undefined || list?.tag !== sequence || more.length > 0 || !isValidity(validity)) return null;
  const extensions = new Map<string, { readonly isCritical: boolean; readonly value: Buffer }>();
  for (const { tag, parts } of list.parts) {
    const [name, ...said] = parts;
    const value = said.at(-1);
    const isFlagged = said.length === 2 && said[0]?.tag === boolean;
    if (tag !== sequence || name?.tag !== oid || value?.tag !== octets || !(said.length === 1 || isFlagged)) return null;
    if (extensions.has(oidOf(name))) return null;
    extensions.set(oidOf(name), { isCritical: isFlagged && said[0]?.content[0] === 0xff, value: value.content });
  }
  const keyId = extensions.get(keyIdName);
  const usage = extensions.get(usageName);
  // What is asked of them must be readable in every certificate that is looked at.
  if (keyId !== undefined && decodeDer(keyId.value)?.tag !== octets) return null;
  if (usage?.isCritical === true && !isUsageList(decodeDer(usage.value))) return null;
  return { issuer: issuer.whole, serial: serial.content, extensions };
}

/** issuerUniqueID [1], subjectUniqueID [2]: each may be there, in this order. */
function isSecondId(all: readonly DerNode[], at: number): boolean {
  return all[at]?.tag === 0x82 && (at === 0 || (at === 1 && all[0]?.tag === 0x81));
}

function isValidity(node: DerNode | undefined): boolean {
  return node?.parts.length === 2 && node.parts.every(({ tag }) => tag === derTags.utcTime || tag === derTags.time);
}

const keyIdName = '2.5.29.14';
const usageName = '2.5.29.37';
const timeStamping = '1.3.6.1.5.5.7.3.8';

function isUsageList(node: DerNode | null): boolean {
  return node?.tag === derTags.sequence && node.parts[0]?.tag === derTags.oid;
}

function isSigner({ issuer, serial, extensions }: CertificateForm, signer: TimeStamp['signer']): boolean {
  if (!('keyId' in signer)) return issuer.equals(signer.issuer) && serial.equals(signer.serial);
  const keyId = extensions.get(keyIdName);
  return keyId !== undefined && decodeDer(keyId.value)?.content.equals(signer.keyId) === true;
}

/** RFC 3161 §2.3: critical, and for nothing but time stamping. */
function isForTimeAlone({ extensions }: CertificateForm): boolean {
  const usage = extensions.get(usageName);
  const [only, ...more] = usage?.isCritical === true ? (decodeDer(usage.value)?.parts ?? []) : [];
  return only !== undefined && more.length === 0 && oidOf(only) === timeStamping;
}

function isKeyFit({ publicKey }: X509Certificate, { keyType }: TimeStamp): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails: details } = publicKey;
  if (asymmetricKeyType !== keyType) return false;
  return keyType === 'rsa'
    ? (details?.modulusLength ?? 0) >= 2_048
    : ['prime256v1', 'secp384r1', 'secp521r1'].includes(details?.namedCurve ?? '');
}

function isValidAt({ validFrom, validTo }: X509Certificate, time: Date): boolean {
  return Date.parse(validFrom) <= time.getTime() && time.getTime() <= Date.parse(validTo);
}

/** Breadth first from the signer up: at most four issuers that came in the reply, then one whom we trust. Revocation is not asked. */
function isTrusted(signer: X509Certificate, { time, certificates }: TimeStamp, trusted: readonly X509Certificate[]): boolean {
  const isSame = (a: X509Certificate, b: X509Certificate): boolean => a.raw.equals(b.raw);
  const isIssued = (child: X509Certificate, by: X509Certificate): boolean =>
    isValidAt(by, time) && by.ca && child.checkIssued(by) && child.verify(by.publicKey);
  const others = readable(certificates);
  let reached = [signer];
  for (let step = 0; step <= 4 && reached.length > 0; step += 1) {
    if (reached.some((each) => trusted.some((one) => isSame(one, each) || isIssued(each, one)))) return true;
    reached = others.filter((other) => reached.some((each) => !isSame(other, each) && isIssued(each, other)));
  }
  return false;
}
