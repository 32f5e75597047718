// The compliance matrix for people who know the law and no code: what each rule says, where it stands, when it is in force,
// what enforces it, what a refused person reads, and which cases show it refused and kept.
import { readCases } from './cases.mjs';
import { readTable } from './shape.mjs';

const groups = {
  HN: 'Lớp Hà Nội: kiểm kê, tạm dừng, đề án · Hanoi: inventory, pause, scheme',
  CT: 'Mẫu quy chế của các thành phố · Pattern of city regulations',
  PD: 'Dữ liệu cá nhân · Personal data',
  SH: 'Yêu cầu, kết nối, chia sẻ · Requests, connection, sharing',
  EV: 'Chứng cứ · Evidence',
  DS: 'Quyền của chủ thể dữ liệu, sự cố · Data subjects, incidents',
  AI: 'Trí tuệ nhân tạo · Artificial intelligence',
  SE: 'An toàn thông tin · Security',
  IN: 'Thanh tra · Inspection',
  INT: 'Tham chiếu quốc tế · International benchmarks',
  TR: 'Giám sát giao thông · Road traffic',
  POL: 'Quy tắc của hệ thống · House rules',
};
const how = {
  policy: 'quy tắc quyết định · policy rule',
  clock: 'thời hạn do quy tắc nêu, hệ thống đếm · workflow clock, named by a rule and counted',
  data: 'dữ liệu, ràng buộc · data constraint',
  process: 'quy trình · process',
  none: 'không thực thi được · not enforceable',
};
const status = { V: 'đã đọc điều luật · text read', S: 'nguồn thứ cấp · secondary source', I: 'suy luận của hệ thống · our inference', B: 'tham chiếu, không ràng buộc · benchmark, not binding', NF: 'đã tìm, chưa thấy · looked for, not found' };
const kinds = { PERM: 'cho phép · permission', PROH: 'cấm · prohibition', OBL: 'nghĩa vụ · obligation', DL: 'thời hạn · deadline', RET: 'lưu giữ · retention', FACT: 'dữ kiện · fact', NONE: 'chưa có nội dung · no content found', HOUSE: 'quy tắc của hệ thống · house rule' };
const severities = { high: 'cao · high', medium: 'vừa · medium', low: 'thấp · low' };
const effects = { allow: 'cho phép · allowed', needs_approval: 'chờ phê duyệt · waits for approval', deny: 'từ chối · refused', cannot_decide: 'không quyết định được · cannot be decided' };
const mostCases = 5;

/** The calendar day in Hà Nội, which is the one that the law counts. */
function hanoiDay(at) {
  const ms = typeof at === 'number' ? at : Date.parse(/T/.test(at) ? at : `${at}T00:00:00+07:00`);
  return Number.isFinite(ms) ? new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10) : String(at);
}
const day = (date) => date.split('-').reverse().join('/');

function validity({ fromDate, toDate }) {
  if (fromDate === null && toDate === null) return 'không giới hạn ngày · no date of its own';
  const from = fromDate === null ? '' : `từ ${day(fromDate)} · from ${fromDate}`;
  const to = toDate === null ? '' : `trước ${day(toDate)} · until ${toDate} (exclusive)`;
  return [from, to].filter(Boolean).join('; ');
}

/** @param coded, shown see shown.mjs */
export function matrix(coded, shown) {
  const rules = readTable('rules');
  const articles = readTable('articles');
  const messages = readTable('messages');

  const regoLine = ({ title, file, denies, message }) => {
    const read = messages[message] === undefined ? '' : ` — ${denies ? 'người bị từ chối đọc · a refused person reads' : 'lý do · reason'}: “${messages[message].titleVi}” · *“${messages[message].titleEn}”*`;
    return `${title} (\`policies/${file}\`)${read}`;
  };
  const caseLine = ({ input, description, answer, differs, file, line }) => {
    const apart = differs === undefined || differs.length > 6 ? '' : ` — khác ở · differs in ${differs.map((name) => `\`${name}\``).join(', ')}`;
    return `${description} (${hanoiDay(input.asOf)}; ${effects[answer.effect]}; \`${file}:${line}\`)${apart}`;
  };
  const list = (title, lines, most = lines.length) =>
    lines.length === 0 ? [] : [`- **${title}** (${lines.length})`, ...lines.slice(0, most).map((one) => `  - ${one}`), ...(lines.length > most ? [`  - … ${lines.length - most} ca nữa · more`] : [])];

  const one = (id) => {
    const row = rules[id];
    const cited = row.articles.map((key) => `${articles[key].article}, ${articles[key].instrument} — ${articles[key].titleVi} · *${articles[key].titleEn}* (${validity(articles[key])})`);
    const { against = [], kept = [] } = shown.get(id) ?? {};
    return [
      `### ${id} · ${row.titleVi}`, `*${row.titleEn}*`, '', row.textVi ?? '', '', `*${row.textEn ?? ''}*`, '',
      `- **Nguồn · source:** ${row.source} (${row.status.split(/[+/]/).map((tag) => status[tag]).join(' + ')})`,
      `- **Hiệu lực · in force:** ${validity(row)}`,
      `- **Loại · kind:** ${row.kind.split('/').map((kind) => kinds[kind]).join(' / ')}; **mức · severity:** ${severities[row.severity]}`,
      `- **Thực thi · enforced by:** ${how[row.enforced]}${row.howVi === undefined ? '' : `. ${row.howVi} · *${row.howEn}*`}`,
      ...list('Điều luật được viện dẫn · articles cited', cited),
      ...list('Trong mã · in the code', (coded.get(id) ?? []).map(regoLine)),
      ...list('Ca bị từ chối theo quy tắc này · cases refused by it', against.map(caseLine), mostCases),
      ...list('Ca tuân thủ hoặc được phép · cases that keep it or that it permits', kept.map(caseLine), mostCases),
      '',
    ].join('\n');
  };
  const inGroup = (prefix) => Object.keys(rules).filter((id) => id.split('-')[0] === prefix);
  const overview = Object.entries(groups).map(([prefix, title]) => {
    const ids = inGroup(prefix);
    const count = (way) => ids.filter((id) => rules[id].enforced === way).length;
    return `| ${title} | ${ids.length} | ${count('policy')} | ${count('clock')} | ${count('data')} | ${count('process')} | ${count('none')} |`;
  });
  const catalogued = Object.keys(rules).filter((id) => !id.startsWith('POL')).length;
  const text = `<!-- Made by \`npm run policy:build\`; do not edit. -->
# Bảng tuân thủ · Compliance matrix

${catalogued} quy tắc trong danh mục · rules in the catalogue; ${readCases().length} ca · cases in \`policies/cases\`, mỗi ca do bộ quy tắc đã biên dịch trả lời · each answered by the compiled rules.
Lời ở đây là của hệ thống, không phải nguyên văn điều luật · the wording is ours, not that of the articles.

| Nhóm · group | Quy tắc · rules | ${['policy', 'clock', 'data', 'process', 'none'].map((way) => how[way]).join(' | ')} |
|---|---|---|---|---|---|---|
${overview.join('\n')}

${Object.entries(groups).map(([prefix, title]) => `## ${title}\n\n${inGroup(prefix).map(one).join('\n')}`).join('\n')}`;
  return `${text.split('\n').map((line) => (line.startsWith('|') ? line : line.replaceAll('|', '\\|'))).join('\n').trimEnd()}\n`;
}
