import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import type { KeyObject } from 'node:crypto';
import {
  answer,
  answerUnread,
  HeadFile,
  keysFromFile,
  noteKeyTypes,
  parseCheckpointText,
  parseHeadRequest,
  publishVerifierKey,
  readBody,
  serverPatience,
  signText,
  verifierKey,
  type VerifierKey,
} from '#libs/audit';
import type { ConfigOf, RunningProcess } from '#libs/config';
import { describeError, logLine, Misuse } from '#libs/kernel';

/**
 * Holds the log's key and remembers the last tree it signed. It signs nothing that does not continue that tree, whoever asks:
 * the worker, the database and the tile store may all be hostile. It opens no network port and no database.
 */
export async function createSigner(config: ConfigOf<'signer'>): Promise<RunningProcess> {
  const { signerDir, signerSocket, logOrigin } = config;
  mkdirSync(signerDir, { recursive: true, mode: 0o700 });
  const head = new HeadFile(path.join(signerDir, 'head.json'), logOrigin);
  const keys = signingKeys(path.join(signerDir, 'signer.key'), logOrigin, head);
  publishVerifierKey(path.join(signerDir, 'log.vkey'), ...keys.map((each) => each.public));
  const signer = new Signer(head, logOrigin, keys);
  const server = await listen(signerSocket, (request, response) => void signer.handle(request, response));
  logLine('info', 'signer', 'signs for', { vkeys: keys.map((each) => each.public.text), size: signer.size });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface SigningKey {
  readonly public: VerifierKey;
  readonly private: KeyObject;
}

/** While the log changes its key there are two: each signature is made with both, the first is the log's own. */
const mostKeys = 2;

/** @throws Misuse when a log was signed already and its key is gone: a new one would make the log a stranger to all who know it */
function signingKeys(file: string, origin: string, head: HeadFile): readonly SigningKey[] {
  if (head.current.size > 0 && !existsSync(file))
    throw new Misuse(`${file} is gone, and this signer has signed ${head.current.size} entries with it`, 'restore it from a copy');
  const keys = keysFromFile(file, 'ed25519');
  if (keys.length > mostKeys) throw new Misuse(`${file} holds ${keys.length} keys`, `a log signs with ${mostKeys} at most`);
  return keys.map((key) => ({ public: verifierKey(origin, noteKeyTypes.ed25519, key), private: key }));
}

class Signer {
  constructor(
    private readonly head: HeadFile,
    private readonly origin: string,
    private readonly keys: readonly SigningKey[],
  ) {}

  get size(): number {
    return this.head.current.size;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (request.method === 'GET' && request.url === '/vkey')
        answer(response, 200, this.keys.map((key) => `${key.public.text}\n`).join(''));
      else if (request.method === 'GET' && request.url === '/size') answer(response, 200, `${this.size}\n`);
      else if (request.method === 'POST' && request.url === '/sign') this.sign(await readBody(request), response);
      else answer(response, 404, 'no such path\n');
    } catch (error) {
      if (error instanceof RangeError) return answerUnread(response, 400, 'unreadable request\n');
      // What cannot be remembered is not signed: that is the disk's trouble, and no word about the tree.
      logLine('error', 'signer', 'could not keep what it was to sign', { error: describeError(error) });
      answer(response, 500, 'the tree could not be remembered, so it was not signed\n');
    }
  }

  /** Body as in C2SP tlog-witness, with the checkpoint's text instead of a note. 200 with a line for each key, 400, 404, 409 with the size, 422. */
  private sign(body: Buffer, response: ServerResponse): void {
    const request = parseHeadRequest(body);
    const text = request?.note.toString('utf8') ?? '';
    const next = parseCheckpointText(text);
    if (request === null || next === null || !Buffer.from(text, 'utf8').equals(request.note) || request.oldSize > next.size)
      return answer(response, 400, 'malformed\n');
    if (next.origin !== this.origin || text.split('\n').length !== 4) return answer(response, 404, 'not a checkpoint of this log\n');
    const verdict = this.head.judge(request.oldSize, request.proof, next);
    if (verdict.kind === 'not_the_stored_size') return answer(response, 409, `${verdict.size}\n`, 'text/x.tlog.size');
    if (verdict.kind === 'inconsistent') {
      logLine('error', 'signer', 'refused a tree that does not continue the last one', { from: this.size, to: next.size });
      return answer(response, 422, 'does not continue the tree that was signed last\n');
    }
    const lines = this.keys.map((key) => signText(text, key.public, key.private)).join('');
    if (next.size !== this.size || this.head.current.note === null)
      this.head.store({ size: next.size, root: next.root, note: `${text}\n${lines}` });
    answer(response, 200, lines);
  }
}

/** On a unix socket that only this user and group can reach. A socket file left by a dead signer is removed; a living one is not disturbed. */
async function listen(socketPath: string, handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  if (await isAnswering(socketPath))
    throw new Misuse(`another signer answers on ${socketPath}`, 'stop it first: two signers with one key could sign two histories');
  rmSync(socketPath, { force: true });
  mkdirSync(path.dirname(socketPath), { recursive: true, mode: 0o700 });
  const server = createServer(serverPatience, handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  chmodSync(socketPath, 0o660);
  return server;
}

function isAnswering(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
