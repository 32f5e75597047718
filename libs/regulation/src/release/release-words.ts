import type { NotReady, Unfit } from './release-outcomes.js';

type Words = readonly [vi: string, en: string];

const notReadyWords: Readonly<Record<NotReady['code'], Words>> = {
  not_signed: ['Chưa đủ chữ ký của hai cơ quan trên báo cáo tác động.', 'Not both institutions have signed the impact report.'],
  statement_not_signed: ['Lời ký không mang chữ ký đúng.', 'A statement does not bear its signature.'],
  one_person_twice: ['Một người đã ký cho cả hai cơ quan.', 'One person has signed for both institutions.'],
  different_reports: ['Hai bên đã ký trên hai báo cáo tác động khác nhau.', 'The signers have read different impact reports.'],
  report_missing: ['Chưa có báo cáo tác động đó cho bộ quy tắc này.', 'There is no such impact report for this release.'],
  report_changed: ['Báo cáo tác động không còn là bản đã ký.', 'The impact report is not the one that was signed.'],
  report_outdated: [
    'Báo cáo tác động so với bộ quy tắc không còn hiệu lực; hãy lập lại.',
    'The impact report compares with rules no longer in force; make it again.',
  ],
  note_missing: [
    'Bộ quy tắc mở rộng quyền quá ngưỡng: cần ghi chú của thanh tra.',
    'It opens more than the threshold: an inspector’s note is needed.',
  ],
  note_by_signer: ['Ghi chú là của một trong những người ký.', 'The note is by one of the signers.'],
  known_already: ['Bộ quy tắc này đã được đề xuất.', 'This release was proposed before.'],
  in_force_already: ['Bộ quy tắc này đang có hiệu lực.', 'This release is the one in force.'],
  never_in_force: ['Bộ quy tắc này chưa từng có hiệu lực.', 'This release was never in force.'],
  not_newer: ['Một bộ quy tắc mới hơn đã có hiệu lực.', 'A newer release is in force by now.'],
  signed_already: ['Cơ quan này hoặc người này đã ký bộ quy tắc này.', 'This institution, or this person, has signed it before.'],
  not_a_signer: ['Cơ quan của bạn không ký bộ quy tắc.', 'Your institution does not sign releases.'],
  bad_statement: [
    'Lời ký không nói về bộ quy tắc này, người này và cơ quan này.',
    'The statement is not about this release, person and institution.',
  ],
  bad_signature: ['Chữ ký không được làm bằng khóa đã ghim.', 'It is not signed with the pinned key.'],
};

const unfitWords: Readonly<Record<Unfit['code'], Words>> = {
  files_missing: ['Thiếu tệp của bộ quy tắc.', 'Files of the bundle are missing.'],
  unreadable: ['Không đọc được bộ quy tắc.', 'The bundle cannot be read.'],
  too_large: ['Bộ quy tắc quá lớn.', 'The bundle is too large.'],
  bad_signature: ['Chữ ký không đúng.', 'A signature is not good.'],
  bad_hash: ['Có tệp không đúng với bản kê.', 'A file is not the one that the manifest names.'],
  bad_manifest: ['Bản kê không đúng mẫu.', 'The manifest has not its form.'],
  rolled_back: ['Số thứ tự cũ hơn bộ đang có hiệu lực.', 'Its number is older than the one in force.'],
  same_sequence: ['Trùng số thứ tự với bộ đang có hiệu lực.', 'Its number is that of the one in force.'],
  not_released: ['Chưa được ban hành đúng thủ tục.', 'It was not released as it must be.'],
  not_in_time: ['Ngoài thời hạn hiệu lực.', 'It is not valid at this time.'],
  no_policy: ['Tệp quy tắc đã biên dịch không dùng được.', 'The compiled rules are no module.'],
  missing_builtin: ['Bộ quy tắc cần hàm mà hệ thống không có.', 'It asks for built-ins that nobody gives.'],
  missing_entrypoint: ['Bộ quy tắc không trả lời đúng các câu hỏi của hệ thống.', 'It does not answer the questions that are asked here.'],
  self_test_failed: ['Bộ quy tắc trả lời sai câu hỏi mẫu của chính nó.', 'It answers its own golden questions wrongly.'],
  too_slow: ['Bộ quy tắc thử quá lâu.', 'Trying it out took too long.'],
};

/** The problem of an outcome in both languages; what exactly is wrong follows in English, for whoever repairs it. */
export function wordsOf(outcome: NotReady | Unfit): { code: string; textVi: string; textEn: string } {
  const [vi, en] = outcome.kind === 'unfit' ? unfitWords[outcome.code] : notReadyWords[outcome.code];
  return { code: outcome.code.toUpperCase(), textVi: vi, textEn: `${en} (${outcome.message})` };
}
