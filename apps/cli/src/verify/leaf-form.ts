/** The closed schema of a leaf, as the format document states it: which fields there are, and the form of their values. */

const hex64 = '[0-9a-f]{64}';
const code = '[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}';
const name = '[a-z][a-z0-9-]{0,62}';
const word = '[a-z][a-z_]{0,39}';
const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const ruleId = '[A-Za-z0-9_.-]{1,40}';
const detailName = '[a-z][A-Za-z0-9]{0,39}';
const idOf = (prefix: string): string => `${prefix}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`;

/** Fields of version 1 that are texts. Version 2 differs in the form of `basis` alone. */
const texts = {
  at: time,
  basis: code,
  decision: idOf('dec'),
  facts: hex64,
  grant: idOf('grt'),
  id: idOf('ent'),
  intent: idOf('ent'),
  lane: 'n[1-9]',
  log: String.raw`[a-z0-9][a-z0-9.-]*(?:\/[A-Za-z0-9._-]+)*`,
  org: code,
  outcome: 'allowed|refused|done|failed',
  playback: idOf('pls'),
  policy: hex64,
  prev: hex64,
  process: name,
  producer: name,
  purpose: code,
  request: idOf('req'),
  role: word,
  t: String.raw`[a-z][a-z_]*(?:\.[a-z][a-z_]*)+`,
} as const;

const whole = (form: string): RegExp => new RegExp(`^(?:${form})$`);
const wholes = (forms: Readonly<Record<string, string>>): ReadonlyMap<string, RegExp> =>
  new Map(Object.entries(forms).map(([key, form]) => [key, whole(form)]));

export const mostRules = 64;
export const mostDetails = 32;
export const longestDetail = 512;
export const textForms = wholes(texts);
export const resourceForms = wholes({ from: time, id: code, kind: word, to: time });
/** Fields that commit to something that lies in the erasable table. */
export const committed: ReadonlySet<string> = new Set(['actor', 'case', 'net', 'session']);
export const hexForm = whole(hex64);
export const ruleForm = whole(ruleId);
export const detailNameForm = whole(detailName);
/** Codes of law in version 2 may hold a stroke and the letter đ. */
export const lawCode = /^[A-Za-zĐđ0-9][A-Za-zĐđ0-9_.:/-]{0,63}$/;

/** What an audit needs of a leaf: groups of the expression, in the order of the keys. */
const wanted: ReadonlySet<string> = new Set(['at', 'id', 'intent', 'lane', 'log', 'outcome', 'prev', 'producer', 't']);
const always: ReadonlySet<string> = new Set(['id', 'log', 'outcome', 'producer', 't']);

const commitment = `\\{"c":"${hex64}"\\}`;
/** Printable ASCII that JSON writes as it stands. */
const plainText = `"[ !#-\\[\\]-~]{0,${longestDetail}}"`;
const detail = `"${detailName}":(?:${plainText}|0|-?[1-9]\\d{0,14}|true|false)`;
const others: Readonly<Record<string, string>> = {
  case: commitment,
  details: `(\\{${detail}(?:,${detail}){0,${mostDetails - 1}}\\})`,
  net: commitment,
  pseq: String.raw`([1-9]\d{0,14})`,
  resource: `\\{(?:"from":"(${time})",)?(?:"id":"${code}",)?"kind":"${word}"(?:,"to":"(${time})")?\\}`,
  rules: `\\["${ruleId}"(?:,"${ruleId}"){0,${mostRules - 1}}\\]`,
  session: commitment,
};

function clause(key: string): string {
  const text = Object.entries(texts).find(([each]) => each === key)?.[1];
  const value = text === undefined ? (others[key] ?? '') : wanted.has(key) ? `"(${text})"` : `"(?:${text})"`;
  return always.has(key) ? `,"${key}":${value}` : `(?:,"${key}":${value})?`;
}

/**
 * A whole leaf in one expression: its canonical form is nearly a regular language, because the keys stand in one order. It takes
 * ASCII without escapes only; whatever it does not take is read part by part. Its groups are at, details, id, intent, lane, log,
 * outcome, prev, producer, pseq, from and to of the resource, t (by place: names would cost more than the matching). Not told by
 * it: whether an instant exists, whether details stand in order, whether lane, number and predecessor come together.
 */
export const usualLeaf = new RegExp(
  `^\\{(?:"actor":${commitment},)?"at":"(${time})"${[...Object.keys(texts), ...Object.keys(others)]
    .filter((key) => key !== 'at')
    .sort()
    .map(clause)
    .join('')},"v":[12]\\}$`,
);
