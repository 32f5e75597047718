import { Injectable } from '@nestjs/common';
import { EntryWriter, LogReader, LogReleases, type LogHealth, type PublishedCheckpoint, type ReleaseLevel } from '#libs/audit';
import { Clock } from '#libs/kernel';
import { PolicyStore } from '#libs/regulation';
import { SystemLevel, type SystemStateType } from './system-state.type.js';

/** The worker writes a heartbeat each minute, so a checkpoint older than this says that worker, signer or witnesses stand still. */
const patienceMs = 150_000;

const words: Readonly<Record<SystemLevel, readonly [vi: string, en: string]>> = {
  NORMAL: ['Hoạt động bình thường', 'Working normally'],
  DEGRADED: ['Nhật ký chưa ổn; việc mới vẫn được ghi nhận', 'The log is not well; what happens is still recorded'],
  SEALED: ['Chỉ đọc: nhật ký không nhận bản ghi mới', 'Read-only: the log takes no new entry'],
};

/** For everybody: what is held, until when, what to do. Nothing of the house's insides. */
const held: Readonly<Record<ReleaseLevel, readonly [vi: string, en: string] | null>> = {
  EVERYTHING: null,
  NOTHING_WITNESSED: [
    'Tạm ngừng giao, trích xuất và công khai hình ảnh cho đến khi nhật ký được công bố và kiểm tra xong. Xem trực tiếp vẫn theo quyền đã cấp; việc cần gấp gọi trực ban.',
    'Handing over, exporting and publishing are held until the log is published and checked again. Live view goes on as granted; for what cannot wait, call the duty officer.',
  ],
  EMERGENCIES: [
    'Chỉ còn việc khẩn cấp có văn bản chứng minh, cho đến khi nhân chứng xác nhận nhật ký trở lại: yêu cầu loại này vẫn gửi, duyệt và xem được. Hình theo quyền khác đang ngừng. Thu hồi quyền và đọc nhật ký vẫn làm được.',
    'Emergencies with their document only, until witnesses confirm the log again: such requests can still be sent, approved and watched. Pictures under other grants have stopped. Rights can still be taken back and the log read.',
  ],
};

@Injectable()
export class SystemState {
  constructor(
    private readonly clock: Clock,
    private readonly policies: PolicyStore,
    private readonly entries: EntryWriter,
    private readonly log: LogReader,
    private readonly releases: LogReleases,
  ) {}

  async read(): Promise<SystemStateType> {
    const checkpoint = await this.log.checkpoint();
    const health = await this.releases.recent();
    const level = this.levelOf(checkpoint, health);
    const [textVi, textEn] = words[level];
    return {
      level,
      textVi,
      textEn,
      heldVi: held[health.releases]?.[0] ?? null,
      heldEn: held[health.releases]?.[1] ?? null,
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

  private levelOf(checkpoint: PublishedCheckpoint | null, health: LogHealth): SystemLevel {
    if (this.entries.state.frozenBecause !== null) return SystemLevel.SEALED;
    if (health.releases !== 'EVERYTHING') return SystemLevel.DEGRADED;
    if (checkpoint === null) return SystemLevel.NORMAL;
    const late = (at: Date | null): boolean => at === null || this.clock.nowMs() - at.getTime() > patienceMs;
    const unwitnessed = checkpoint.witnessedSize < checkpoint.size && late(checkpoint.witnessedAt);
    return late(checkpoint.at) || unwitnessed ? SystemLevel.DEGRADED : SystemLevel.NORMAL;
  }
}
