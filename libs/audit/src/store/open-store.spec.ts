import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '#libs/config';
import { Misuse, SystemClock } from '#libs/kernel';
import { openTileStore, type StoreSettings } from './open-store.js';

const work = mkdtempSync(path.join(tmpdir(), 'cuao-open-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const keyFile = (text: string, mode = 0o600): string => {
  const file = path.join(mkdtempSync(path.join(work, 'k-')), 'bucket.key');
  writeFileSync(file, text, { mode });
  return file;
};
const lines = '[default]\naws_access_key_id = AKIA1\naws_secret_access_key = s3cr/et+=\n';
const open = (settings: Partial<StoreSettings>): string => {
  try {
    return openTileStore({ logStoreRegion: 'us-east-1', logStoreLockDays: 0, ...settings }, new SystemClock()).constructor.name;
  } catch (error) {
    if (error instanceof Misuse) return error.message;
    throw error;
  }
};
const logStoreUrl = 's3+https://s3.example/bucket/a/b';

describe('the store of the log’s files', () => {
  it('is a directory or a bucket, as the settings say', () => {
    expect(open({ logDir: '/var/log' })).toBe('FolderStore');
    expect(open({ logStoreUrl, logStoreKeyFile: keyFile(lines) })).toBe('S3Store');
    expect(open({ logStoreUrl, logStoreKeyFile: keyFile(lines), logStoreLockDays: null })).toBe('S3Store');
  });

  it.each<readonly [string, () => Partial<StoreSettings>]>([
    ['neither of CUAO_LOG_DIR and CUAO_LOG_STORE_URL is set', () => ({})],
    ['both of CUAO_LOG_DIR and CUAO_LOG_STORE_URL are set', () => ({ logDir: '/var/log', logStoreUrl })],
    ['without CUAO_LOG_STORE_KEY_FILE', () => ({ logStoreUrl })],
    ['without CUAO_LOG_STORE_LOCK_DAYS', () => ({ logStoreUrl, logStoreKeyFile: keyFile(lines), logStoreLockDays: undefined })],
    ['cannot be read', () => ({ logStoreUrl, logStoreKeyFile: path.join(work, 'none') })],
    ['no key in CUAO_LOG_STORE_KEY_FILE', () => ({ logStoreUrl, logStoreKeyFile: keyFile('aws_access_key_id = AKIA1\n') })],
    ['everybody may read CUAO_LOG_STORE_KEY_FILE', () => ({ logStoreUrl, logStoreKeyFile: keyFile(lines, 0o644) })],
  ])('is refused, and why is said: %s', (words, settings) => {
    expect(open(settings())).toContain(words);
    expect(open(settings())).not.toContain('s3cr');
  });

  it.each([
    ['https://s3.example/bucket', 'must be s3+https://HOST/BUCKET'],
    ['s3+https://s3.example', 'must be s3+https://HOST/BUCKET'],
    ['s3+https://key:secret@s3.example/bucket', 'must be s3+https://HOST/BUCKET'],
    ['s3+https://s3.example/bucket?x=1', 'must be s3+https://HOST/BUCKET'],
    ['s3+https://s3.example/bucket/a b', 'must be s3+https://HOST/BUCKET'],
    ['s3+https://s3.example/bucket/../other', 'must be s3+https://HOST/BUCKET'],
    ['s3+http://s3.example/bucket', 'entries leave this machine by https only'],
    ['s3+http://127.0.0.1.example/bucket', 'entries leave this machine by https only'],
  ])('has an address that can be meant in one way only: %s', (CUAO_LOG_STORE_URL, words) => {
    expect(() => loadConfig('worker', { CUAO_LOG_STORE_URL })).toThrow(words);
  });

  it.each(['s3+https://s3.hanoi.example:9000/nhat-ky/2026h2', 's3+http://127.0.0.1:7070/log', 's3+http://[::1]:7070/log'])(
    'takes %s',
    (url) => {
      const told = (): unknown => loadConfig('worker', { CUAO_LOG_STORE_URL: url });
      expect(told).toThrow(expect.objectContaining({ message: expect.not.stringContaining('CUAO_LOG_STORE_URL') as unknown }));
    },
  );

  it('locks for a whole number of days', () => {
    for (const days of ['-1', '1.5', 'x', '99999'])
      expect(() => loadConfig('worker', { CUAO_LOG_STORE_LOCK_DAYS: days })).toThrow('CUAO_LOG_STORE_LOCK_DAYS');
  });
});
