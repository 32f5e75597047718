import { createHash } from 'node:crypto';
import { decodeDer, derTags, encodeDer, encodeInteger, encodeOid, oidOf, type DerNode } from './der.js';

/** What a time-stamp reply says, and what its signature rests on (RFC 3161, RFC 5652). */
export interface TimeStamp {
  /** SHA-256 of what was stamped. */
  readonly imprint: Buffer;
  /** By the authority's clock, cut to milliseconds. */
  readonly time: Date;
  readonly policy: string;
  /** Content of its INTEGER, hex. */
  readonly serial: string;
  /** Content of its INTEGER; null where there is none. */
  readonly nonce: Buffer | null;
  readonly info: Buffer;
  readonly infoDigest: Buffer;
  readonly hash: DigestName;
  /** Signed attributes with the tag of a SET: what is signed. */
  readonly toSign: Buffer;
  readonly keyType: 'rsa' | 'ec';
  readonly signature: Buffer;
  readonly certificates: readonly Buffer[];
  /** Which certificate is the signer's, by its hashes … */
  readonly certificateDigests: readonly { readonly hash: DigestName; readonly digest: Buffer }[];
  /** … and by name and number, or by key. */
  readonly signer: { readonly issuer: Buffer; readonly serial: Buffer } | { readonly keyId: Buffer };
}

export type DigestName = 'sha1' | 'sha256' | 'sha384' | 'sha512';

export const mostReplyBytes = 32_768;

