import { randomUUID } from 'node:crypto';
import { Misuse, UnavailableFault, type Clock } from '#libs/kernel';
import { parseTilePath, tileWidth } from '../tree/tile-path.js';
import type { Bucket } from './bucket.js';
import { S3Refusal } from './s3-refusal.js';
import { fileDiffers, type SeenFile, type TileStore } from './tile-store.js';

export interface S3StoreSettings {
  readonly bucket: Bucket;
  readonly clock: Clock;
  /** Days that a file whose content never changes is locked in compliance mode, from its writing on; 0 for none. */
  readonly lockDays: number;
}

const dayMs = 86_400_000;
const bufferOf = (bytes: Uint8Array | string): Buffer => (typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes));

/**
 * The log's public files in a bucket of an S3-compatible store. What the directory does by one process at a time, the store does by
 * conditional writes: a name that never changes is written `If-None-Match: *`, a checkpoint `If-Match` what was seen, so that not even
 * two publishers can write over each other. Nothing is written before the store was seen to keep to its conditions.
 */
export class S3Store implements TileStore {
  readonly folder = null;
  private proof: Promise<void> | null = null;

  constructor(private readonly settings: S3StoreSettings) {}

  async read(name: string): Promise<Buffer | null> {
    return (await this.look(name))?.bytes ?? null;
  }

  look(name: string): Promise<SeenFile | null> {
    return this.settings.bucket.get(name);
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    await this.prove();
    const body = bufferOf(bytes);
    const refusal = await this.create(name, body);
    if (refusal === null) return;
    const there = await this.read(name);
    if (there === null) throw refusal;
    if (!there.equals(body)) throw fileDiffers(name);
  }

  async write(name: string, bytes: Uint8Array | string): Promise<void> {
    await this.prove();
    await this.settings.bucket.put(name, bufferOf(bytes), {});
  }

  async replace(name: string, bytes: Uint8Array | string, seen: SeenFile | null): Promise<boolean> {
    await this.prove();
    const body = bufferOf(bytes);
    if (await this.settings.bucket.put(name, body, seen === null ? { 'if-none-match': '*' } : { 'if-match': seen.version })) return true;
    // An answer that was lost on the way: the request was repeated, and met what the first one had written.
    return (await this.read(name))?.equals(body) === true;
  }

  /** What the store has acknowledged is durable. */
  async sync(): Promise<void> {}

  removeList(name: string): Promise<void> {
    return this.settings.bucket.remove(name);
  }

  async removeFolder(name: string): Promise<void> {
    const { bucket } = this.settings;
    await Promise.all((await bucket.list(`${name}/`)).map((each) => bucket.remove(each)));
  }

  /** Once; again only when it came to nothing. */
  prove(): Promise<void> {
    this.proof ??= this.tryOut().catch((error: unknown) => {
      this.proof = null;
      if (!(error instanceof S3Refusal)) throw error;
      throw new Misuse(error.message, 'CUAO_LOG_STORE_URL, CUAO_LOG_STORE_REGION and the key must fit the bucket; libs/audit/README.md');
    });
    return this.proof;
  }

  /** @returns null, or why not: usually that it is there already, which some stores say of a locked one by 403 */
  private async create(name: string, body: Buffer): Promise<Error | null> {
    try {
      const isMade = await this.settings.bucket.put(name, body, { 'if-none-match': '*', ...this.lockOf(name) });
      return isMade ? null : new UnavailableFault('log_store', `${name} was there and is gone: somebody removes files of the log`);
    } catch (error) {
      if (error instanceof S3Refusal) return error;
      throw error;
    }
  }

  /** Full tiles, bundles and anchors stay; a partial tile goes when the full one is there, and must not be locked. */
  private lockOf(name: string): Record<string, string> {
    const { lockDays, clock } = this.settings;
    const tile = parseTilePath(name);
    if (lockDays === 0 || (tile !== null && tile.width < tileWidth)) return {};
    const until = new Date(clock.nowMs() + lockDays * dayMs).toISOString();
    return { 'x-amz-object-lock-mode': 'COMPLIANCE', 'x-amz-object-lock-retain-until-date': until };
  }

  private async tryOut(): Promise<void> {
    const { bucket, lockDays } = this.settings;
    if (lockDays > 0) {
      const { isOn, locksByItself } = await bucket.lock();
      if (!isOn)
        throw new Misuse(
          'CUAO_LOG_STORE_LOCK_DAYS is set, and the bucket has no Object Lock',
          'make a bucket with Object Lock, or set CUAO_LOG_STORE_LOCK_DAYS=0',
        );
      if (locksByItself)
        throw new Misuse(
          'the bucket locks every file by itself (default retention), also those that must be replaced or removed',
          'take the default retention off the bucket; the log locks what stays',
        );
    }
    const name = `probe/${randomUUID()}`;
    const [one, two] = [Buffer.from('one'), Buffer.from('two')];
    try {
      const isMade = await bucket.put(name, one, { 'if-none-match': '*' });
      const isMadeTwice = await bucket.put(name, two, { 'if-none-match': '*' });
      const seen = await bucket.get(name);
      const isReplacedUnseen = await bucket.put(name, two, { 'if-match': '"00000000000000000000000000000000"' });
      const isReplaced = await bucket.put(name, two, { 'if-match': seen?.version ?? '' });
      const after = await bucket.get(name);
      const holds = isMade && !isMadeTwice && seen?.bytes.equals(one) === true && !isReplacedUnseen && isReplaced;
      if (!holds || after?.bytes.equals(two) !== true)
        throw new Misuse(
          'the store of the log’s files does not keep to conditional writes (If-None-Match, If-Match): two publishers could write over each other',
          'take a store that does (Amazon S3, MinIO, Ceph, versitygw …), or a directory: CUAO_LOG_DIR',
        );
    } finally {
      await bucket.remove(name).catch(() => undefined);
    }
  }
}
