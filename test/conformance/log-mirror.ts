import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SystemClock, type Clock } from '#libs/kernel';
import { Evidence, Found, type Finding } from '../../apps/cli/src/mirror/finding.js';
import { LogSource } from '../../apps/cli/src/mirror/log-source.js';
import { pinnedTrust, prepareFolder } from '../../apps/cli/src/mirror/mirror-folder.js';
import { Mirror, type Round } from '../../apps/cli/src/mirror/mirror.js';
import { openTrusted, parseTrustPolicy, type TrustedCheckpoint } from '../../apps/cli/src/verify/trust-policy.js';
import { serveLog, SmallLog, type LogServer } from './small-log.js';

/** A mirror of a log, started anew for each round as `cuao mirror --once` is. */
export class LogMirror {
  constructor(
    readonly folder: string,
    private readonly url: string,
    private readonly policyFile: string,
    private readonly clock: Clock = new SystemClock(),
  ) {}

  /** Beside a log's own files, for anybody to read, with the policy that lies there now. The caller closes it. */
  static async beside(logDir: string, folder: string): Promise<LogMirror & { readonly stop: () => Promise<void> }> {
    const server = await serveLog(logDir);
    const mirror = new LogMirror(folder, server.url, path.join(logDir, 'policy'));
    return Object.assign(mirror, { stop: server.close });
  }

  async open(): Promise<Mirror> {
    const { folder, clock } = this;
    const store = await prepareFolder(folder);
    const trust = await pinnedTrust(store, clock, { given: this.policyFile, mayReplace: false, name: null });
    const [evidence, source] = [await Evidence.open(store, clock), new LogSource(this.url, null)];
    return Mirror.open({ ...trust, folder, store, evidence, source, clock, turnMs: 86_400_000 });
  }

  /** @param isWhole reads all that is held again */
  async round(isWhole = true): Promise<Round> {
    return (await this.open()).round(isWhole);
  }

  /** What a round finds, its own folder included; null when it finds nothing. */
  async finding(): Promise<Pick<Finding, 'kind' | 'index'> | null> {
    try {
      const { finding } = await this.round();
      return finding === null ? null : { kind: finding.kind, index: finding.index };
    } catch (error) {
      if (error instanceof Found) return { kind: error.finding.kind, index: error.finding.index };
      throw error;
    }
  }

  /** A person answers for what was found. */
  async close(note: string): Promise<void> {
    await (await Evidence.open(await prepareFolder(this.folder), this.clock)).close(note);
  }

  at(name: string): string {
    return path.join(this.folder, name);
  }
}

/** A log of 600 entries, a server in front of it, and a mirror that has not run yet, in a folder of their own. */
export interface SmallMirror {
  readonly work: string;
  readonly log: SmallLog;
  readonly server: LogServer;
  readonly mirror: LogMirror;
  /** The checkpoint held, for an outsider who believes it only when the mirror has cosigned it as well. */
  readonly held: () => Promise<TrustedCheckpoint>;
  readonly close: () => Promise<void>;
}

export async function openSmallMirror(): Promise<SmallMirror> {
  const work = mkdtempSync(path.join(tmpdir(), 'cuao-mirror-'));
  const log = new SmallLog(path.join(work, 'log'));
  log.add(600);
  await log.publish();
  const server = await serveLog(log.folder);
  writeFileSync(path.join(work, 'policy'), log.policy);
  const mirror = new LogMirror(path.join(work, 'mirror'), server.url, path.join(work, 'policy'));
  return {
    work,
    log,
    server,
    mirror,
    held: async () => {
      const own = readFileSync(mirror.at('mirror.vkey'), 'utf8').trim();
      const policy = parseTrustPolicy(log.policy.replace('quorum w', `witness m ${own}\ngroup g 2 w m\nquorum g`));
      if (typeof policy === 'string') throw new Error(policy);
      const checkpoint = await openTrusted(readFileSync(mirror.at('checkpoint')), policy);
      if (typeof checkpoint === 'string') throw new Error(checkpoint);
      return checkpoint;
    },
    close: async () => {
      await server.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}
