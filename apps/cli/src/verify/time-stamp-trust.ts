import { createHash, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { readCertificate, type CertificateFacts } from './certificate.js';
import { isSame } from './codec.js';
import { readTimeStamp, type HashName, type SignedPart, type TimeStamp } from './time-stamp.js';

/** Node's cryptography and X.509: not part of the browser page. */

/** Certificates that the reader trusts for time: the authority's own, or that of its issuer. */
export type TimeAuthorities = readonly X509Certificate[];

export interface TrustedTimeStamp extends TimeStamp {
  /** Subject of the signer's certificate, one line. */
  readonly authority: string;
}

const curves: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
const longestChain = 4;

/** PEM text, one certificate or more. @returns null when it holds none, or one that is none */
export function readAuthorities(pem: string): TimeAuthorities | null {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.length === 0 ? null : blocks.map((block) => new X509Certificate(block));
  } catch {
    return null;
  }
}

/**
 * A reply that stamps exactly these bytes and is signed under a trusted certificate, valid at the time that it states. Revocation is
 * not asked: the reader names whom it trusts.
 * @param stamped null: what it stamps is not asked
 * @returns what it says, or what is wrong with it
 */
export function judgeTimeStamp(reply: Uint8Array, stamped: Uint8Array | null, authorities: TimeAuthorities): TrustedTimeStamp | string {
  const read = readTimeStamp(reply);
  if (typeof read === 'string') return read;
  if (stamped !== null && !isSame(digest('sha256', stamped), read.imprint)) return 'stamps something else than this checkpoint';
  const { signed, timeMs } = read;
  if (!isSame(digest(signed.hash, signed.content), signed.contentHash)) return 'is signed over another time stamp: the digest differs';
  const signer = signerOf(signed);
  if (typeof signer === 'string') return signer;
  const { certificate, facts } = signer;
  if (!isNamed(signed.signerName, facts)) return 'names another signer than the certificate that signs it';
  if (!facts.isForTimeStamps) return 'is signed by a certificate whose critical extended key usage is not time stamping, and that alone';
  if (timeMs < facts.notBefore || timeMs > facts.notAfter) return 'is signed by a certificate that was not valid at its time';
  const key = certificate.publicKey;
  if (!isStrong(key, signed.algorithm)) return 'is signed by a key that is too weak, or of another kind';
  if (!verify(signed.hash, signed.attributes, key, signed.signature)) return 'has a false signature';
  const bag = signed.certificates.flatMap((each) => opened(each) ?? []);
  if (!leadsTo(certificate, authorities, bag, timeMs, longestChain)) return 'is signed by nobody whom you trust for time';
  return { ...read, authority: certificate.subject.split('\n').reverse().join(', ') };
}

const digest = (hash: HashName, bytes: Uint8Array): Uint8Array => createHash(hash).update(bytes).digest();

interface Certificate {
  readonly certificate: X509Certificate;
  readonly facts: CertificateFacts;
}

function opened(bytes: Uint8Array): Certificate | null {
  const facts = readCertificate(bytes);
  try {
    return facts === null ? null : { certificate: new X509Certificate(bytes), facts };
  } catch {
    return null;
  }
}

/** The certificate that every ESSCertID means. */
function signerOf({ certificates, signerHashes }: SignedPart): Certificate | string {
  const bytes = certificates.find((each) => signerHashes.every(({ hash, value }) => isSame(digest(hash, each), value)));
  if (bytes === undefined) return 'does not carry the certificate by which it says it is signed';
  return opened(bytes) ?? 'is signed by a certificate that cannot be read';
}

function isNamed(name: SignedPart['signerName'], { issuer, serial, keyId }: CertificateFacts): boolean {
  return 'keyId' in name ? keyId !== null && isSame(keyId, name.keyId) : isSame(issuer, name.issuer) && isSame(serial, name.serial);
}

function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, algorithm: SignedPart['algorithm']): boolean {
  return algorithm === 'rsa'
    ? asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048
    : asymmetricKeyType === 'ec' && curves.has(asymmetricKeyDetails?.namedCurve ?? '');
}

/** By issuers in the token, each valid at that time, to one that is trusted. */
function leadsTo(
  certificate: X509Certificate,
  trusted: TimeAuthorities,
  bag: readonly Certificate[],
  timeMs: number,
  steps: number,
): boolean {
  if (trusted.some((each) => each.raw.equals(certificate.raw))) return true;
  if (trusted.some((each) => isIssuer(each, certificate) && isValidAt(readCertificate(each.raw), timeMs))) return true;
  return (
    steps > 0
    && bag.some(
      (each) =>
        !each.certificate.raw.equals(certificate.raw)
        && isValidAt(each.facts, timeMs)
        && isIssuer(each.certificate, certificate)
        && leadsTo(each.certificate, trusted, bag, timeMs, steps - 1),
    )
  );
}

function isIssuer(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

const isValidAt = (facts: CertificateFacts | null, timeMs: number): boolean =>
  facts !== null && facts.notBefore <= timeMs && timeMs <= facts.notAfter;
