import { createHash, sign, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judgeTimeStamp, readAuthorities } from '../../apps/cli/src/verify/time-stamp-trust.js';
import { derTags, encodeDer, encodeOid } from '../../libs/audit/src/anchor/der.js';
import { openReply, parseTrusted, type ReplyFault } from '../../libs/audit/src/anchor/time-authority.js';
import { encodeQuery } from '../../libs/audit/src/anchor/time-stamp.js';
import { at, infoPath, signAgain, signedData, signerOf, treeOf, written, type Bendable } from '../fuzz/bend-der.js';
import { buildGoVerifier } from '../fuzz/fuzzer.js';
import { openssl, TimeAuthority, type KeyKind } from '../support/time-authority.js';

// Time stamps by openssl, whole and with one thing wrong each, signed again where that is not the signature: the worker's reader, the
// offline verifier's and the one in Go take and refuse the same.

const stamped = Buffer.from('audit.test.example/footage-access/1/2026h2\n7\nroot\n');
const nonce = Buffer.from('8000000000000001', 'hex');

describe.each<KeyKind>(['rsa', 'ec'])('a time stamp with an %s key', (key) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-stamp-'));
  let authority: TimeAuthority;
  let other: TimeAuthority;
  let whole: Buffer;
  let go: string | null = null;

  beforeAll(() => {
    authority = new TimeAuthority({ key });
    other = new TimeAuthority({ key });
    whole = authority.reply(encodeQuery(stamped, nonce));
    go = buildGoVerifier(path.resolve(import.meta.dirname, '../verifier'), folder);
  });
  afterAll(() => {
    authority.remove();
    other.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Judged {
    readonly ours: ReplyFault | 'taken';
    readonly theirs: string;
    readonly inGo: boolean | null;
  }
  function judge(reply: Buffer, trusted = authority.issuer, what: Buffer = stamped): Judged {
    const pem = readFileSync(trusted, 'utf8');
    const ours = openReply({ reply, stamped: what, nonce, trusted: parseTrusted(pem) });
    const theirs = judgeTimeStamp(reply, what, readAuthorities(pem) ?? []);
    const [replyFile, dataFile] = [path.join(folder, 'r.tsr'), path.join(folder, 'data')];
    writeFileSync(replyFile, reply);
    writeFileSync(dataFile, what);
    const run = go === null ? null : spawnSync(go, ['anchor', replyFile, dataFile, '--tsa', trusted]);
    return {
      ours: typeof ours === 'string' ? ours : 'taken',
      theirs: typeof theirs === 'string' ? theirs : 'taken',
      inGo: run === null ? null : run.status === 0,
    };
  }
  const taken = (): Judged => ({ ours: 'taken', theirs: 'taken', inGo: go === null ? null : true });
  /** All of them refuse it; the worker says why. */
  const refused = (reply: Buffer, why: ReplyFault, trusted?: string, what?: Buffer): void => {
    const { ours, theirs, inGo } = judge(reply, trusted, what);
    expect([ours, theirs === 'taken', inGo === true]).toEqual([why, false, false]);
  };
  const keyPem = (): string => readFileSync(authority.signerKey, 'utf8');
  /** One thing changed in the reply, everything after it put right and signed again. */
  const bent = (change: (reply: Bendable) => void): Buffer => {
    const reply = treeOf(whole);
    change(reply);
    signAgain(reply, keyPem());
    return written(reply);
  };
  const bentInfo = (change: (info: Bendable) => void): Buffer =>
    bent((reply) => {
      const octets = at(reply, ...infoPath);
      const info = treeOf(octets.content as Buffer);
      change(info);
      octets.content = written(info);
    });
  const parts = (tree: Bendable): Bendable[] => tree.content as Bendable[];

  it('is taken, under the issuer of the authority and under its own certificate; openssl takes it too', () => {
    expect(judge(whole)).toEqual(taken());
    expect(judge(whole, authority.signer)).toEqual(taken());
    expect(judge(bent(() => undefined))).toEqual(taken());
    writeFileSync(path.join(folder, 'w.tsr'), whole);
    writeFileSync(path.join(folder, 'w'), stamped);
    expect(openssl(folder, 'ts', '-verify', '-data', 'w', '-in', 'w.tsr', '-CAfile', authority.issuer).toString()).toContain('OK');
  });

  it('is refused over other bytes, for another question, under another authority', () => {
    refused(whole, 'other_imprint', undefined, Buffer.concat([stamped, Buffer.from('x')]));
    refused(whole, 'not_trusted', other.issuer);
    refused(whole, 'not_trusted', other.signer);
    // The offline verifiers do not know what was asked: the nonce is the worker's to compare.
    const again = authority.reply(encodeQuery(stamped, Buffer.from('0102030405060708', 'hex')));
    expect(judge(again)).toMatchObject({ ours: 'other_nonce', theirs: 'taken' });
    const without = authority.stamp(stamped);
    expect(judge(without)).toMatchObject({ ours: 'other_nonce', theirs: 'taken' });
  });

  it('is refused with any single bit of it changed', () => {
    const pem = readFileSync(authority.issuer, 'utf8');
    const [trusted, authorities] = [parseTrusted(pem), readAuthorities(pem) ?? []];
    const unnoticed: number[] = [];
    for (let bit = 0; bit < 8 * whole.length; bit += 1) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const ours = openReply({ reply: damaged, stamped, nonce, trusted });
      if (typeof ours !== 'string' || typeof judgeTimeStamp(damaged, stamped, authorities) !== 'string') unnoticed.push(bit);
    }
    expect(unnoticed).toEqual([]);
  }, 240_000);

  it('is refused when it is cut, goes on, or is in a form that is not DER', () => {
    for (const length of [0, 1, 2, 40, whole.length - 1]) refused(whole.subarray(0, length), 'malformed_or_refused');
    refused(Buffer.concat([whole, Buffer.from([0])]), 'malformed_or_refused');
    // Indefinite length, and a length in more bytes than it needs.
    refused(Buffer.concat([Buffer.from([0x30, 0x80]), treeContent(whole), Buffer.from([0, 0])]), 'malformed_or_refused');
    const length = treeContent(whole).length;
    refused(Buffer.concat([Buffer.from([0x30, 0x83, 0, length >> 8, length & 0xff]), treeContent(whole)]), 'malformed_or_refused');
    refused(Buffer.concat([whole, Buffer.alloc(40_000)]), 'malformed_or_refused');
    refused(Buffer.from('<html>busy</html>'), 'malformed_or_refused');
  });

  it('is refused when the authority did not grant it, or granted something else', () => {
    const code = (value: number) => bent((reply) => void (at(reply, 0, 0).content = Buffer.from([value])));
    for (const value of [1, 2, 5]) refused(code(value), 'malformed_or_refused');
    refused(written({ tag: 0x30, content: [at(treeOf(whole), 0)] }), 'malformed_or_refused');
    refused(
      bentInfo((info) => void (at(info, 0).content = Buffer.from([2]))),
      'malformed_or_refused',
    );
    refused(
      bentInfo((info) => void (at(info, 2, 1).content = Buffer.alloc(32, 7))),
      'other_imprint',
    );
    refused(
      bentInfo((info) => void (at(info, 2, 1).content = Buffer.alloc(20, 7))),
      'malformed_or_refused',
    );
    for (const text of [
      '20261332010203Z',
      '20260231010203Z',
      '20260101010260Z',
      '20260101010203.500Z',
      '20260101010203+0700',
      '260101010203Z',
    ])
      refused(
        bentInfo((info) => void (at(info, 4).content = Buffer.from(text))),
        'malformed_or_refused',
      );
    const extension = (...flag: Buffer[]): Bendable =>
      treeOf(encodeDer(0xa1, encodeDer(derTags.sequence, encodeOid('1.2.3'), ...flag, encodeDer(derTags.octets))));
    expect(judge(bentInfo((info) => void parts(info).push(extension())))).toEqual(taken());
    refused(
      bentInfo((info) => void parts(info).push(extension(encodeDer(derTags.boolean, Buffer.from([0xff]))))),
      'malformed_or_refused',
    );
  });

  it('is refused when its signer is not who the signed attributes say, or they are not signed', () => {
    const signature = treeOf(whole);
    const octets = at(signerOf(signature), 5);
    const last = Buffer.from(octets.content as Buffer);
    last.writeUInt8(last.readUInt8(last.length - 1) ^ 1, last.length - 1);
    octets.content = last;
    refused(written(signature), 'signature_false');
    const digest = treeOf(whole);
    at(digest, ...infoPath).content = written(
      treeOf(at(treeOf(bentInfo((info) => void (at(info, 3).content = Buffer.from([9])))), ...infoPath).content as Buffer),
    );
    refused(written(digest), 'other_digest');
    // No attributes at all: the content itself is signed, which RFC 5652 knows and RFC 3161 does not.
    const bare = treeOf(whole);
    parts(signerOf(bare)).splice(3, 1);
    at(signerOf(bare), 4).content = sign('sha256', at(bare, ...infoPath).content as Buffer, keyPem());
    refused(written(bare), 'malformed_or_refused');
    for (const name of ['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4', '1.2.840.113549.1.9.16.2.47'])
      refused(
        bent((reply) => void dropAttribute(reply, name)),
        'malformed_or_refused',
      );
    refused(
      bent((reply) => void (at(attribute(reply, '1.2.840.113549.1.9.16.2.47'), 1, 0, 0, 0, 0).content = Buffer.alloc(32))),
      'certificate_absent',
    );
    refused(
      bent((reply) => void (at(signerOf(reply), 1, 1).content = Buffer.from([1]))),
      'certificate_unfit',
    );
    refused(
      bent((reply) => void (at(reply, ...signedData, 3).content = [])),
      'malformed_or_refused',
    );
    // A second signer, whom nobody asks.
    refused(
      bent((reply) => void parts(parts(at(reply, ...signedData)).at(-1) as Bendable).push(signerOf(reply))),
      'malformed_or_refused',
    );
  });

  it('is refused when it was stamped before or after its certificate was valid', () => {
    for (const year of ['1999', '2099'])
      refused(
        bentInfo((info) => void (at(info, 4).content = Buffer.from(`${year}0101000000Z`))),
        'certificate_not_valid_then',
      );
  });

  it.each([
    ['without a purpose', 'basicConstraints=CA:FALSE'],
    ['for time stamping, not critical', 'extendedKeyUsage=timeStamping'],
    ['for time stamping and more', 'extendedKeyUsage=critical,timeStamping,codeSigning'],
    ['for another purpose', 'extendedKeyUsage=critical,codeSigning'],
  ])('is refused under a certificate of the same issuer %s', (_, extensions) => {
    const named = path.join(authority.folder, 'unfit');
    writeFileSync(path.join(authority.folder, 'unfit.ext'), `${extensions}\n`);
    const issue = ['x509', '-req', '-in', 'signer.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '20'];
    openssl(authority.folder, ...issue, '-extfile', 'unfit.ext', '-out', 'unfit');
    // openssl would not sign with it: the token is made here, right in everything else.
    const certificate = new X509Certificate(readFileSync(named));
    const swapped = (to: X509Certificate): Buffer =>
      bent((reply) => {
        const tree = treeOf(to.raw);
        at(reply, ...signedData, 3).content = [tree];
        at(signerOf(reply), 1).content = [at(tree, 0, 3), at(tree, 0, 1)];
        at(attribute(reply, '1.2.840.113549.1.9.16.2.47'), 1, 0, 0, 0).content = [
          { tag: derTags.octets, content: createHash('sha256').update(to.raw).digest() },
        ];
      });
    expect(judge(swapped(new X509Certificate(readFileSync(authority.signer))))).toEqual(taken());
    refused(swapped(certificate), 'certificate_unfit');
  });

  function attribute(reply: Bendable, name: string): Bendable {
    const found = parts(at(signerOf(reply), 3)).find((each) => written(at(each, 0)).equals(encodeOid(name)));
    if (found === undefined) throw new Error(`no attribute ${name}`);
    return found;
  }
  function dropAttribute(reply: Bendable, name: string): void {
    const list = at(signerOf(reply), 3);
    list.content = parts(list).filter((each) => !written(at(each, 0)).equals(encodeOid(name)));
  }
});

const treeContent = (whole: Buffer): Buffer => Buffer.concat((treeOf(whole).content as Bendable[]).map(written));
