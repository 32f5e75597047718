import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { describeError, Fault, UnavailableFault } from '#libs/kernel';
import { S3Refusal } from './s3-refusal.js';
import type { SeenFile } from './tile-store.js';

export interface BucketSettings {
  /** `https://s3.example:9000`, without a path; the bucket is named in the path of each request. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Before every name: empty, or with a stroke at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly key: { readonly id: string; readonly secret: string };
}

export const bucketLimits = {
  /** Of one request, its answer included. */
  timeoutMs: 3_000,
  /** All of ours may be repeated: what was written by the lost one is found by the next. */
  attempts: 2,
  pauseMs: 100,
  /** At once; whoever comes later waits. */
  requests: 16,
} as const;

interface Question {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

interface Answer {
  readonly status: number;
  readonly etag: string;
  readonly body: Buffer;
}

/** The few requests of the S3 API that the log needs, signed (Signature Version 4), bounded in time and number. */
export class Bucket {
  private open = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly settings: BucketSettings) {}

  /** null when there is no such object. */
  async get(name: string): Promise<SeenFile | null> {
    const { status, etag, body } = await this.ask({ method: 'GET', path: this.pathOf(name) }, [200, 404]);
    // A bucket that is not there is no object that is not there.
    if (status === 404 && codeIn(body) === 'NoSuchBucket') throw this.refusal(status, body);
    return status === 200 ? { bytes: body, version: etag } : null;
  }

  /** Durable when it resolves. @param headers conditions (`if-match`) and locks @returns false when a condition did not hold */
  async put(name: string, body: Buffer, headers: Readonly<Record<string, string>>): Promise<boolean> {
    const question = { method: 'PUT', path: this.pathOf(name), headers: { ...headers, ...digests(body) }, body } as const;
    const answer = await this.ask(question, [200, 404, 412]);
    // With `If-Match`, for an object that is gone.
    if (answer.status === 404 && codeIn(answer.body) !== 'NoSuchKey') throw this.refusal(answer.status, answer.body);
    return answer.status === 200;
  }

  async remove(name: string): Promise<void> {
    await this.ask({ method: 'DELETE', path: this.pathOf(name) }, [200, 204, 404]);
  }

  /** Names that begin so. @param start of names made of letters, digits, `.`, `_`, `-` and `/` */
  async list(start: string): Promise<string[]> {
    const { prefix } = this.settings;
    const names: string[] = [];
    for (let token: string | null = ''; token !== null;) {
      const query = { 'list-type': '2', prefix: `${prefix}${start}`, ...(token === '' ? {} : { 'continuation-token': token }) };
      const { body } = await this.ask({ method: 'GET', path: this.pathOf(null), query }, [200]);
      const text = body.toString('utf8');
      names.push(...[...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key.slice(prefix.length)));
      token = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text)?.[1] ?? null;
    }
    return names;
  }

  /** Whether objects can be locked in it, and whether it locks by itself what nobody asked to be locked. */
  async lock(): Promise<{ readonly isOn: boolean; readonly locksByItself: boolean }> {
    const { status, body } = await this.ask({ method: 'GET', path: this.pathOf(null), query: { 'object-lock': '' } }, [200, 404]);
    const text = body.toString('utf8');
    if (status === 404 && codeIn(body) === 'NoSuchBucket') throw this.refusal(status, body);
    return { isOn: status === 200 && text.includes('Enabled'), locksByItself: /<(Days|Years)>/.test(text) };
  }

  private pathOf(name: string | null): string {
    const { bucket, prefix } = this.settings;
    return name === null ? `/${bucket}` : `/${bucket}/${prefix}${name}`;
  }

  /** @throws UnavailableFault when nobody answers, S3Refusal when the answer is none of the expected */
  private async ask(question: Question, expected: readonly number[]): Promise<Answer> {
    let trouble: unknown = null;
    for (let attempt = 1; attempt <= bucketLimits.attempts; attempt += 1) {
      if (attempt > 1) await pause(bucketLimits.pauseMs);
      try {
        const answer = await this.inTurn(() => this.exchange(question));
        if (expected.includes(answer.status)) return answer;
        trouble = this.refusal(answer.status, answer.body);
        // Too many requests, a write that met another one, a server that is in trouble: it may be better in a moment.
        if (answer.status < 500 && answer.status !== 429 && answer.status !== 409) throw trouble;
      } catch (error) {
        if (error instanceof Fault) throw error;
        trouble = error;
      }
    }
    const why = describeError(trouble);
    throw new UnavailableFault('log_store', `the store of the log's files does not answer: ${why}`, { cause: trouble });
  }

  private async exchange({ method, path, query = {}, headers = {}, body }: Question): Promise<Answer> {
    const { endpoint, region, key } = this.settings;
    const url = new URL(path, endpoint);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      headers: {
        ...headers,
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      accessKeyId: key.id,
      secretAccessKey: key.secret,
      service: 's3',
      region,
    });
    const signed = await signer.sign();
    const answer = await fetch(signed.url, {
      method,
      headers: signed.headers,
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      // The signature is good for one address.
      redirect: 'manual',
      signal: AbortSignal.timeout(bucketLimits.timeoutMs),
    });
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', body: Buffer.from(await answer.arrayBuffer()) };
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.open >= bucketLimits.requests) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.open += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.open -= 1;
      else next();
    }
  }

  private refusal(status: number, body: Buffer): S3Refusal {
    return new S3Refusal(status, codeIn(body), this.settings.bucket);
  }
}

const codeIn = (body: Buffer): string => /<Code>([A-Za-z0-9.]{1,80})<\/Code>/.exec(body.toString('utf8'))?.[1] ?? '';

/** The server compares what arrives; locks are not to be had without (S3 API, PutObject). */
function digests(body: Buffer): Record<string, string> {
  return { 'content-md5': createHash('md5').update(body).digest('base64'), 'content-type': 'application/octet-stream' };
}
