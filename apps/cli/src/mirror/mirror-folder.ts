import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { FolderStore } from '#libs/audit';
import type { Clock } from '#libs/kernel';
import { isSame } from '../verify/codec.js';
import { parseTrustPolicy, type TrustPolicy } from '../verify/trust-policy.js';

/** Files of the mirror's own beside the log's: the key, what was found, where the rota stands. Nobody else may look into it. */
export const privateFolder = 'private';

/** The folder cannot be used as it is wished: exit code `usage`, `conflict` or `absent`. */
export class FolderRefused extends Error {
  constructor(
    readonly kind: 'usage' | 'conflict' | 'absent',
    message: string,
  ) {
    super(message);
  }
}

export interface PinnedTrust {
  readonly policy: TrustPolicy;
  readonly origin: string;
  readonly name: string;
}

/** With its private room and the room for evidence, closed at every start; whether others may read the rest, entries among it, is its owner's business. */
export async function prepareFolder(folder: string): Promise<FolderStore> {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  for (const room of [privateFolder, 'evidence']) {
    await mkdir(path.join(folder, room), { recursive: true, mode: 0o700 });
    await chmod(path.join(folder, room), 0o700);
  }
  return new FolderStore(folder);
}

/**
 * One mirror a folder. The name lives in the kernel (an abstract socket of Linux) and goes with the process, however that ends.
 * @throws FolderRefused when another one is at work in it
 */
export async function lockFolder(folder: string): Promise<void> {
  const { dev, ino } = await stat(folder);
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new FolderRefused('conflict', `một bản sao khác đang chạy ở đây · another mirror is at work in ${folder}`)
          : error,
      ),
    );
    server.listen(`\0cuao-mirror-${dev}-${ino}`, resolve);
  });
  server.unref();
}

/**
 * Whom the mirror believes: kept at the first run, and held to. Nothing of it ever comes from the log.
 * @param given file of the policy; null to go on with the one kept @param mayReplace the one kept may be another: an act of a person
 * @throws FolderRefused
 */
export async function pinnedTrust(
  store: FolderStore,
  clock: Clock,
  { given, mayReplace, name }: { readonly given: string | null; readonly mayReplace: boolean; readonly name: string | null },
): Promise<PinnedTrust> {
  const kept = await store.read('policy');
  const bytes = given === null ? kept : await readPolicy(given);
  if (bytes === null)
    throw new FolderRefused(
      'usage',
      'lần đầu cần --policy TỆP, lấy từ nơi bạn tin, không phải từ nhật ký · the first run needs --policy FILE, from whom you trust, not from the log',
    );
  const trust = read(bytes, given ?? path.join(store.folder, 'policy'));
  const isOther = kept !== null && !isSame(kept, bytes);
  if (isOther && !mayReplace)
    throw new FolderRefused(
      'conflict',
      'tệp chính sách khác tệp đã giữ; đổi thì thêm --replace-policy · this is not the policy kept here; to change it, add --replace-policy',
    );
  if (isOther && read(kept, 'policy').origin !== trust.origin)
    throw new FolderRefused('conflict', `nhật ký khác, cần thư mục khác · another log needs another folder: ${trust.origin}`);
  const known = (await store.read('mirror.vkey'))?.toString('utf8').split('+')[0] ?? null;
  if (known !== null && name !== null && name !== known)
    throw new FolderRefused('conflict', `bản sao này ký là · this mirror cosigns as ${known}`);
  if (isOther) await store.write(`${privateFolder}/policy.until-${clock.now().toISOString().replaceAll(/[:.]/g, '')}`, kept);
  if (isOther || kept === null) await store.write('policy', bytes);
  await store.sync();
  return { ...trust, name: known ?? name ?? 'inspectorate-mirror' };
}

async function readPolicy(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new FolderRefused('absent', `${file}: ${error instanceof Error ? error.message : ''}`);
  }
}

/** A note takes 16 signatures; the log's, the witnesses' and the mirror's own must fit. */
const mostWitnesses = 14;

function read(bytes: Buffer, file: string): Omit<PinnedTrust, 'name'> {
  const policy = parseTrustPolicy(bytes.toString('latin1'));
  if (typeof policy === 'string') throw new FolderRefused('usage', `${file}: ${policy}`);
  const [log, ...others] = policy.logs;
  if (log === undefined || others.some((each) => each.name !== log.name))
    throw new FolderRefused('usage', `${file}: một thư mục giữ một nhật ký · one folder holds one log, this names several`);
  if (policy.witnesses.size > mostWitnesses)
    throw new FolderRefused('usage', `${file}: names more than ${mostWitnesses} witnesses, the mirror's own signature has no room`);
  return { policy, origin: log.name };
}
