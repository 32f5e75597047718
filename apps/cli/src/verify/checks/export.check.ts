import { onlyFile, parseWords, readInput, trustPolicy } from '../arguments.js';
import { verifyExport, type ExportReport } from '../export.js';
import { failed, passed, seenBy, type Check, type Row } from '../verdict.js';

/** A sealed export: the zip itself, every entry, opening and proof in it, and what it claims to hold completely. */
export const exported: Check = async (args, tell) => {
  const words = parseWords(args, ['policy']);
  const file = onlyFile(words, 'cuao verify export FILE.zip [--policy FILE]');
  const isGiven = words.options.has('policy');
  if (!isGiven)
    tell(
      'tin theo tệp policy nằm trong chính bản xuất · trusting the policy inside the export itself (--policy FILE để dùng tệp của bạn · for your own)',
    );
  const report = await verifyExport(readInput(file), isGiven ? trustPolicy(words, null, tell) : null);
  if ('what' in report)
    return { verdict: failed(`${report.index === null ? '' : `index ${report.index}: `}${report.what}`), json: words.json };
  return { verdict: passed(exportRows(report)), json: words.json };
};

export function exportRows({ manifest, checkpoint, entries, openings, complete, beyond }: ExportReport): Row[] {
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
    ['log', 'nhật ký ký', 'signed by the log', `${checkpoint.origin}, ${checkpoint.size}`],
    ['witnesses', 'nhân chứng', 'witnesses', seenBy(checkpoint)],
  ];
}
