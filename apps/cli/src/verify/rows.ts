import type { ExportReport } from './export.js';
import type { ProofVerdict } from './proof.js';
import type { Receipt } from './receipt.js';
import { seenBy, type Row } from './verdict.js';

/** What is told of a file that was verified, alike on the command line and on the page. */
export function exportRows({ manifest, checkpoint, entries, openings, complete, beyond, anchors }: ExportReport): Row[] {
  const { inspection, query } = manifest;
  const asked = Object.entries(query).map(([word, value]) => `${word} ${value}`);
  return [
    ['entries', 'số bản ghi', 'entries', entries],
    ['openings', 'bản ghi được mở tên, hồ sơ', 'entries with names or case opened', openings],
    ['inspection', 'quyết định thanh tra', 'inspection decision', `${inspection.decisionNo}, ${inspection.from} – ${inspection.to}`],
    ['organisations', 'cơ quan', 'bodies', inspection.organisations.join(', ')],
    ['query', 'điều kiện', 'query', asked.length === 0 ? '–' : asked.join(', ')],
    ['complete', 'đủ, không thiếu bản ghi nào', 'complete', complete.map(({ from, to }) => `${from}–${to - 1}`).join(', ') || '–'],
    ['beyond', 'ngoài phần đã chứng minh đủ', 'beyond what is shown to be complete', beyond],
    ...(anchors.length === 0 ? [] : [anchorRow(anchors)]),
    ['log', 'nhật ký ký', 'signed by the log', `${checkpoint.origin}, ${checkpoint.size}`],
    ['witnesses', 'nhân chứng', 'witnesses', seenBy(checkpoint)],
  ];
}

function anchorRow(anchors: ExportReport['anchors']): Row {
  const said = anchors.map(({ size, stamp }) =>
    stamp === null ? `${size} (chưa kiểm · not checked: --tsa)` : `${size} ${new Date(stamp.timeMs).toISOString()} ${stamp.authority}`,
  );
  return ['anchors', 'dấu thời gian độc lập', 'independent time stamps', said.join('; ')];
}

export function proofRows({ leafGiven, leafHash, index, checkpoint }: ProofVerdict): Row[] {
  return [
    ['leafHash', leafGiven ? 'bản ghi' : 'mã băm', leafGiven ? 'leaf' : 'leaf hash', leafHash],
    ['included', 'vị trí', 'included', `${index} / ${checkpoint.size}`],
    ['log', 'nhật ký ký', 'signed by the log', checkpoint.origin],
    ['witnesses', 'nhân chứng', 'witnesses', seenBy(checkpoint)],
  ];
}

export function receiptRows(receipts: readonly Receipt[]): Row[] {
  const rows: Row[] = [
    ['receipts', 'biên nhận', 'receipts', String(receipts.length)],
    ['producers', 'đã ký bởi', 'signed by', [...new Set(receipts.map(({ producer }) => producer))].join(', ')],
  ];
  const [only] = receipts;
  if (receipts.length === 1 && only !== undefined)
    rows.push(['entry', 'bản ghi', 'entry', only.entry], ['acceptedAt', 'nhận lúc', 'accepted at', only.acceptedAt]);
  return rows;
}
