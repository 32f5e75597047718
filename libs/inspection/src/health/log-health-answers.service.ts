import { Injectable } from '@nestjs/common';
import { FindingRecords, LogReader, LogReleases, type Closer, type HealthCode, type LogFinding } from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { invalidInput, notFound, Organisations, stateConflict } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView, Gate, PolicyNodes, PolicyStore } from '#libs/regulation';
import { closureDigest, FindingClosures, type ClosureOutcome, type ClosureSetback } from './finding-closures.service.js';
import {
  ReleaseLevel,
  type LogFindingActResult,
  type LogFindingHandType,
  type LogFindingType,
  type LogHealthResult,
} from './log-health.type.js';

type Words = readonly [vi: string, en: string];

const reasons: Readonly<Record<HealthCode, { readonly text: Words; readonly next: Words }>> = {
  witnesses_silent: {
    text: ['Không nhân chứng nào xác nhận trong hơn bốn giờ', 'No witness has confirmed for more than four hours'],
    next: [
      'Gọi đơn vị giữ nhân chứng; mọi việc trừ khẩn cấp đang ngừng.',
      'Call those who run the witnesses; all but emergencies is held.',
    ],
  },
  frozen: {
    text: ['Có phát hiện chưa được khép, hoặc nơi ký từ chối', 'A finding is open, or the signer refuses'],
    next: [
      'Xem các phát hiện bên dưới; hai người của hai cơ quan khép, một người là thanh tra. Điều khác với bảng kê tự hết khi đã đủ lại.',
      'Look at the findings below; two people of two bodies close one, an inspector among them. What differs from a manifest is over once it is whole again.',
    ],
  },
  store_silent: {
    text: ['Kho chứa tệp của nhật ký không trả lời', 'The store of the log’s files does not answer'],
    next: [
      'Gọi đơn vị giữ kho; bản ghi vẫn được nhận, việc giao, trích xuất đang ngừng.',
      'Call those who run the store; entries are still taken, handing over and exporting are held.',
    ],
  },
  publishing_stopped: {
    text: ['Chưa công bố trong hơn mười lăm phút', 'Nothing published for more than fifteen minutes'],
    next: [
      'Xem tiến trình worker và signer; việc giao, trích xuất đang ngừng.',
      'Look at worker and signer; handing over and exporting are held.',
    ],
  },
  no_sequencer: {
    text: ['Chưa có tiến trình nào xếp bản ghi', 'No process has begun to order the entries'],
    next: ['Khởi động worker.', 'Start the worker.'],
  },
  disk_low: {
    text: ['Ổ đĩa của nhật ký còn dưới 10 %, hoặc không trả lời', 'The log’s disk has less than 10 % left, or does not answer'],
    next: ['Thêm chỗ chứa; trích xuất mới đang ngừng.', 'Make room; new exports are held.'],
  },
  outbox_stuck: {
    text: ['Bản ghi chờ xếp hơn một phút', 'An entry has waited for more than a minute'],
    next: ['Gọi người trực vận hành.', 'Call the operator on duty.'],
  },
  outbox_slow: {
    text: ['Bản ghi chờ xếp hơn năm giây', 'An entry has waited for more than five seconds'],
    next: ['Theo dõi; chưa việc gì bị ngừng.', 'Watch it; nothing is held.'],
  },
  anchor_late: {
    text: ['Hơn hai giờ chưa có dấu thời gian độc lập mới', 'No new independent time stamp for more than two hours'],
    next: [
      'Xem tổ chức cấp dấu thời gian và dòng của nó bên dưới; chưa việc gì bị ngừng.',
      'Look at the time-stamping authority and its line below; nothing is held.',
    ],
  },
};

const setbacks: Readonly<Record<ClosureSetback, Words>> = {
  CLOSED_ALREADY: ['Phát hiện này đã được khép.', 'This finding is closed already.'],
  HEALED_ALREADY: ['Phát hiện này đã tự hết.', 'This finding is over by itself.'],
  NOT_PROPOSED: ['Chưa ai đề nghị khép; hãy nêu lý do trước.', 'Nobody has asked to close it; say why first.'],
  SAME_PERSON: ['Người đề nghị không tự xác nhận được.', 'Whoever asked cannot confirm.'],
  SAME_BODY: ['Phải là người của cơ quan khác xác nhận.', 'Somebody of another body has to confirm.'],
  NO_INSPECTOR: ['Một trong hai người phải là thanh tra.', 'One of the two has to be an inspector.'],
  SHOWN_DIGEST_DIFFERS: [
    'Lý do khép đã thay đổi so với bản bạn đang xem. Hãy tải lại và đọc lại trước khi xác nhận.',
    'Why it may be closed is no longer what you were shown. Reload and read it again before you confirm.',
  ],
};

