import { fromUtf8 } from './codec.js';
import { DerReader, Malformed, oidText, openDer, tags } from './der.js';

/** What a time stamp asks of its signer's certificate (RFC 5280). */
export interface CertificateFacts {
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  /** Milliseconds since the epoch, both included. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly keyId: Uint8Array | null;
  /** Critical, for time stamping and for nothing else (RFC 3161 §2.3). */
  readonly isForTimeStamps: boolean;
}

const oids = { keyId: '2.5.29.14', extendedKeyUsage: '2.5.29.37', timeStamping: '1.3.6.1.5.5.7.3.8' } as const;

/** @returns null for bytes that are no certificate of version 3 in DER */
export function readCertificate(bytes: Uint8Array): CertificateFacts | null {
  try {
    const certificate = new DerReader(openDer(bytes, 'certificate').content);
    const body = certificate.enter(tags.sequence, 'certificate');
    certificate.take(tags.sequence, 'algorithm');
    certificate.take(tags.bits, 'signature');
    certificate.end('certificate');
    return readBody(body);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function readBody(body: DerReader): CertificateFacts {
  body.take(0xa0, 'version');
  const serial = body.take(tags.integer, 'serial number').content;
  body.take(tags.sequence, 'algorithm');
  const issuer = body.take(tags.sequence, 'issuer').whole;
  const validity = body.enter(tags.sequence, 'validity');
  const [notBefore, notAfter] = [takeTime(validity), takeTime(validity)];
  validity.end('validity');
  body.take(tags.sequence, 'subject');
  body.take(tags.sequence, 'key');
  body.takeIf(0x81);
  body.takeIf(0x82);
  const wrapped = body.enter(0xa3, 'extensions');
  body.end('certificate');
  const list = wrapped.enter(tags.sequence, 'extensions');
  wrapped.end('extensions');
  const found = new Map<string, { readonly isCritical: boolean; readonly value: Uint8Array }>();
  while (!list.isAtEnd) {
    const extension = list.enter(tags.sequence, 'extension');
    const name = oidText(extension.take(tags.oid, 'extension').content);
    const isCritical = extension.takeIf(tags.boolean)?.content[0] === 0xff;
    const value = extension.take(tags.octets, 'extension').content;
    extension.end('extension');
    if (found.has(name)) throw new Malformed('has an extension twice');
    found.set(name, { isCritical, value });
  }
  const keyId = found.get(oids.keyId);
  const usage = found.get(oids.extendedKeyUsage);
  return {
    issuer,
    serial,
    notBefore,
    notAfter,
    keyId: keyId === undefined ? null : new DerReader(openDer(keyId.value, 'key id').whole).take(tags.octets, 'key id').content,
    isForTimeStamps: usage?.isCritical === true && isTimeStampingAlone(usage.value),
  };
}

function isTimeStampingAlone(value: Uint8Array): boolean {
  const list = new DerReader(openDer(value, 'key usage').whole).enter(tags.sequence, 'key usage');
  return oidText(list.take(tags.oid, 'key usage').content) === oids.timeStamping && list.isAtEnd;
}

/** UTCTime or GeneralizedTime as RFC 5280 §4.1.2.5 has them: to the second, UTC. */
function takeTime(reader: DerReader): number {
  const short = reader.takeIf(tags.utcTime);
  const text = fromUtf8((short ?? reader.take(tags.time, 'time')).content) ?? '';
  const long = short === null ? text : `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`;
  const iso = long.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');
  const ms = Date.parse(iso);
  if (!/^\d{14}Z$/.test(long) || Number.isNaN(ms) || new Date(ms).toISOString() !== iso) throw new Malformed('has no proper time');
  return ms;
}
