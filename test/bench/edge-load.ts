import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

export interface LoadTarget {
  readonly port: number;
  readonly requests: readonly { readonly path: string; readonly cookie: string | null }[];
}

export interface LoadResult {
  readonly answers: number;
  readonly bytes: number;
  readonly refused: number;
  readonly seconds: number;
}

const connections = 16;
const headEnd = Buffer.from('\r\n\r\n');

/** Asks over keep-alive connections as fast as answers come, and throws the bytes away. */
export async function load(target: LoadTarget, seconds: number): Promise<LoadResult> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  const parts = await Promise.all(Array.from({ length: connections }, (_, index) => askInTurn(target, index, until)));
  const sum = (of: (part: { answers: number; bytes: number; refused: number }) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  return {
    answers: sum((part) => part.answers),
    bytes: sum((part) => part.bytes),
    refused: sum((part) => part.refused),
    seconds: (performance.now() - startedAt) / 1_000,
  };
}

/** SHA-256 of one answer's body, to see that both sides serve the same. */
export async function bodyDigest(target: LoadTarget): Promise<string> {
  const [request] = target.requests;
  const answer = await fetch(`http://127.0.0.1:${target.port}${request?.path ?? '/'}`, {
    headers: request?.cookie === undefined || request.cookie === null ? {} : { cookie: request.cookie },
  });
  return `${answer.status} ${createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex')}`;
}

function askInTurn(target: LoadTarget, first: number, until: number): Promise<{ answers: number; bytes: number; refused: number }> {
  const total = { answers: 0, bytes: 0, refused: 0 };
  return new Promise((resolve, reject) => {
    // One buffer for all reads of the connection: the load must not cost more than what it loads.
    const onread = {
      buffer: Buffer.allocUnsafe(524_288),
      callback: (count: number, buffer: Uint8Array): boolean => {
        read(Buffer.from(buffer.buffer, buffer.byteOffset, count));
        return true;
      },
    };
    const socket: Socket = connect({ port: target.port, host: '127.0.0.1', onread });
    let turn = first;
    let missing = 0;
    let head: Buffer | null = Buffer.alloc(0);
    const ask = (): void => {
      if (performance.now() >= until) {
        socket.destroy();
        resolve(total);
        return;
      }
      const request = target.requests[turn % target.requests.length];
      turn += connections;
      head = Buffer.alloc(0);
      socket.write(
        `GET ${request?.path ?? '/'} HTTP/1.1\r\nhost: bench\r\n${request?.cookie == null ? '' : `cookie: ${request.cookie}\r\n`}\r\n`,
      );
    };
    const take = (bytes: number): void => {
      total.bytes += bytes;
      missing -= bytes;
      if (missing === 0) ask();
    };
    socket.once('connect', ask);
    socket.once('error', reject);
    const read = (chunk: Buffer): void => {
      if (head === null) {
        take(chunk.length);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(headEnd);
      if (end === -1) return;
      const text = head.toString('latin1', 0, end);
      missing = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? '0');
      const body = head.length - end - headEnd.length;
      head = null;
      if (text.startsWith('HTTP/1.1 200')) total.answers += 1;
      else total.refused += 1;
      take(body);
    };
  });
}
