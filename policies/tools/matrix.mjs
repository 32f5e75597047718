// The compliance matrix for people who know the law and no code: rule, dates, articles, what enforces it, which cases show it.
import { readCases } from './cases.mjs';
import { opaOrThrow } from './opa.mjs';
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
  policy: 'quy tắc Rego · Rego rule',
  data: 'dữ liệu, ràng buộc · data, constraint',
  process: 'quy trình · process',
  none: 'không mã hoá được: chưa có văn bản · not enforceable: no text found',
};
const status = { V: 'đã đọc điều luật · text read', S: 'nguồn thứ cấp · secondary', I: 'suy luận · inferred', B: 'tham chiếu · benchmark', NF: 'chưa tìm thấy · not found' };

export function matrix() {
  const rules = readTable('rules');
  const articles = readTable('articles');
  const cases = readCases();
  const said = annotationsByRule();
  const line = (id) => {
    const row = rules[id];
    const cited = row.articles.map((key) => `${articles[key].article}, ${articles[key].instrument}`).join('; ');
    const from = [row.fromDate ?? '', row.toDate ?? ''].join(' → ').replace(/^ → $/, 'luôn · always');
    const against = cases.filter(({ want }) => want.denies?.includes(id)).length;
    const forIt = cases.filter(({ want }) => want.reasons?.includes(id) || want.deadlines?.includes(id)).length;
    const rego = (said.get(id) ?? []).map(({ title, file }) => `${title} (${file})`).join('<br>');
    const tags = row.status.split('+').map((tag) => status[tag]).join(' + ');
    return `| ${id} | ${row.titleVi}<br>*${row.titleEn}* | ${from} | ${cited} | ${tags} | ${how[row.enforced]} | ${rego} | ${against} / ${forIt} |`;
  };
  const parts = Object.entries(groups).map(([prefix, title]) => {
    const ids = Object.keys(rules).filter((id) => id.split('-')[0] === prefix);
    return `## ${title}\n\n| Mã · id | Quy tắc · rule | Hiệu lực · in force | Điều luật · articles | Nguồn · source | Thực thi · enforced by | Trong mã · in the code | Ca từ chối / cho phép · cases against / for |\n|---|---|---|---|---|---|---|---|\n${ids.map(line).join('\n')}\n`;
  });
  const count = (kind) => Object.values(rules).filter((row) => row.enforced === kind && row.layer !== 'gate').length;
  return `<!-- Made by \`npm run policy:build\`; do not edit. -->
# Bảng tuân thủ · Compliance matrix

${Object.keys(rules).filter((id) => !id.startsWith('POL')).length} quy tắc trong danh mục · rules in the catalogue: ${count('policy')} bằng quy tắc · by Rego, ${count('data')} bằng dữ liệu · by data, ${count('process')} bằng quy trình · by process, ${count('none')} chưa mã hoá được · not enforceable. ${cases.length} ca · cases in \`policies/cases\`.

${parts.join('\n')}`;
}

function annotationsByRule() {
  const { annotations = [] } = JSON.parse(opaOrThrow(['inspect', '-a', '-f', 'json', 'policies']));
  const byRule = new Map();
  for (const { annotations: one, location } of annotations) {
    if (one.scope !== 'rule' || !one.custom?.rule) continue;
    const file = location.file.replace(/^.*policies\//, '');
    byRule.set(one.custom.rule, [...(byRule.get(one.custom.rule) ?? []), { title: one.title, file }]);
  }
  return byRule;
}