const shownFindings = 50;

/** The API's questions about how the log stands and about its findings. */
@Injectable()
export class LogHealthAnswers {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly view: DecisionView,
    private readonly policies: PolicyStore,
    private readonly nodes: PolicyNodes,
    private readonly log: LogReader,
    private readonly holds: LogReleases,
    private readonly findings: FindingRecords,
    private readonly closures: FindingClosures,
    private readonly organisations: Organisations,
  ) {}

  async health(viewer: Viewer): Promise<typeof LogHealthResult> {
    const decision = await this.gate.decideAlone(viewer, 'read_health', {}, { type: 'read_health.log', resource: { kind: 'log' } });
    if (decision.effect !== 'allow') return this.view.denied(decision);
    const [health, checkpoint, nodes, findings] = await Promise.all([
      this.holds.now(),
      this.log.checkpoint(),
      this.nodes.list(),
      this.db.read(async (tx) => this.shown(tx, viewer, await this.findings.list(tx, shownFindings))),
    ]);
    const { because, releases, ...ages } = health;
    return Object.assign(
      { __typename: 'LogHealth' as const },
      {
        ...ages,
        releases: ReleaseLevel[releases],
        because: because.map((code) => {
          const { text, next } = reasons[code];
          return { code, textVi: text[0], textEn: text[1], nextVi: next[0], nextEn: next[1] };
        }),
        checkpointSize: checkpoint?.size ?? 0,
        checkpointAt: checkpoint?.at ?? null,
        witnessedSize: checkpoint?.witnessedSize ?? 0,
        witnesses: (checkpoint?.witnesses ?? []).map(({ name, at }) => ({ name, at })),
        nodes,
        policySha256: this.policies.loaded().bundle.sha256,
        findings,
      },
    );
  }

  async propose(viewer: Viewer, id: string, reason: string): Promise<typeof LogFindingActResult> {
    return this.told(viewer, await this.closures.propose(viewer, id, reason));
  }

  async confirm(viewer: Viewer, id: string, shownDigest: string): Promise<typeof LogFindingActResult> {
    return this.told(viewer, await this.closures.confirm(viewer, id, shownDigest));
  }

  private async told(viewer: Viewer, outcome: ClosureOutcome): Promise<typeof LogFindingActResult> {
    switch (outcome.kind) {
      case 'done': {
        const [finding] = await this.db.read((tx) => this.shown(tx, viewer, [outcome.finding]));
        if (finding === undefined) return notFound();
        const { entryId, acceptedAt } = outcome.entry;
        return Object.assign({ __typename: 'LogFindingActDone' as const }, { finding, entry: { id: entryId, acceptedAt } });
      }
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'setback': {
        const [textVi, textEn] = setbacks[outcome.why];
        return stateConflict({ code: outcome.why, textVi, textEn }, null);
      }
      case 'shortReason':
        return invalidInput({
          code: 'REASON_TOO_SHORT',
          textVi: 'Nêu lý do, ít nhất mười chữ cái.',
          textEn: 'Say why, in ten letters at least.',
          path: ['reason'],
        });
      case 'absent':
        return notFound();
      default:
        return assertNever(outcome);
    }
  }

  private async shown(tx: Tx, viewer: Viewer, findings: readonly LogFinding[]): Promise<LogFindingType[]> {
    const hands = findings.flatMap(({ opened, closed }) => [opened, closed]).filter((hand) => hand !== null);
    const bodies = await this.organisations.byCodes(
      tx,
      hands.map(({ organisationCode }) => organisationCode),
    );
    const hand = (closer: Closer | null): LogFindingHandType | null => {
      if (closer === null) return null;
      const body = bodies.get(closer.organisationCode);
      return {
        organisationCode: closer.organisationCode,
        organisationNameVi: body?.nameVi ?? closer.organisationCode,
        organisationNameEn: body?.nameEn ?? closer.organisationCode,
        at: closer.at,
        entryId: closer.entryId,
        isYou: closer.personId === viewer.personId,
      };
    };
    return findings.map((finding) => {
      const { id, kind, what, foundAt, reason, opened, closed, healed } = finding;
      return {
        id,
        kind,
        what,
        foundAt,
        reason,
        digest: closureDigest(finding),
        opened: hand(opened),
        closed: hand(closed),
        healedAt: healed?.at ?? null,
        healedEntryId: healed?.entryId ?? null,
      };
    });
  }
}
