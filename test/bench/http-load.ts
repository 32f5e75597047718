import net from 'node:net';
import { performance } from 'node:perf_hooks';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

export interface HttpLoad {
  readonly port: number;
  readonly token: string;
  readonly query: string;
  readonly callers: number;
  readonly requests: number;
}

export interface HttpFigures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no data; the first of them in words. */
  readonly faults: number;
  readonly fault: string | null;
}

/** Asks from a thread of its own, so that the load does not wait for what it loads. */
export function httpLoad(load: HttpLoad): Promise<HttpFigures> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: load });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** One kept connection that sends the same request again and again; a client library would cost more than what it asks. */
class Caller {
  private text = '';
  private settle: { readonly resolve: (body: string) => void; readonly reject: (error: Error) => void } | null = null;

  private constructor(
    private readonly socket: net.Socket,
    private readonly request: Buffer,
  ) {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (part: string) => this.take(part));
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error('the gateway closed the connection')));
  }

  static connect(port: number, request: Buffer): Promise<Caller> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(new Caller(socket, request))).once('error', reject);
    });
  }

  /** Resolves with the body of the answer, whose length the gateway states (Latin-1: only its beginning is looked at). */
  ask(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(this.request);
    });
  }

  end(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private take(part: string): void {
    this.text += part;
    const head = this.text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(this.text.slice(0, head + 2))?.[1];
    if (length === undefined) this.settle?.reject(new Error(`an answer without a length: ${this.text.slice(0, head)}`));
    else if (this.text.length >= head + 4 + Number(length)) {
      const body = this.text.slice(head + 4);
      this.text = '';
      this.settle?.resolve(body);
    }
  }
}

function requestOf({ port, token, query }: HttpLoad): Buffer {
  const body = JSON.stringify({ query });
  const lines = [
    'POST /graphql HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Authorization: Bearer ${token}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'utf8');
}

async function ask(load: HttpLoad): Promise<HttpFigures> {
  const request = requestOf(load);
  const callers = await Promise.all(Array.from({ length: load.callers }, () => Caller.connect(load.port, request)));
  const times: number[] = [];
  let faults = 0;
  let fault: string | null = null;
  let left = load.requests;
  const began = performance.now();
  await Promise.all(
    callers.map(async (caller) => {
      while (left > 0) {
        left -= 1;
        const at = performance.now();
        const body = await caller.ask();
        times.push(performance.now() - at);
        if (body.startsWith('{"data":{')) continue;
        faults += 1;
        fault ??= body.slice(0, 300);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  for (const caller of callers) caller.end();
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: load.requests / seconds, p50: percentile(0.5), p99: percentile(0.99), faults, fault };
}

if (!isMainThread && parentPort !== null) parentPort.postMessage(await ask(workerData as HttpLoad));
