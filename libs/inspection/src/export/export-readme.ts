import type { ExportContent } from './export-content.js';
import type { CompletenessClaim } from './sealed-export.js';

/** What an inspector finds in the export, and how it is checked without the house. */
export function exportReadme(
  { inspection, head, entries, madeAt, query, intentId }: ExportContent,
  {
    openings,
    completeness,
    anchors,
  }: { readonly openings: number; readonly completeness: readonly CompletenessClaim[]; readonly anchors: number },
): string {
  const asked = Object.entries(query).map(([word, value]) => `${word} = ${value}`);
  const complete = completeness.map(({ fromIndex, toIndex }) => `${fromIndex}–${toIndex - 1}`).join(', ');
  return `# Bản xuất niêm phong của nhật ký truy cập · Sealed export of the access log

| | |
|---|---|
| Quyết định thanh tra · inspection decision | ${inspection.decisionNo} |
| Cơ quan · bodies | ${inspection.organisations.join(', ')} |
| Thời kỳ · period | ${inspection.from.toISOString()} – ${inspection.to.toISOString()} |
| Điều kiện · query | ${asked.length === 0 ? '–' : asked.join('; ')} |
| Số bản ghi · entries | ${entries.length} (mở tên hoặc hồ sơ · names or case opened: ${openings}) |
| Chứng minh đủ · shown to be complete | ${complete === '' ? '–' : complete} |
| Nhật ký · log | ${head.origin}, ${head.size} |
| Lập lúc · made at | ${madeAt.toISOString()} |
| Bản ghi của việc xuất này · entry of this export | ${intentId} |

## Kiểm chứng · How to check it

Không cần mạng, không cần tin Cửa Ô. Một tệp, chỉ cần Node 20 trở lên; hoặc mở trang \`/verify/\` rồi thả tệp zip vào.
Offline, and without trusting Cửa Ô. One file and Node 20 or later; or open the page \`/verify/\` and drop the zip on it.

    node verify.mjs export <tệp · file>.zip --policy <chính sách của bạn · your own policy>

Mã thoát 0: đúng; 6: sai, kèm vị trí đầu tiên bị sai. Tệp \`policy\` bên trong do chính nhật ký đưa ra; hãy so với bản bạn giữ từ trước.
Exit code 0: verified; 6: not, with the first bad index. The \`policy\` inside is the log's own word; compare it with one that you kept.

## Bên trong · What is in it

| tệp · file | |
|---|---|
| \`manifest.json\` | bản xuất nói mình là gì: phạm vi, điều kiện, số đếm, SHA-256 từng tệp · what the export claims to be: scope, query, counts, SHA-256 of each file |
| \`entries/<n>.json\` | đúng các byte được băm của bản ghi số n · the exact bytes that are hashed as entry n (\`leaf.schema.json\`) |
| \`proofs/<n>.tlog-proof\` | bằng chứng C2SP tlog-proof dưới cùng một đầu nhật ký · C2SP tlog-proof, all under one checkpoint |
| \`checkpoint\` | đầu nhật ký có chữ ký và đồng ký của nhân chứng · the checkpoint, signed and cosigned |
| \`policy\` | chính sách tin cậy C2SP tlog-policy · C2SP tlog-policy |
| \`openings.jsonl\` | ai làm, trong hồ sơ nào: giá trị và muối của cam kết, HMAC-SHA-256(salt, JSON chuẩn của value) = c · who acted, in which case: value and salt of each commitment |
${anchors === 0 ? '' : anchorFiles}| \`manifests/<n>.json\`, \`.cells.json\` | bản ghi đếm của nhật ký và các ô mà nó băm · the log's own counts and the cells that they digest |

Đủ hay thiếu: trong các đoạn nêu ở \`completeness\`, số bản ghi theo từng ô (cơ quan, việc, kết quả, nhóm camera) phải bằng số mà nhật ký đã
ghi ở cuối ngày; ngoài các đoạn đó, từng bản ghi vẫn thật nhưng chưa có gì cho thấy không thiếu bản ghi nào.
Complete or not: in the stretches under \`completeness\` the counts by cell (body, act, outcome, group of cameras) must equal what the log
itself wrote down at the end of the day; beyond them each entry is true, but nothing shows yet that none is missing beside it.
${anchors === 0 ? withoutAnchors : withAnchors}
Bản này chứa tên người: giữ theo quyết định thanh tra, hủy khi hết mục đích. Xóa trong hệ thống không xóa được bản đã giao.
This file names people: keep it under the inspection decision, destroy it afterwards. Erasure in the house does not reach what was handed out.
`;
}

const anchorFiles =
  '| `anchors/<n>.checkpoint`, `.tsr`, `.consistency` | đầu nhật ký n bản ghi, dấu thời gian RFC 3161 trên đúng các byte ấy, và bằng chứng `checkpoint` nối tiếp nó · the checkpoint of n entries, the RFC 3161 time stamp over exactly its bytes, and the proof that `checkpoint` continues it |\n';

const withAnchors = `
Thời gian độc lập: các dấu ở \`anchors/\` do một tổ chức ngoài hệ thống đóng, bao quanh các bản ghi (dấu cuối trước chúng và dấu đầu sau
chúng, nếu có). Thêm \`--tsa <chứng thư PEM của tổ chức ấy, lấy từ chính họ>\` vào lệnh trên, hoặc
\`openssl ts -verify -data anchors/<n>.checkpoint -in anchors/<n>.tsr -CAfile <chứng thư>\`. Ai lấy khóa của nhật ký để viết lại quá khứ
cũng không có được dấu của ngày ấy.
Independent time: the stamps in \`anchors/\` were made outside the house, around these entries (the last before them and the first after
them, as far as there are). Add \`--tsa <PEM of that authority, from itself>\` to the command above, or use openssl as shown. Whoever steals
the log's key and rewrites the past cannot have a stamp of that day.
`;

const withoutAnchors = `
Thời gian độc lập: nhật ký chưa có dấu thời gian nào cho các bản ghi này. · Independent time: no time stamp of these entries is there.
`;
