import { fromUtf8, isSame } from './codec.js';
import { DerReader, Malformed, oidText, openDer, tags, type Element } from './der.js';

/**
 * RFC 3161 replies, from the reader's side and by a closed profile: granted; CMS SignedData of one signer with signed attributes (RFC
 * 5652), an ESSCertID of the signer (RFC 2634, 5035) and the certificates; SHA-256 of what was stamped; no critical extension. Whether
 * anybody signed it is asked in `time-stamp-trust.ts`.
 */
export interface TimeStamp {
  /** SHA-256 of what was stamped. */
  readonly imprint: Uint8Array;
  /** Milliseconds since the epoch, by the authority's clock. */
  readonly timeMs: number;
  readonly policy: string;
  /** Hex, big-endian two's complement. */
  readonly serial: string;
  readonly signed: SignedPart;
}

export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** What the signature rests on. */
export interface SignedPart {
  /** TSTInfo, whose hash is among the attributes. */
  readonly content: Uint8Array;
  readonly contentHash: Uint8Array;
  readonly hash: HashName;
  /** As they are signed: with the tag of a SET. */
  readonly attributes: Uint8Array;
  readonly algorithm: 'rsa' | 'ecdsa';
  readonly signature: Uint8Array;
  /** Of the signer's certificate, by each ESSCertID. */
  readonly signerHashes: readonly { readonly hash: HashName; readonly value: Uint8Array }[];
  readonly signerName: { readonly issuer: Uint8Array; readonly serial: Uint8Array } | { readonly keyId: Uint8Array };
  readonly certificates: readonly Uint8Array[];
}

export const largestReply = 32_768;

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  timeStamp: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

const hashes: ReadonlyMap<string, HashName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const signatures: ReadonlyMap<string, readonly [SignedPart['algorithm'], HashName | null]> = new Map([
  ['1.2.840.113549.1.1.1', ['rsa', null]],
  ['1.2.840.113549.1.1.11', ['rsa', 'sha256']],
  ['1.2.840.113549.1.1.12', ['rsa', 'sha384']],
  ['1.2.840.113549.1.1.13', ['rsa', 'sha512']],
  ['1.2.840.10045.4.3.2', ['ecdsa', 'sha256']],
  ['1.2.840.10045.4.3.3', ['ecdsa', 'sha384']],
  ['1.2.840.10045.4.3.4', ['ecdsa', 'sha512']],
]);

