import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { AuditSettings, EntryWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { Clock, describeError, logLine } from '#libs/kernel';
import type { PolicyTrust } from '../bundle.js';
import { checkSuccession, EmergencyFault, readSignedList, verifyEmergencyList, type VerifiedEmergencyList } from './emergency-list.js';
import { EmergencyRepository, type StoredEmergencyList } from './emergency.repository.js';
import { EmergencyStore, type EmergencyState } from './emergency-store.js';
import { OpenStreams } from './open-streams.js';

const reportEveryMs = 10_000;

/**
 * Sees to it that this process applies the newest emergency list. It looks when it is told to and whenever releases are looked
 * for; signatures, numbers and what a list lets in again are checked here, whatever the record says. A record or a state file
 * that cannot be trusted closes this node; a list that was wound back changes nothing.
 */
@Injectable()
export class EmergencyFollower {
  private readonly nodeId: string;
  private readonly file: string;
  private trust: PolicyTrust | null = null;
  /** The newest list that was applied here; a damaged record does not make this node forget it. */
  private held: VerifiedEmergencyList | null = null;
  /** A node whose own memory is damaged waits for a list newer than this one; null when its memory is sound. */
  private newerThan: number | null = null;
  private trouble: string | null = null;
  private reportedAtMs = 0;
  private looking: Promise<void> | null = null;
  private lookAgain = false;

  constructor(
    private readonly database: Database,
    private readonly store: EmergencyStore,
    private readonly lists: EmergencyRepository,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
    @Inject(AuditSettings) audit: AuditSettings,
  ) {
    this.nodeId = audit.producer;
    this.file = path.join(audit.stateDir, 'policy', `${audit.producer}.cuao-emergency`);
  }

  /** What a next list is measured against; whoever puts one in force looks first. */
  get lastHeld(): VerifiedEmergencyList | null {
    return this.held;
  }

  /** Before the first decision. */
  async begin(trust: PolicyTrust): Promise<void> {
    this.trust = trust;
    const newest = await this.lists.newest();
    try {
      this.held = await this.kept(trust);
      this.store.set(this.held === null ? { kind: 'none' } : { kind: 'list', held: this.held });
    } catch (error) {
      if (!(error instanceof EmergencyFault)) throw error;
      this.newerThan = newest?.sequence ?? 0;
      await this.close('own_memory_damaged', error);
    }
    await this.lookOnce();
  }

  /** Looks now; calls while a look is under way cause exactly one more after it. */
  look(): Promise<void> {
    if (this.looking !== null) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookUntilQuiet().finally(() => (this.looking = null));
    return this.looking;
  }

  /** When no look is under way any more; for stopping. */
  async atRest(): Promise<void> {
    await this.looking;
  }

  private async lookUntilQuiet(): Promise<void> {
    do {
      this.lookAgain = false;
      try {
        await this.lookOnce();
      } catch (error) {
        // The neighbour's fault, not the list's: what is applied goes on, and the next look asks again.
        logLine('warn', this.nodeId, 'cannot look for emergency lists', { error: describeError(error) });
      }
    } while (this.lookAgain);
  }

  private async lookOnce(): Promise<void> {
    if (this.trust === null) return;
    await this.follow(await this.lists.newest(), this.trust);
    const { people, cameras, roles } = this.store.barred();
    if (people.length + cameras.length + roles.length > 0) await this.cutStreams();
    if (this.clock.nowMs() - this.reportedAtMs >= reportEveryMs) await this.report();
  }

  private async follow(row: StoredEmergencyList | null, trust: PolicyTrust): Promise<void> {
    const { held } = this;
    if (row === null) return held === null ? this.nothingStored() : this.keep('rolled_back', held);
    let next: VerifiedEmergencyList;
    try {
      next = verifyEmergencyList(readSignedList(row.signed), trust);
      if (next.list.sequence !== row.sequence || next.sha256 !== row.sha256)
        throw new EmergencyFault('damaged', `the record calls list ${next.list.sequence} number ${row.sequence}`);
    } catch (error) {
      if (!(error instanceof EmergencyFault)) throw error;
      return this.close(error.code, error);
    }
    if (held?.sha256 === next.sha256) return this.settled({ kind: 'list', held });
    if (this.newerThan !== null && next.list.sequence <= this.newerThan) return;
    try {
      checkSuccession(next, held, this.clock.nowMs());
    } catch (error) {
      if (!(error instanceof EmergencyFault)) throw error;
      return this.keep(error.code, held);
    }
    await this.take(next);
  }

  /** On the log before it is applied, and on this node's own disk before that is said. */
  private async take(next: VerifiedEmergencyList): Promise<void> {
    const { sequence, people, cameras, roles } = next.list;
    await this.record('emergency.loaded', 'done', {
      sequence,
      sha256: next.sha256,
      people: people.length,
      cameras: cameras.length,
      roles: roles.length,
    });
    this.held = next;
    this.newerThan = null;
    this.store.set({ kind: 'list', held: next });
    this.trouble = null;
    await this.remember(next);
    await this.report();
  }

  /** No list was ever put in force, as far as the record knows. A node that remembers something it cannot read does not believe it. */
  private nothingStored(): Promise<void> {
    return this.newerThan === null ? this.settled({ kind: 'none' }) : Promise.resolve();
  }

  private async settled(state: EmergencyState): Promise<void> {
    if (this.store.state.kind === state.kind && this.trouble === null) return;
    this.store.set(state);
    this.trouble = null;
    await this.report();
  }

  /** What was applied here last goes on, and is applied again where the record had closed this node. */
  private async keep(code: string, held: VerifiedEmergencyList | null): Promise<void> {
    if (held !== null) this.store.set({ kind: 'list', held });
    if (this.trouble === code) return;
    this.trouble = code;
    logLine('error', this.nodeId, 'an emergency list was not taken, what holds here stays', { code });
    await this.record('emergency.load_failed', 'failed', { code, sequence: held?.list.sequence ?? 0 });
    await this.report();
  }

  /** Nobody knows who is barred: nothing opens until a sound list is there. */
  private async close(code: string, error: EmergencyFault): Promise<void> {
    const isNews = this.trouble !== code;
    this.store.set({ kind: 'damaged', code });
    this.trouble = code;
    if (!isNews) return;
    logLine('error', this.nodeId, 'the emergency list cannot be trusted: nothing is decided here until a sound one is there', {
      code,
      error: describeError(error),
    });
    await this.record('emergency.load_failed', 'failed', { code, closed: 'yes' });
    await this.report();
  }

  private async cutStreams(): Promise<void> {
    const streams = this.streams();
    if (streams === null) return;
    await this.database.transaction((tx) => streams.cut(tx, this.store.barred(), null));
  }

  /** null in a process that serves no pictures. */
  streams(): OpenStreams | null {
    try {
      return this.modules.get(OpenStreams, { strict: false });
    } catch {
      return null;
    }
  }

  private async kept(trust: PolicyTrust): Promise<VerifiedEmergencyList | null> {
    let text: string;
    try {
      text = await readFile(this.file, 'utf8');
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
      throw new EmergencyFault('damaged', `${this.file} cannot be read`, { cause });
    }
    return verifyEmergencyList(readSignedList(text), trust);
  }

  private async remember({ signed }: VerifiedEmergencyList): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true });
    await writeFile(`${this.file}.part`, JSON.stringify(signed));
    await rename(`${this.file}.part`, this.file);
  }

  private async record(type: string, outcome: 'done' | 'failed', details: Record<string, string | number>): Promise<void> {
    await this.entries.append({ type, viewer: null, actorProcess: this.nodeId, outcome, details });
  }

  private async report(): Promise<void> {
    const { state } = this.store;
    await this.lists.reportNode({
      nodeId: this.nodeId,
      state: state.kind,
      sequence: state.kind === 'list' ? state.held.list.sequence : null,
      errorCode: this.trouble,
      seenAt: this.clock.now(),
    });
    this.reportedAtMs = this.clock.nowMs();
  }
}
