import { Injectable } from '@nestjs/common';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '#libs/regulation';
import { exportPath } from './log-export-path.js';
import type { ExportLogInput } from './log-export.input.js';
import type { ExportHinderedType, ExportLogResult } from './log-export.type.js';
import { exportLimits, LogExports, type ExportHindrance } from './log-exports.service.js';

const words: Readonly<Record<ExportHindrance, { readonly vi: string; readonly en: string }>> = {
  NOTHING_WITNESSED: {
    vi: 'Nhật ký hiện chưa được nhân chứng độc lập đồng ký (hoặc đang bị giữ lại để kiểm tra), nên chưa được giao bản xuất nào. Hãy thử lại khi dải trạng thái báo bình thường.',
    en: 'No independent witness vouches for the log at present (or it is held for people to look at), so no export may be handed over. Try again when the status strip says that all is well.',
  },
  NO_ENTRIES: {
    vi: 'Không có bản ghi nào hợp điều kiện trong phạm vi quyết định thanh tra và đã được nhân chứng đồng ký.',
    en: 'No entry within the inspection decision fits and is witnessed.',
  },
  TOO_MANY_ENTRIES: {
    vi: `Hơn ${exportLimits.entries} bản ghi: hãy chia theo thời gian hoặc cơ quan rồi xuất từng phần.`,
    en: `More than ${exportLimits.entries} entries: divide by time or body and export part by part.`,
  },
  LOG_CONTRADICTS: {
    vi: 'Có bản ghi, tệp hoặc phần mở của nhật ký không khớp với sổ đã công bố, nên không xuất gì: bản xuất thiếu sẽ là bản xuất sai. Việc này đã ghi vào nhật ký; trang sức khỏe nhật ký và kết quả tìm kiếm cho biết bản ghi nào.',
    en: 'An entry, a file or an opening of the log does not fit what was published, so nothing is exported: an export without it would be a false one. This is on the log; the health page and the search say which entry.',
  },
  TOO_LARGE: {
    vi: `Tệp sẽ lớn hơn ${exportLimits.bytes / 2 ** 20} MiB: hãy chia theo thời gian hoặc cơ quan rồi xuất từng phần.`,
    en: `The file would be larger than ${exportLimits.bytes / 2 ** 20} MiB: divide by time or body and export part by part.`,
  },
};

@Injectable()
export class LogExportView {
  constructor(
    private readonly exports: LogExports,
    private readonly decisions: DecisionView,
  ) {}

  async make(viewer: Viewer, { format, filter }: ExportLogInput): Promise<typeof ExportLogResult> {
    const outcome = await this.exports.make(viewer, format, filter ?? {});
    switch (outcome.kind) {
      case 'made': {
        const { address, expiresAt, name, bytes, sha256, entries, entryId } = outcome;
        return Object.assign(
          { __typename: 'LogExport' as const },
          { path: `${exportPath}${address}`, expiresAt, fileName: name, bytes, sha256, entries, entryId },
        );
      }
      case 'hindered':
        return hindered(outcome.hindrance);
      case 'refused':
        return this.decisions.denied(outcome.decision);
      default:
        return assertNever(outcome);
    }
  }
}

function hindered(code: ExportHindrance): ExportHinderedType & { readonly __typename: 'ExportHindered' } {
  return { __typename: 'ExportHindered', code, textVi: words[code].vi, textEn: words[code].en, path: null };
}
