import http from 'node:http';
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

async function ask({ port, token, query, callers, requests }: HttpLoad): Promise<HttpFigures> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: callers });
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) };
  const times: number[] = [];
  let faults = 0;
  let fault: string | null = null;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const request = http.request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers }, (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => (text += part))
          .on('end', () => {
            times.push(performance.now() - began);
            if (!text.startsWith('{"data":{')) {
              faults += 1;
              fault ??= text.slice(0, 300);
            }
            resolve();
          });
      });
      request.on('error', reject).end(body);
    });
  let left = requests;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (left > 0) {
        left -= 1;
        await one();
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: requests / seconds, p50: percentile(0.5), p99: percentile(0.99), faults, fault };
}

if (!isMainThread && parentPort !== null) parentPort.postMessage(await ask(workerData as HttpLoad));
