import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { cosignText, FolderStore, LogFiles, noteKeyTypes, signText, TileWriter, verifierKey, type TileStore } from '#libs/audit';
import { canonicalJson, newId } from '#libs/kernel';
import { checkpointText } from '../../libs/audit/src/note/checkpoint.js';
import { leafHash } from '../../libs/audit/src/tree/hash.js';

export const smallOrigin = 'log.example/1';

/** A log without a database: leaves in memory, files as the publisher writes them, keys of log and witness in the test's hands. */
export class SmallLog {
  readonly leaves: Buffer[] = [];
  readonly policy: string;
  private readonly log = generateKeyPairSync('ed25519').privateKey;
  private readonly witness = generateKeyPairSync('ed25519').privateKey;
  private pseq = 0;
  private size = 0;

  constructor(
    readonly folder: string,
    private readonly seconds = 1_795_000_000,
  ) {
    const [log, witness] = [vkey(this.log, noteKeyTypes.ed25519), vkey(this.witness, noteKeyTypes.cosignatureV1)];
    this.policy = `log ${log.text}\nwitness w ${witness.text}\nquorum w\n`;
  }

  /** More leaves, each after the one before. @param change of the fields of the last of them */
  add(many: number, change: object = {}): void {
    for (let each = 1; each <= many; each += 1) {
      this.pseq += 1;
      const before = this.leaves.at(-1);
      this.leaves.push(
        Buffer.from(
          canonicalJson({
            at: new Date(1_790_000_000_000 + this.pseq * 1_000).toISOString(),
            id: newId('ent'),
            lane: 'n1',
            log: smallOrigin,
            outcome: 'done',
            prev: before === undefined ? '0'.repeat(64) : leafHash(before).toString('hex'),
            producer: 'gateway-1',
            pseq: this.pseq,
            t: 'log.heartbeat',
            v: 1,
            ...(each === many ? change : {}),
          }),
          'utf8',
        ),
      );
    }
  }

  /** Files and checkpoint of all leaves; the worker's way, from the last size on. */
  async publish({ isWitnessed = true, from = this.size }: { readonly isWitnessed?: boolean; readonly from?: number } = {}): Promise<void> {
    const store = new FolderStore(this.folder);
    const writer = new TileWriter(
      (first, to) => Promise.resolve(this.leaves.slice(first, to).map((leaf) => ({ leaf, hash: leafHash(leaf) }))),
      store,
    );
    const size = this.leaves.length;
    const text = checkpointText({ origin: smallOrigin, size, root: await writer.extend(from, size) });
    const note = `${text}\n${signText(text, vkey(this.log, noteKeyTypes.ed25519), this.log)}`;
    const own = vkey(this.witness, noteKeyTypes.cosignatureV1);
    await store.write('checkpoint', isWitnessed ? `${note}${cosignText(text, own, this.witness, this.seconds)}` : note);
    await store.sync();
    await writer.removePartials(from, size);
    this.size = size;
  }

  /** Another history from this leaf on, under the same keys: files and all. */
  async rewrite(index: number, change: (leaf: string) => string): Promise<void> {
    this.leaves[index] = Buffer.from(change((this.leaves[index] ?? Buffer.alloc(0)).toString('utf8')), 'utf8');
    rmSync(path.join(this.folder, 'tile'), { recursive: true });
    await this.publish({ from: 0 });
  }

  read(name: string): Buffer {
    return readFileSync(path.join(this.folder, name));
  }

  write(name: string, bytes: Uint8Array): void {
    writeFileSync(path.join(this.folder, name), bytes);
  }
}

const vkey = (key: KeyObject, type: 1 | 4): ReturnType<typeof verifierKey> =>
  verifierKey(type === noteKeyTypes.ed25519 ? smallOrigin : 'witness.example', type, key);

export interface LogServer {
  /** Prefix of the log. */
  readonly url: string;
  readonly asked: string[];
  /** Answers in the place of the files, while it says true. */
  instead: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly close: () => Promise<void>;
}

/** A log's files over HTTP, entry bundles for anybody. */
export async function serveLog(files: string | TileStore): Promise<LogServer> {
  const store = typeof files === 'string' ? new FolderStore(files) : files;
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    if (log.instead(request, response)) return;
    void new LogFiles(store).open(url).then(({ status, contentType, body }) => {
      response.writeHead(status, { 'content-type': contentType });
      response.end(body);
    });
  });
  const asked: string[] = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const log: LogServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`,
    asked,
    instead: () => false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return log;
}

/** Every file of the log below a folder with its bytes, to be held against a later look. */
export function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(path.join(folder, 'tile'), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    names.map((each) => {
      const file = path.join(each.parentPath, each.name);
      return [path.relative(folder, file), readFileSync(file).toString('base64')];
    }),
  );
}
