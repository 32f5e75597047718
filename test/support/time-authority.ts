import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at, infoPath, signAgain, treeOf, written } from '../fuzz/bend-der.js';
import { freePort } from './ports.js';

// A time-stamping authority of another make: openssl behind a small server. Keys and certificates are made for each test.

const configuration = `[ tsa ]
default_tsa = ours
[ ours ]
serial = SERIAL
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256
accuracy = secs:1
tsa_name = yes
ess_cert_id_alg = ESS
`;

const issuing = `[ ca ]
default_ca = ours
[ ours ]
database = index.txt
serial = ca.srl
new_certs_dir = .
default_md = sha256
policy = any
[ any ]
organizationName = optional
commonName = supplied
`;

export type KeyKind = 'rsa' | 'ec';

export interface AuthorityOptions {
  readonly key?: KeyKind;
  /** Hash of the ESSCertID: `sha1` is the first form of the attribute. */
  readonly ess?: 'sha1' | 'sha256';
  /** Extensions of the signer's certificate, as openssl writes them. */
  readonly extensions?: string;
  /** The signer's certificate is valid from 2020 to 2049, for stamps of any day; its issuer's is not. */
  readonly isWide?: boolean;
}

/** What openssl says when it is asked; the test fails when there is no openssl, it is never left out. */
export function openssl(folder: string, ...args: string[]): Buffer {
  const run = spawnSync('openssl', args, { cwd: folder });
  if (run.error !== undefined)
    throw new Error(`openssl is needed for the time-stamp tests and cannot be run: install it (${run.error.message})`);
  if (run.status !== 0) throw new Error(`openssl ${args[0] ?? ''}: ${run.stderr.toString()}`);
  return run.stdout;
}

export class TimeAuthority {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'cuao-tsa-'));
  /** PEM file of the issuer, which is what a reader trusts. */
  readonly issuer = path.join(this.folder, 'ca.pem');
  readonly signer = path.join(this.folder, 'signer.pem');
  readonly signerKey = path.join(this.folder, 'signer.key');
  /** What becomes of an answer on its way; a number is an HTTP status. */
  bend: (reply: Buffer, query: Buffer) => Buffer | number = (reply) => reply;
  asked = 0;
  private server: Server | null = null;
  private port = 0;

  constructor({
    key = 'ec',
    ess = 'sha256',
    extensions = 'extendedKeyUsage=critical,timeStamping',
    isWide = false,
  }: AuthorityOptions = {}) {
    const kind = key === 'ec' ? ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] : ['-newkey', 'rsa:2048'];
    const file = (name: string, text: string): void => writeFileSync(path.join(this.folder, name), text);
    file('ts.cnf', configuration.replace('SERIAL', path.join(this.folder, 'serial')).replace('ESS', ess));
    file('serial', '0100\n');
    file('ext', `${extensions}\nsubjectKeyIdentifier=hash\n`);
    const request = ['req', ...kind, '-nodes', '-batch'];
    openssl(this.folder, ...request, '-x509', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test issuer', '-days', '30');
    openssl(this.folder, ...request, '-keyout', 'signer.key', '-out', 'signer.csr', '-subj', `/O=Test/CN=Time authority ${key}`);
    const issue = ['x509', '-req', '-in', 'signer.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '20'];
    if (!isWide) {
      openssl(this.folder, ...issue, '-extfile', 'ext', '-out', 'signer.pem');
      return;
    }
    file('ca.cnf', issuing);
    file('index.txt', '');
    file('ca.srl', '1000\n');
    const validity = ['-startdate', '20200101000000Z', '-enddate', '20491231235959Z'];
    const by = ['-batch', '-notext', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key'];
    openssl(this.folder, 'ca', ...by, ...validity, '-extfile', 'ext', '-in', 'signer.csr', '-out', 'signer.pem');
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/tsr`;
  }

  /** A reply of openssl to a query in DER. */
  reply(query: Buffer): Buffer {
    writeFileSync(path.join(this.folder, 'q.tsq'), query);
    const signer = ['-signer', 'signer.pem', '-inkey', 'signer.key'];
    openssl(this.folder, 'ts', '-reply', '-config', 'ts.cnf', '-queryfile', 'q.tsq', ...signer, '-out', 'r.tsr');
    return readFileSync(path.join(this.folder, 'r.tsr'));
  }

  /** A reply over these bytes, asked for by openssl itself. */
  stamp(bytes: Buffer): Buffer {
    writeFileSync(path.join(this.folder, 'data'), bytes);
    openssl(this.folder, 'ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'own.tsq');
    return this.reply(readFileSync(path.join(this.folder, 'own.tsq')));
  }

  /** The same, by a clock that shows this time (GeneralizedTime). @remarks of a `wide` authority, trusted by its own certificate */
  stampAt(bytes: Buffer, time: string): Buffer {
    const reply = treeOf(this.stamp(bytes));
    const octets = at(reply, ...infoPath);
    const info = treeOf(octets.content as Buffer);
    at(info, 4).content = Buffer.from(time);
    octets.content = written(info);
    signAgain(reply, readFileSync(this.signerKey, 'utf8'));
    return written(reply);
  }

  async listen(): Promise<void> {
    this.port = await freePort();
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.asked += 1;
        const query = Buffer.concat(chunks);
        const isQuery = request.headers['content-type'] === 'application/timestamp-query';
        const answer = isQuery ? this.bend(this.reply(query), query) : 415;
        response.writeHead(typeof answer === 'number' ? answer : 200, { 'content-type': 'application/timestamp-reply' });
        response.end(typeof answer === 'number' ? '' : answer);
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
  }

  async hangUp(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server === null ? resolve(null) : this.server.close(resolve)));
    this.server = null;
  }

  async close(): Promise<void> {
    await this.hangUp();
    this.remove();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