/** @returns what the reply says, or what is wrong with it */
export function readTimeStamp(reply: Uint8Array): TimeStamp | string {
  try {
    if (reply.length > largestReply) throw new Malformed(`has ${reply.length} bytes, more than ${largestReply}`);
    return readReply(new DerReader(openDer(reply, 'time-stamp reply').whole));
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
}

function readReply(root: DerReader): TimeStamp {
  const reply = root.enter(tags.sequence, 'reply');
  const status = reply.enter(tags.sequence, 'status');
  const code = status.take(tags.integer, 'status').content;
  if (code.length !== 1 || code[0] !== 0) throw new Malformed('is no grant: the authority refused');
  status.takeIf(tags.sequence);
  status.end('status');
  const info = reply.enter(tags.sequence, 'token');
  reply.end('token');
  expectOid(info, oids.signedData, 'signed data');
  const outer = info.enter(0xa0, 'signed data');
  info.end('signed data');
  const data = outer.enter(tags.sequence, 'signed data');
  outer.end('signed data');
  return readSignedData(data);
}

function readSignedData(data: DerReader): TimeStamp {
  expectSmall(data, 3, 'version of the signed data');
  const digests = data.enter(tags.set, 'list of digest algorithms');
  const digest = takeHash(digests, 'digest algorithm');
  digests.end('only digest algorithm');
  const encapsulated = data.enter(tags.sequence, 'content');
  expectOid(encapsulated, oids.timeStamp, 'time stamp as its content');
  const wrapped = encapsulated.enter(0xa0, 'content');
  encapsulated.end('content');
  const content = wrapped.take(tags.octets, 'content').content;
  wrapped.end('content');
  const certificates = everyOne(data.enter(0xa0, 'certificates')).map((each) => certificateOf(each));
  if (certificates.length < 1 || certificates.length > 8) throw new Malformed('has no proper certificates');
  data.takeIf(0xa1);
  const signers = data.enter(tags.set, 'signer');
  data.end('signer');
  const signer = signers.enter(tags.sequence, 'signer');
  signers.end('one signer');
  const signed = { content, certificates, ...readSigner(signer) };
  if (signed.hash !== digest) throw new Malformed('has another digest algorithm than its signer');
  return { ...readContent(content), signed };
}

function certificateOf({ tag, whole }: Element): Uint8Array {
  if (tag !== tags.sequence) throw new Malformed('has no proper certificates');
  return whole;
}

function readContent(content: Uint8Array): Omit<TimeStamp, 'signed'> {
  const info = new DerReader(openDer(content, 'time stamp').whole).enter(tags.sequence, 'time stamp');
  expectSmall(info, 1, 'version of the time stamp');
  const policy = oidText(info.take(tags.oid, 'policy').content);
  const stamped = info.enter(tags.sequence, 'imprint');
  if (takeHash(stamped, 'imprint') !== 'sha256') throw new Malformed('has no SHA-256 imprint');
  const imprint = stamped.take(tags.octets, 'imprint').content;
  stamped.end('imprint');
  if (imprint.length !== 32) throw new Malformed('has no SHA-256 imprint');
  const serial = info.take(tags.integer, 'serial number').content;
  if (serial.length > 21) throw new Malformed('has no proper serial number');
  const timeMs = instantOf(info.take(tags.time, 'time').content);
  if (timeMs === null) throw new Malformed('has no proper time');
  info.takeIf(tags.sequence);
  info.takeIf(tags.boolean);
  info.takeIf(tags.integer);
  info.takeIf(0xa0);
  const extensions = info.takeIf(0xa1);
  info.end('time stamp');
  if (extensions !== null) for (const each of everyOne(new DerReader(extensions.content))) passExtension(each);
  return { imprint, timeMs, policy, serial: Array.from(serial, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** A critical one would have to be understood; none is. */
function passExtension({ tag, content }: Element): void {
  const extension = new DerReader(content);
  if (tag !== tags.sequence) throw new Malformed('has a malformed extension');
  extension.take(tags.oid, 'extension');
  extension.take(tags.octets, 'extension that may be passed over');
  extension.end('extension');
}

function readSigner(signer: DerReader): Omit<SignedPart, 'content' | 'certificates'> {
  const version = signer.take(tags.integer, 'version of the signer').content;
  const byName = version.length === 1 && version[0] === 1;
  if (!byName && !(version.length === 1 && version[0] === 3)) throw new Malformed('has no proper version of the signer');
  const signerName = byName ? nameOf(signer.enter(tags.sequence, 'name of the signer')) : { keyId: signer.take(0x80, 'key id').content };
  const hash = takeHash(signer, 'digest algorithm');
  const attributes = signer.take(0xa0, 'signed attributes');
  const algorithm = takeSignatureAlgorithm(signer, hash);
  const signature = signer.take(tags.octets, 'signature').content;
  signer.takeIf(0xa1);
  signer.end('signer');
  const asSigned = Uint8Array.from(attributes.whole);
  asSigned[0] = tags.set;
  return { ...readAttributes(attributes.content), hash, attributes: asSigned, algorithm, signature, signerName };
}

function nameOf(name: DerReader): { readonly issuer: Uint8Array; readonly serial: Uint8Array } {
  const issuer = name.take(tags.sequence, 'issuer').whole;
  const serial = name.take(tags.integer, 'serial number of the signer').content;
  name.end('name of the signer');
  return { issuer, serial };
}

function readAttributes(content: Uint8Array): Pick<SignedPart, 'contentHash' | 'signerHashes'> {
  const found = new Map<string, readonly Element[]>();
  for (const { tag, content: each } of everyOne(new DerReader(content))) {
    const attribute = new DerReader(each);
    if (tag !== tags.sequence) throw new Malformed('has a malformed attribute');
    const name = oidText(attribute.take(tags.oid, 'attribute').content);
    const values = everyOne(attribute.enter(tags.set, 'attribute'));
    attribute.end('attribute');
    if (found.has(name) || values.length === 0) throw new Malformed('has an attribute twice, or without a value');
    found.set(name, values);
  }
  const only = (name: string, tag: number, what: string): Element => {
    const [value, second] = found.get(name) ?? [];
    if (value?.tag !== tag || second !== undefined) throw new Malformed(`has no proper ${what} among its signed attributes`);
    return value;
  };
  if (oidText(only(oids.contentType, tags.oid, 'content type').content) !== oids.timeStamp)
    throw new Malformed('has no proper content type among its signed attributes');
  const contentHash = only(oids.messageDigest, tags.octets, 'digest').content;
  const signerHashes = [oids.signingCertificate, oids.signingCertificateV2]
    .filter((name) => found.has(name))
    .map((name) => signerHash(only(name, tags.sequence, 'signing certificate').content, name === oids.signingCertificate));
  if (signerHashes.length === 0) throw new Malformed('does not say by which certificate it is signed');
  return { contentHash, signerHashes };
}

/** The first ESSCertID is the signer's. */
function signerHash(content: Uint8Array, isFirstVersion: boolean): SignedPart['signerHashes'][number] {
  const list = new DerReader(content);
  const ids = list.enter(tags.sequence, 'signing certificate');
  list.takeIf(tags.sequence);
  list.end('signing certificate');
  const id = ids.enter(tags.sequence, 'signing certificate');
  const algorithm = isFirstVersion ? null : id.takeIf(tags.sequence);
  const hash = isFirstVersion ? 'sha1' : algorithm === null ? 'sha256' : takeHash(new DerReader(algorithm.whole), 'signing certificate');
  const value = id.take(tags.octets, 'signing certificate').content;
  id.takeIf(tags.sequence);
  id.end('signing certificate');
  return { hash, value };
}

function takeHash(reader: DerReader, what: string): HashName {
  const hash = hashes.get(takeAlgorithm(reader, what));
  if (hash === undefined) throw new Malformed(`has another hash than SHA-256, SHA-384 or SHA-512 as its ${what}`);
  return hash;
}

function takeSignatureAlgorithm(reader: DerReader, hash: HashName): SignedPart['algorithm'] {
  const [algorithm, ofHash] = signatures.get(takeAlgorithm(reader, 'signature algorithm')) ?? [];
  if (algorithm === undefined || (ofHash !== null && ofHash !== hash))
    throw new Malformed('is signed by an algorithm that is not taken: RSA (PKCS #1 v1.5) or ECDSA with the hash of the digest');
  return algorithm;
}

/** An AlgorithmIdentifier without parameters, or with NULL. */
function takeAlgorithm(reader: DerReader, what: string): string {
  const algorithm = reader.enter(tags.sequence, what);
  const name = oidText(algorithm.take(tags.oid, what).content);
  algorithm.takeIf(tags.null);
  algorithm.end(what);
  return name;
}

function expectOid(reader: DerReader, oid: string, what: string): void {
  if (oidText(reader.take(tags.oid, what).content) !== oid) throw new Malformed(`has no ${what}`);
}

function expectSmall(reader: DerReader, value: number, what: string): void {
  if (!isSame(reader.take(tags.integer, what).content, Uint8Array.of(value))) throw new Malformed(`has another ${what}`);
}

function everyOne(reader: DerReader): Element[] {
  const all: Element[] = [];
  for (let each = reader.next(); each !== null; each = reader.next()) all.push(each);
  return all;
}

/** GeneralizedTime as RFC 3161 §2.4.2 has it: UTC, a fraction without a last zero. @returns milliseconds, cut; null for no such instant */
function instantOf(content: Uint8Array): number | null {
  const [, digits = '', fraction = ''] = /^(\d{14})(?:\.(\d{0,8}[1-9]))?Z$/.exec(fromUtf8(content) ?? '') ?? [];
  const text = digits.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6.000Z');
  const ms = Date.parse(text);
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== text) return null;
  return ms + Number(fraction.padEnd(3, '0').slice(0, 3));
}
