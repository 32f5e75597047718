import { Injectable } from '@nestjs/common';
import { EntryWriter, LogReader, type PublishedCheckpoint } from '#libs/audit';
import { Clock } from '#libs/kernel';
import { PolicyStore } from '#libs/regulation';
import { SystemLevel, type SystemStateType } from './system-state.type.js';

/** The worker writes a heartbeat each minute, so a checkpoint older than this says that worker, signer or witnesses stand still. */
const patienceMs = 150_000;

const words: Readonly<Record<SystemLevel, readonly [vi: string, en: string]>> = {
  NORMAL: ['Hoạt động bình thường', 'Working normally'],
  DEGRADED: ['Nhật ký công bố chậm; việc mới vẫn được ghi nhận', 'The log is published late; what happens is still recorded'],
  SEALED: ['Chỉ đọc: nhật ký không nhận bản ghi mới', 'Read-only: the log takes no new entry'],
};

@Injectable()
export class SystemState {
  constructor(
    private readonly clock: Clock,
    private readonly policies: PolicyStore,
    private readonly entries: EntryWriter,
    private readonly log: LogReader,
  ) {}

  async read(): Promise<SystemStateType> {
    const checkpoint = await this.log.checkpoint();
    const level = this.levelOf(checkpoint);
    const [textVi, textEn] = words[level];
    return {
      level,
      textVi,
      textEn,
      policyRevision: this.policies.current().revision.revision,
      checkpointSize: checkpoint?.size ?? 0,
      checkpointAt: checkpoint?.at ?? null,
      witnessedSize: checkpoint?.witnessedSize ?? 0,
    };
  }

  /** Age of the newest checkpoint in seconds; null before the first. */
  async chainHeadAge(): Promise<number | null> {
    const at = (await this.log.checkpoint())?.at ?? null;
    return at === null ? null : Math.max(0, (this.clock.nowMs() - at.getTime()) / 1_000);
  }

  private levelOf(checkpoint: PublishedCheckpoint | null): SystemLevel {
    if (this.entries.state.frozenBecause !== null) return SystemLevel.SEALED;
    if (checkpoint === null) return SystemLevel.NORMAL;
    const late = (at: Date | null): boolean => at === null || this.clock.nowMs() - at.getTime() > patienceMs;
    const unwitnessed = checkpoint.witnessedSize < checkpoint.size && late(checkpoint.witnessedAt);
    return late(checkpoint.at) || unwitnessed ? SystemLevel.DEGRADED : SystemLevel.NORMAL;
  }
}
