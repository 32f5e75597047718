import type { HistorySearch } from './history-search.js';

/** What a line asks for: filters that are ready, and what must be looked up first. */
export interface AskedLine {
  readonly search: HistorySearch;
  /** A camera's code, to be turned into its id. */
  readonly cameraCode: string | null;
  /** Words of a name, to be turned into a person's id: no name goes into an address. */
  readonly person: string | null;
  /** The first part that is not understood. */
  readonly unknown: string | null;
}

type Field = Exclude<keyof HistorySearch, Flag> | 'ngay';
type Flag = 'dem' | 'khong-ho-so';

/** Names of fields as people type them, without marks, in both languages. */
const fields: Readonly<Record<string, Field>> = {
  camera: 'camera',
  nguoi: 'nguoi',
  ai: 'nguoi',
  person: 'nguoi',
  who: 'nguoi',
  vu: 'tim',
  'ho-so': 'tim',
  case: 'tim',
  muc: 'tim',
  entry: 'tim',
  yc: 'yc',
  'yeu-cau': 'yc',
  request: 'yc',
  quyen: 'quyen',
  grant: 'quyen',
  'co-quan': 'don-vi',
  'don-vi': 'don-vi',
  agency: 'don-vi',
  body: 'don-vi',
  viec: 'loai',
  loai: 'loai',
  act: 'loai',
  type: 'loai',
  kq: 'kq',
  'ket-qua': 'kq',
  outcome: 'kq',
  ngay: 'ngay',
  date: 'ngay',
  tu: 'tu',
  from: 'tu',
  den: 'den',
  to: 'den',
};
/** Words that ask by themselves, without a value. */
const flags: Readonly<Record<string, Flag>> = {
  dem: 'dem',
  'ban-dem': 'dem',
  night: 'dem',
  'khong-ho-so': 'khong-ho-so',
  'no-case': 'khong-ho-so',
};
const outcomes: Readonly<Record<string, string>> = {
  ...{ allowed: 'allowed', refused: 'refused', done: 'done', failed: 'failed' },
  ...{ 'duoc-phep': 'allowed', 'tu-choi': 'refused', 'da-lam': 'done', 'khong-thanh': 'failed' },
};
const ids: readonly (readonly [prefix: string, field: keyof HistorySearch])[] = [
  ['cam', 'camera'],
  ['req', 'yc'],
  ['grt', 'quyen'],
  ['per', 'nguoi'],
  ['ent', 'tim'],
];
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const cameraCode = /^[a-z]{2}-\d{5}-\d{4,6}$/i;
/** A case number has letters or digits in groups, and a digit somewhere: HS-2026-1, 12/2026/HS. */
const caseNumber = /^(?=.*\d)[\p{L}\d]+(?:[-/.][\p{L}\d]+)+$/u;
const type = /^[a-z][a-z_]*(?:\.[a-z][a-z_]*)*$/;
const bodyCode = /^[a-z0-9][a-z0-9-]{0,62}$/;

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');

/** A day as people write it, or as an address does, as `2026-11-24`; null when there is no such day. */
export function dayOf(text: string, today: string): string | null {
  const word = fold(text);
  if (word === 'hom-nay' || word === 'today') return today;
  if (word === 'hom-qua' || word === 'yesterday') return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const iso = y === '' ? text : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso) ? iso : null;
}

/** Two days with a dash or dots between, or one. */
function daysOf(text: string, today: string): Pick<HistorySearch, 'tu' | 'den'> | null {
  const [first = '', last = first, ...more] = text.split(/\.\.|\u2013|(?<=\d{4})-(?=\d{1,2}[/.])|(?<=-\d\d)-(?=\d{4}-)/);
  const [from, to] = [dayOf(first, today), dayOf(last, today)];
  return from === null || to === null || more.length > 0 ? null : { tu: from, den: to };
}

/**
 * Reads one line: a camera's code or id, a person's name, a case number, ids of requests, rights and entries, days, the words
 * `đêm` and `không-hồ-sơ`, and `field:value`, in any order. @param today the day in Hà Nội, `2026-11-24`
 */
export function readLine(line: string, today: string): AskedLine {
  const asked = {
    search: {} as Record<string, string>,
    cameraCode: null as string | null,
    names: [] as string[],
    unknown: null as string | null,
  };
  const known = line
    .normalize('NFC')
    .replaceAll(/hôm nay/giu, 'hôm-nay')
    .replaceAll(/hôm qua/giu, 'hôm-qua')
    .replaceAll(/ban đêm/giu, 'ban-đêm')
    .replaceAll(/không hồ sơ/giu, 'không-hồ-sơ');
  for (const word of known.match(/[^\s:"]+:"[^"]*"|"[^"]*"|\S+/gu) ?? []) {
    const [, name, quoted] = /^([^:"]+):(.+)$/u.exec(word) ?? [];
    const value = (quoted ?? word).replaceAll('"', '').trim();
    const isRead = value !== '' && (name === undefined ? bare(asked, value, today) : named(asked, fields[fold(name)], value, today));
    if (!isRead) asked.unknown ??= word;
  }
  const { search, cameraCode: code, names, unknown } = asked;
  return { search, cameraCode: code, person: names.length === 0 ? null : names.join(' '), unknown };
}

interface Asking {
  readonly search: Record<string, string>;
  cameraCode: string | null;
  readonly names: string[];
}

function bare(asked: Asking, value: string, today: string): boolean {
  const flag = Object.hasOwn(flags, fold(value)) ? flags[fold(value)] : undefined;
  const found = ids.find(([prefix]) => new RegExp(`^${prefix}_${uuid}$`).test(value));
  if (flag !== undefined) asked.search[flag] = 'co';
  else if (found !== undefined) asked.search[found[1]] = value;
  else if (cameraCode.test(value)) asked.cameraCode = value.toUpperCase();
  else if (daysOf(value, today) !== null) Object.assign(asked.search, daysOf(value, today));
  else if (/^\d+[/.]\d+[/.]\d{4}/.test(value))
    return false; // meant as a day, but there is none such
  else if (caseNumber.test(value)) asked.search['tim'] = value;
  else if (/^[\p{L}\p{M}'\u2019.\s]+$/u.test(value)) asked.names.push(value);
  else return false;
  return true;
}

function named(asked: Asking, field: Field | undefined, value: string, today: string): boolean {
  if (field === undefined) return false;
  const set = (right: boolean, text: string = value): boolean => {
    if (right) asked.search[field] = text;
    return right;
  };
  switch (field) {
    case 'camera':
      if (cameraCode.test(value)) asked.cameraCode = value.toUpperCase();
      return cameraCode.test(value) || set(new RegExp(`^cam_${uuid}$`).test(value));
    case 'nguoi':
      if (new RegExp(`^per_${uuid}$`).test(value)) return set(true);
      asked.names.push(value);
      return true;
    case 'yc':
      return set(new RegExp(`^req_${uuid}$`).test(value));
    case 'quyen':
      return set(new RegExp(`^grt_${uuid}$`).test(value));
    case 'don-vi':
      return set(bodyCode.test(value));
    case 'loai':
      return set(type.test(value));
    case 'kq':
      return set(fold(value) in outcomes, outcomes[fold(value)]);
    case 'ngay':
      return Object.assign(asked.search, daysOf(value, today)) !== null && daysOf(value, today) !== null;
    case 'tu':
    case 'den':
      return set(dayOf(value, today) !== null, dayOf(value, today) ?? '');
    case 'tim':
      return set(value.length <= 80);
  }
}
