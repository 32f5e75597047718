/** Words for the codes of the catalogue; a code without words is shown as it is. */
export interface Words {
  readonly textVi: string;
  readonly textEn: string;
}

type Dictionary = Readonly<Record<string, Words>>;

const words = (textVi: string, textEn: string): Words => ({ textVi, textEn });

/** By the first part of a rule's id: `PD-04` belongs to `PD`. */
export const groupWords: Dictionary = {
  HN: words('Hà Nội: kiểm kê, tạm dừng, đề án', 'Hanoi: inventory, pause, scheme'),
  CT: words('Mẫu quy chế của các thành phố', 'Pattern of city regulations'),
  PD: words('Dữ liệu cá nhân', 'Personal data'),
  SH: words('Yêu cầu, kết nối, chia sẻ', 'Requests, connection, sharing'),
  EV: words('Chứng cứ', 'Evidence'),
  DS: words('Quyền của chủ thể dữ liệu, sự cố', 'Data subjects, incidents'),
  AI: words('Trí tuệ nhân tạo', 'Artificial intelligence'),
  SE: words('An toàn thông tin', 'Security'),
  IN: words('Thanh tra', 'Inspection'),
  INT: words('Tham chiếu quốc tế', 'International benchmarks'),
  TR: words('Giám sát giao thông', 'Road traffic'),
  POL: words('Quy tắc của hệ thống', 'House rules'),
};

export const kindWords: Dictionary = {
  OBL: words('nghĩa vụ', 'obligation'),
  PROH: words('điều cấm', 'prohibition'),
  PERM: words('điều được phép', 'permission'),
  DL: words('thời hạn', 'deadline'),
  RET: words('thời gian lưu', 'retention'),
  FACT: words('dữ kiện pháp lý', 'legal fact'),
  HOUSE: words('quy tắc của hệ thống', 'house rule'),
  NONE: words('chưa có quy định', 'no rule found'),
};

export const layerWords: Dictionary = {
  national: words('quốc gia', 'national'),
  hanoi: words('Hà Nội', 'Hanoi'),
  gate: words('hệ thống', 'the house itself'),
};

export const statusWords: Dictionary = {
  V: words('đã đọc điều luật', 'text of the law read'),
  S: words('nguồn thứ cấp', 'secondary source'),
  I: words('suy luận', 'inferred'),
  B: words('tham chiếu', 'benchmark'),
  NF: words('chưa tìm thấy văn bản', 'no text found'),
};

export const severityWords: Dictionary = {
  high: words('cao', 'high'),
  medium: words('trung bình', 'medium'),
  low: words('thấp', 'low'),
};

export const enforcementWords: Dictionary = {
  policy: words('bằng quy tắc của bộ quy tắc', 'by a rule of the bundle'),
  clock: words('bằng đồng hồ của quy trình', 'by a clock of the workflow'),
  data: words('bằng ràng buộc dữ liệu', 'by a data constraint'),
  process: words('bằng quy trình của con người', 'by a procedure of people'),
  none: words('không thực thi được: chưa có văn bản', 'not enforceable: no text found'),
};

export function wordsFor(dictionary: Dictionary, code: string): Words & { readonly code: string } {
  return { code, ...((Object.hasOwn(dictionary, code) ? dictionary[code] : undefined) ?? words(code, code)) };
}