const id = {
  sha256: '2.16.840.1.101.3.4.2.1',
  signedData: '1.2.840.113549.1.7.2',
  timeStamp: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  certificateV1: '1.2.840.113549.1.9.16.2.12',
  certificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

const digestNames: Readonly<Record<string, DigestName>> = {
  [id.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** RSA is PKCS #1 v1.5. Without a digest name: the one of the signer. */
const signatureKinds: Readonly<Record<string, { readonly keyType: 'rsa' | 'ec'; readonly hash?: DigestName }>> = {
  '1.2.840.113549.1.1.1': { keyType: 'rsa' },
  '1.2.840.113549.1.1.11': { keyType: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { keyType: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { keyType: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { keyType: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { keyType: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { keyType: 'ec', hash: 'sha512' },
};

/** A question for a stamp over these bytes, with the certificates asked for. @param nonce 8 random bytes */
export function encodeQuery(stamped: Buffer, nonce: Buffer): Buffer {
  const imprint = createHash('sha256').update(stamped).digest();
  const algorithm = encodeDer(derTags.sequence, encodeOid(id.sha256), encodeDer(derTags.null));
  return encodeDer(
    derTags.sequence,
    encodeInteger(Buffer.from([1])),
    encodeDer(derTags.sequence, algorithm, encodeDer(derTags.octets, imprint)),
    encodeInteger(nonce),
    encodeDer(derTags.boolean, Buffer.from([0xff])),
  );
}

const { boolean, integer, octets, oid, sequence, set, time: timeTag } = derTags;

/** null for a reply that grants nothing, or is not in the closed form that readers of this log take. */
export function parseReply(bytes: Buffer): TimeStamp | null {
  const reply = bytes.length > mostReplyBytes ? null : decodeDer(bytes);
  const [status, token] = fit(reply, sequence, [sequence, sequence]) ?? [];
  const [code] = fit(status, sequence, [integer], [sequence]) ?? [];
  const [kind, explicit] = fit(token, sequence, [oid, 0xa0]) ?? [];
  const [data] = fit(explicit, 0xa0, [sequence]) ?? [];
  if (code === undefined || !isNumber(code, 0) || kind === undefined || oidOf(kind) !== id.signedData) return null;
  const [version, digests, content, certificates, ...rest] = data?.parts ?? [];
  const signers = rest.at(-1);
  const isShaped = rest.length === 1 || (rest.length === 2 && rest[0]?.tag === 0xa1);
  const [digest] = fit(digests, set, [sequence]) ?? [];
  const [signer] = fit(signers, set, [sequence]) ?? [];
  if (!isShaped || version === undefined || !isNumber(version, 3) || signer === undefined) return null;
  const info = contentOf(content);
  const signed = signerOf(signer);
  if (info === null || signed === null || digestOf(digest) !== signed.hash || certificates?.tag !== 0xa0) return null;
  const list = certificates.parts;
  if (list.length < 1 || list.length > 8 || list.some(({ tag }) => tag !== sequence)) return null;
  const said = infoOf(info);
  return said === null ? null : { ...said, ...signed, info, certificates: list.map(({ whole }) => whole) };
}

/**
 * The parts of a node of this tag when they are of these tags in their order, then some of the optional ones in theirs.
 * @returns as many as there are tags, undefined for an optional one that is not there; null where anything does not fit
 */
function fit(
  node: DerNode | null | undefined,
  tag: number,
  needed: readonly number[],
  optional: readonly number[] = [],
): (DerNode | undefined)[] | null {
  if (node?.tag !== tag || needed.some((each, at) => node.parts[at]?.tag !== each)) return null;
  const found: (DerNode | undefined)[] = node.parts.slice(0, needed.length);
  let at = needed.length;
  for (const each of optional) {
    const part = node.parts[at];
    found.push(part?.tag === each ? part : undefined);
    if (part?.tag === each) at += 1;
  }
  return at === node.parts.length ? found : null;
}

const isNumber = (node: DerNode, value: number): boolean => node.tag === integer && node.content.equals(Buffer.from([value]));

/** Of an AlgorithmIdentifier without parameters, or with NULL. */
function algorithmOf(node: DerNode | undefined): string | null {
  const [name] = fit(node, sequence, [oid], [derTags.null]) ?? [];
  return name === undefined ? null : oidOf(name);
}

function digestOf(node: DerNode | undefined): DigestName | null {
  return digestNames[algorithmOf(node) ?? ''] ?? null;
}

function contentOf(node: DerNode | undefined): Buffer | null {
  const [kind, explicit] = fit(node, sequence, [oid, 0xa0]) ?? [];
  const [content] = fit(explicit, 0xa0, [octets]) ?? [];
  return kind === undefined || content === undefined || oidOf(kind) !== id.timeStamp ? null : content.content;
}

function infoOf(bytes: Buffer): Pick<TimeStamp, 'imprint' | 'time' | 'policy' | 'serial' | 'nonce'> | null {
  const needed = [integer, oid, sequence, integer, timeTag];
  const parts = fit(decodeDer(bytes), sequence, needed, [sequence, boolean, integer, 0xa0, 0xa1]);
  const [version, policy, stamped, serial, timeNode, , , nonce, , extensions] = parts ?? [];
  if (version === undefined || policy === undefined || serial === undefined || timeNode === undefined) return null;
  const [algorithm, imprint] = fit(stamped, sequence, [sequence, octets]) ?? [];
  const time = timeOf(timeNode.content.toString('latin1'));
  if (!isNumber(version, 1) || digestOf(algorithm) !== 'sha256' || imprint?.content.length !== 32) return null;
  // A critical extension has a BOOLEAN in its middle: it would have to be understood.
  const isPlain = (extensions?.parts ?? []).every((each) => fit(each, sequence, [oid, octets]) !== null);
  if (serial.content.length > 21 || time === null || !isPlain) return null;
  return {
    imprint: imprint.content,
    time,
    policy: oidOf(policy),
    serial: serial.content.toString('hex'),
    nonce: nonce?.content ?? null,
  };
}

/** UTC with seconds; a fraction does not end in zero (RFC 3161 §2.4.2). */
function timeOf(text: string): Date | null {
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})(?:\.([0-9]{0,8}[1-9]))?Z$/.exec(text) ?? [];
  if (year === undefined) return null;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) || time.toISOString() !== iso ? null : time;
}

type Signed = Pick<TimeStamp, 'infoDigest' | 'hash' | 'toSign' | 'keyType' | 'signature' | 'certificateDigests' | 'signer'>;

function signerOf(node: DerNode): Signed | null {
  const sidTag = node.parts[1]?.tag === 0x80 ? 0x80 : sequence;
  const parts = fit(node, sequence, [integer, sidTag, sequence, 0xa0, sequence, octets], [0xa1]);
  const [version, sid, digest, attributes, algorithm, signature] = parts ?? [];
  const hash = digestOf(digest);
  const kind = signatureKinds[algorithmOf(algorithm) ?? ''];
  if (version === undefined || sid === undefined || attributes === undefined || signature === undefined || hash === null) return null;
  if (!isNumber(version, sidTag === sequence ? 1 : 3) || kind === undefined || (kind.hash !== undefined && kind.hash !== hash)) return null;
  const [issuer, serial] = sidTag === sequence ? (fit(sid, sequence, [sequence, integer]) ?? []) : [];
  const signer = sidTag === sequence ? issuer && serial && { issuer: issuer.whole, serial: serial.content } : { keyId: sid.content };
  const attested = attributesOf(attributes.parts);
  if (signer === undefined || attested === null) return null;
  const toSign = Buffer.concat([Buffer.from([set]), attributes.whole.subarray(1)]);
  return { ...attested, hash, toSign, keyType: kind.keyType, signature: signature.content, signer };
}

function attributesOf(nodes: readonly DerNode[]): Pick<TimeStamp, 'infoDigest' | 'certificateDigests'> | null {
  const values = new Map<string, readonly DerNode[]>();
  for (const node of nodes) {
    const [name, list] = fit(node, sequence, [oid, set]) ?? [];
    if (name === undefined || list === undefined || list.parts.length === 0 || values.has(oidOf(name))) return null;
    values.set(oidOf(name), list.parts);
  }
  const only = (name: string, tag: number): DerNode | null => {
    const [value, ...more] = values.get(name) ?? [];
    return value?.tag === tag && more.length === 0 ? value : null;
  };
  const type = only(id.contentType, oid);
  const infoDigest = only(id.messageDigest, octets);
  if (type === null || oidOf(type) !== id.timeStamp || infoDigest === null) return null;
  const certificateDigests = [id.certificateV1, id.certificateV2]
    .filter((name) => values.has(name))
    .map((name) => certificateDigestOf(only(name, sequence), name === id.certificateV1));
  if (certificateDigests.length === 0 || certificateDigests.includes(null)) return null;
  return { infoDigest: infoDigest.content, certificateDigests: certificateDigests.filter((each) => each !== null) };
}

/** SigningCertificate, SigningCertificateV2: the first certificate named is the signer's. */
function certificateDigestOf(node: DerNode | null, isV1: boolean): TimeStamp['certificateDigests'][number] | null {
  const [list] = fit(node, sequence, [sequence], [sequence]) ?? [];
  const named = list?.parts[0];
  const isAlgorithmSaid = !isV1 && named?.parts[0]?.tag === sequence;
  const [first, second] = fit(named, sequence, isAlgorithmSaid ? [sequence, octets] : [octets], [sequence]) ?? [];
  const hash = isV1 ? 'sha1' : isAlgorithmSaid ? digestOf(first) : 'sha256';
  const digest = isAlgorithmSaid ? second : first;
  return hash === null || digest === undefined ? null : { hash, digest: digest.content };
}
