import '../support/node-errors.js';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAnchor } from '#libs/audit';
import { readAnchors } from '../../apps/cli/src/verify/anchor.js';
import { LogFolder } from '../../apps/cli/src/verify/log-folder.js';
import { judgeTimeStamp, readAuthorities } from '../../apps/cli/src/verify/time-stamp-trust.js';
import { parseTrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { FolderStore } from '../../libs/audit/src/store/folder-store.js';
import { TimeAuthority } from '../support/time-authority.js';
import { LogMirror } from './log-mirror.js';
import { serveLog, SmallLog } from './small-log.js';

// What the log throws away of its time stamps, another institution still has.

it('a mirror keeps the time stamps that it was shown, and takes none that stamps something else', async () => {
  const work = mkdtempSync(path.join(tmpdir(), 'cuao-mirror-'));
  const authority = new TimeAuthority();
  const log = new SmallLog(path.join(work, 'log'));
  const server = await serveLog(log.folder);
  try {
    writeFileSync(path.join(work, 'policy'), log.policy);
    const mirror = new LogMirror(path.join(work, 'mirror'), server.url, path.join(work, 'policy'));
    const store = new FolderStore(log.folder);
    const anchors = async (): Promise<(readonly [number, boolean])[]> => {
      const [policy, trusted] = [parseTrustPolicy(log.policy), readAuthorities(readFileSync(authority.issuer, 'utf8')) ?? []];
      if (typeof policy === 'string') throw new Error(policy);
      const found = await readAnchors(new LogFolder(mirror.folder), policy, (reply, stamped) => judgeTimeStamp(reply, stamped, trusted));
      return found.map((each) => [each.size, typeof each.found !== 'string'] as const);
    };
    const grown = async (size: number, isBent = false): Promise<void> => {
      log.add(300);
      await log.publish();
      const checkpoint = readFileSync(path.join(log.folder, 'checkpoint'));
      const reply = authority.stamp(isBent ? Buffer.from('something else') : checkpoint);
      await writeAnchor(store, { size, checkpoint, reply });
    };
    await grown(300);
    await mirror.round();
    expect(await anchors()).toEqual([[300, true]]);
    await grown(600, true);
    await grown(900);
    await mirror.round(false);
    expect(await anchors()).toEqual([
      [300, true],
      [900, true],
    ]);
    rmSync(path.join(log.folder, 'anchors'), { recursive: true });
    log.add(1);
    await log.publish();
    expect(await mirror.round(false)).toMatchObject({ size: 901, finding: null });
    expect((await anchors()).map(([size]) => size)).toEqual([300, 900]);
  } finally {
    await server.close();
    authority.remove();
    rmSync(work, { recursive: true, force: true });
  }
});
