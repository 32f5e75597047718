import { readFileSync, statSync } from 'node:fs';
import { describeError, Misuse, type Clock } from '#libs/kernel';
import { Bucket, type BucketSettings } from './bucket.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';
import type { TileStore } from './tile-store.js';

/** What a process is told of the place of the log's files: a directory, or a bucket with its key. */
export interface StoreSettings {
  readonly logDir?: string | undefined;
  /** `s3+https://HOST[:PORT]/BUCKET[/PREFIX]` */
  readonly logStoreUrl?: string | undefined;
  readonly logStoreKeyFile?: string | undefined;
  readonly logStoreRegion: string;
  /** null in processes that only read. */
  readonly logStoreLockDays: number | null | undefined;
}

/** @throws Misuse when not exactly one place is named, or what a bucket needs is not there */
export function openTileStore(settings: StoreSettings, clock: Clock): TileStore {
  const { logDir, logStoreUrl, logStoreKeyFile, logStoreLockDays } = settings;
  if ((logDir === undefined) === (logStoreUrl === undefined))
    throw new Misuse(
      `${logDir === undefined ? 'neither' : 'both'} of CUAO_LOG_DIR and CUAO_LOG_STORE_URL ${logDir === undefined ? 'is' : 'are'} set`,
      'set one of them: the log’s public files lie in a directory, or in a bucket',
    );
  if (logDir !== undefined) return new FolderStore(logDir);
  if (logStoreKeyFile === undefined)
    throw new Misuse('CUAO_LOG_STORE_URL is set without CUAO_LOG_STORE_KEY_FILE', 'set the file with the key of the bucket');
  if (logStoreLockDays === undefined)
    throw new Misuse('CUAO_LOG_STORE_URL is set without CUAO_LOG_STORE_LOCK_DAYS', 'set the days that full tiles are locked, 0 for none');
  const bucket = new Bucket({ ...place(logStoreUrl ?? ''), region: settings.logStoreRegion, key: keyFrom(logStoreKeyFile) });
  return new S3Store({ bucket, clock, lockDays: logStoreLockDays ?? 0 });
}

const remedy = 'the file has the lines aws_access_key_id = … and aws_secret_access_key = …, and nobody else may read it (chmod 600)';

/** The shared credentials format of the AWS tools; sections and other lines are passed over. */
function keyFrom(file: string): BucketSettings['key'] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Misuse(`CUAO_LOG_STORE_KEY_FILE cannot be read: ${describeError(error)}`, remedy);
  }
  if ((statSync(file).mode & 0o007) !== 0) throw new Misuse(`everybody may read CUAO_LOG_STORE_KEY_FILE, ${file}`, remedy);
  const line = (name: string): string | undefined => new RegExp(`^\\s*${name}\\s*=\\s*(\\S+)\\s*$`, 'm').exec(text)?.[1];
  const [id, secret] = [line('aws_access_key_id'), line('aws_secret_access_key')];
  if (id === undefined || secret === undefined) throw new Misuse(`no key in CUAO_LOG_STORE_KEY_FILE, ${file}`, remedy);
  return { id, secret };
}

function place(text: string): Pick<BucketSettings, 'endpoint' | 'bucket' | 'prefix'> {
  const url = new URL(text.replace(/^s3\+/, ''));
  const [, bucket = '', ...rest] = url.pathname.split('/');
  const prefix = rest.filter((each) => each !== '').map((each) => `${each}/`);
  return { endpoint: url.origin, bucket, prefix: prefix.join('') };
}
