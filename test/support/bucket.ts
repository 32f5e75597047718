import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AwsClient } from 'aws4fetch';
import type { OwnS3 } from './own-servers.js';

/** A bucket of a test's own store, in the hands of the store's root: what the log's own key is not there to do. */
export class TestBucket {
  private readonly root: AwsClient;

  private constructor(
    readonly s3: OwnS3,
    readonly name: string,
  ) {
    this.root = new AwsClient({
      accessKeyId: s3.key.id,
      secretAccessKey: s3.key.secret,
      service: 's3',
      region: 'us-east-1',
      retries: 0,
    });
  }

  static async make(s3: OwnS3, name: string, { isLockable = false } = {}): Promise<TestBucket> {
    const bucket = new TestBucket(s3, name);
    await bucket.expect(200, '', { method: 'PUT', headers: isLockable ? { 'x-amz-bucket-object-lock-enabled': 'true' } : {} });
    return bucket;
  }

  /** A request signed by root, below the bucket. */
  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return this.root.fetch(`${this.s3.endpoint}/${this.name}${path}`, init);
  }

  async read(key: string): Promise<Buffer | null> {
    const answer = await this.ask(`/${key}`);
    return answer.status === 404 ? null : Buffer.from(await answer.arrayBuffer());
  }

  /** @returns the status of the answer */
  async put(key: string, bytes: Uint8Array | string): Promise<number> {
    return (await this.ask(`/${key}`, { method: 'PUT', body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes) })).status;
  }

  /** @returns the status of the answer */
  async remove(key: string): Promise<number> {
    return (await this.ask(`/${key}`, { method: 'DELETE' })).status;
  }

  /** At most a thousand. */
  async keys(prefix = ''): Promise<string[]> {
    const text = await (await this.ask(`?list-type=2&prefix=${encodeURIComponent(prefix)}`)).text();
    return [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
  }

  /** Everything below a prefix, as files of a folder: what somebody audits who has the bucket and nothing else. */
  async download(prefix: string, folder: string): Promise<void> {
    for (const key of await this.keys(prefix)) {
      const file = path.join(folder, key.slice(prefix.length));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, (await this.read(key)) ?? '');
    }
  }

  /** What a process of ours is told of it. @param folder where the key's file may lie */
  settings(folder: string, prefix: string, lockDays: number): Record<string, string> {
    const { id, secret } = this.s3.key;
    const file = path.join(folder, 'bucket.key');
    writeFileSync(file, `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`);
    chmodSync(file, 0o600);
    return {
      CUAO_LOG_STORE_URL: `s3+${this.s3.endpoint}/${this.name}/${prefix}`,
      CUAO_LOG_STORE_KEY_FILE: file,
      CUAO_LOG_STORE_LOCK_DAYS: String(lockDays),
    };
  }

  private async expect(status: number, path: string, init: RequestInit): Promise<void> {
    const answer = await this.ask(path, init);
    if (answer.status !== status) throw new Error(`${init.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`);
  }
}
