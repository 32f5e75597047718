// What must be true of the tables whatever they say: names of one thing say the same, days are those of the law they rest on,
// every act is entered in the log before it happens. Checked before signing; `plantedInTables` breaks each of them.
import { instrumentDays } from './catalogue-form.mjs';

const midnight = (date) => Date.parse(`${date}T00:00:00+07:00`);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The instrument that governs a kind of act: before its first day nobody knows the law of that act. Others count from the first known law. */
const lawOfKind = {
  footage: 'L91', sharing: 'L91', aggregate: 'L91', subject: 'L91', publish: 'L91', public: 'L91', incident: 'L91', machine: 'L91',
  connect: 'ND194', intake: 'ND61', emergency: 'ND333', destruction: 'L60', inspection: 'L84', retention: 'TT34', register: 'QD319', change: 'QD319',
};
/** What an opening of the log hides are names of people: erasing it, and finding whose it is for that, is Article 14 of Law 91. */
const lawOfAct = { consent: 'L91', approve_system_level: 'ND331', erase_opening: 'L91', find_person: 'L91' };
/** Done all the same while somebody's approval is missing (libs/regulation reads it): a request is what asks for approvals; the first of two approvers signs, and opens nothing (POL-11, POL-12). */
const doneBefore = { submit_request: [true, undefined], approve: [undefined, { second_approver: true }] };
/** What everybody may read, and what only ends or shows the reader's own session. */
const unlogged = ['public_read', 'sign_out', 'read_session'];

/** @returns what is wrong, line by line */
export function tableFaults({ actions, articles, bases, caseForms, facts, grounds, orgs, rules, standards, time }) {
  return [...actionFaults(actions, time), ...nameFaults(bases, grounds), ...dayFaults({ articles, bases, grounds, standards }), ...dateFaults({ articles, bases, grounds, rules, standards }, time), ...factFaults(facts), ...bodyFaults(orgs), ...caseFormFaults(caseForms)];
}

/** Each day stands as people write it and as the rules read it. */
function dateFaults(dated, time) {
  return Object.entries(dated).flatMap(([name, rows]) => Object.entries(rows).flatMap(([key, { from, to, fromDate, toDate }]) => [
    ...(from === (fromDate === null ? 0 : midnight(fromDate)) ? [] : [`${name}.${key} from ${from} is not ${fromDate}`]),
    ...(to === (toDate === null ? time.end : midnight(toDate)) ? [] : [`${name}.${key} to ${to} is not ${toDate}`]),
  ]));
}

/** Only texts and lists can be empty; a place is named as the way to it, since that is what a refused person reads. */
function factFaults(facts) {
  return Object.entries(facts).flatMap(([group, rows]) => rows.flatMap(({ at, path = [], type, filled }) => [
    ...(typeof filled === 'boolean' ? [] : [`fact ${at} of ${group} does not say whether it has to be filled`]),
    ...(filled === true && !['string', 'array'].includes(type) ? [`fact ${at} of ${group} can never be empty`] : []),
    ...(at === path.join('.') ? [] : [`fact ${at} of ${group} is looked for at ${path.join('.')}`]),
  ]));
}

/** Groups of bodies, and whether those in it are state agencies (glossary of agencies); the loader refuses a body of no group. */
const stateGroups = { city: true, commune: true, police: true, centre: true, department: true, inspectorate: true, ministry: true, ministryPolice: true, procedure: true, defence: true, committee: true, private: false, press: false };

function bodyFaults(orgs) {
  return Object.entries(orgs).flatMap(([kind, { group, stateAgency, titleVi, titleEn }]) => [
    ...(group in stateGroups ? [] : [`body ${kind} is of no known group`]),
    ...(stateAgency === stateGroups[group] ? [] : [`body ${kind} is a state agency, and its group is not, or the other way round`]),
    ...(titleVi && titleEn ? [] : [`body ${kind} has no name in both languages`]),
  ]);
}

/** What libs/sharing and the explanations read of a form: a pattern that its own examples fit, and no other form's. */
function caseFormFaults({ forms = {}, byBasis = {}, byGroup = {}, other = [] }) {
  const named = [...Object.values(byBasis).flat(), ...Object.values(byGroup).flat(), ...other];
  const fits = (pattern, example) => new RegExp(pattern ?? '(?!)').test(String(example).split(' (')[0]);
  return [
    ...[...new Set(named)].filter((name) => forms[name] === undefined).map((name) => `case form ${name} is used and not described`),
    ...Object.keys(byGroup).filter((group) => !(group in stateGroups)).map((group) => `case forms of a group that no body is of: ${group}`),
    ...Object.entries(forms).flatMap(([name, { pattern, exampleVi, exampleEn }]) => [
      ...(fits(pattern, exampleVi) && fits(pattern, exampleEn) ? [] : [`case form ${name} has an example that does not fit it`]),
      ...Object.entries(forms).filter(([other, row]) => other !== name && row.pattern !== undefined && fits(row.pattern, exampleVi)).map(([other]) => `an example of case form ${name} fits ${other} too`),
    ]),
  ];
}

function actionFaults(actions, time) {
  const logged = { code: 'log_access', mode: 'before', params: {} };
  return Object.entries(actions).flatMap(([name, { kind, knownFrom, obligations, waitsForApproval, waitsFor }]) => {
    const law = lawOfAct[name] ?? lawOfKind[kind];
    const day = law === undefined ? time.firstKnown : midnight(instrumentDays[law][0]);
    return [
      ...(unlogged.includes(name) || obligations?.some((one) => same(one, logged)) ? [] : [`${name} is not entered in the log before it happens`]),
      ...(Array.isArray(obligations) ? [] : [`${name} does not say which duties it carries`]),
      ...(same([waitsForApproval, waitsFor], doneBefore[name] ?? [undefined, undefined]) ? [] : [`${name} is done before an approval that it has to wait for, or the other way round`]),
      ...(knownFrom === day ? [] : [`the law of ${name} (${law ?? 'the first known'}) is known from another day`]),
    ];
  });
}

/** `PDPL-9` and `VN-PDPL-9` are one basis; `17.1.đ`, `17.1.dd`, `PDPL-17.1.đ` and `đ` are one ground. */
function nameFaults(bases, grounds) {
  const short = (name) => name.replace(/^PDPL-/, '').replace(/^17\.1\./, '').replace('đ', 'dd');
  const wrong = Object.entries(bases).filter(([name, row]) => /^(PDPL|DATA)-/.test(name) && !same(row, bases[`VN-${name}`])).map(([name]) => `VN-${name} is not ${name}`);
  const strays = Object.keys(bases).filter((name) => name.startsWith('VN-') && bases[name.slice(3)] === undefined).map((name) => `${name} is no other name of a basis`);
  const first = new Map();
  for (const [name, row] of Object.entries(grounds)) if (!first.has(short(name))) first.set(short(name), row);
  const apart = Object.entries(grounds).filter(([name, row]) => !same(row, first.get(short(name)))).map(([name]) => `ground ${name} says something else under another name`);
  const lacking = [...first.keys()].flatMap((letter) => ['', '17.1.', 'PDPL-17.1.'].filter((prefix) => grounds[`${prefix}${letter}`] === undefined).map((prefix) => `ground ${prefix}${letter} is missing`));
  const letters = ['a', 'b', 'c', 'd', 'dd', 'e'].filter((letter) => !first.has(letter)).map((letter) => `ground ${letter} of Article 17.1 is missing`);
  const accented = ['đ', '17.1.đ', 'PDPL-17.1.đ'].filter((name) => grounds[name] === undefined).map((name) => `ground ${name} is missing`);
  return [...wrong, ...strays, ...apart, ...lacking, ...letters, ...accented];
}

function dayFaults({ articles, bases, grounds, standards }) {
  const like = (what, name, row, article) => (row?.from === article?.from && row?.to === article?.to ? [] : [`${what} ${name} is in force on other days than its article`]);
  return [
    ...Object.entries(bases).flatMap(([name, row]) => like('basis', name, row, articles[row.articles?.[0]])),
    ...Object.entries(grounds).flatMap(([name, row]) => like('ground', name, row, articles[row.article])),
    ...Object.entries(standards).flatMap(([name, { from, to }]) => {
      const [begins, ends] = instrumentDays[name.split(':')[0].replace(' ', '')] ?? [];
      return [...(begins ? (from === midnight(begins) ? [] : [`standard ${name} begins on another day`]) : []), ...(ends ? (to === midnight(ends) ? [] : [`standard ${name} ends on another day`]) : [])];
    }),
  ];
}

/** Each check with a table that breaks it. @returns what was not found */
export function plantedInTables(good) {
  const plants = [
    ['is not entered in the log', (t) => { t.actions.live_view.obligations = []; }],
    ['does not say which duties it carries', (t) => { delete t.actions.sign_out.obligations; }],
    ['is done before an approval that it has to wait for', (t) => { t.actions.live_view.waitsForApproval = true; }],
    ['is known from another day', (t) => { t.actions.live_view.knownFrom += 1; }],
    ['VN-PDPL-9 is not PDPL-9', (t) => { t.bases['VN-PDPL-9'].publication = false; }],
    ['is no other name of a basis', (t) => { t.bases['VN-X'] = t.bases['PDPL-9']; }],
    ['says something else under another name', (t) => { t.grounds['PDPL-17.1.d'].agreement = false; }],
    ['ground PDPL-17.1.b is missing', (t) => { delete t.grounds['PDPL-17.1.b']; }],
    ['ground e of Article 17.1 is missing', (t) => { for (const name of ['e', '17.1.e', 'PDPL-17.1.e']) delete t.grounds[name]; }],
    ['ground đ is missing', (t) => { delete t.grounds['đ']; }],
    ['basis INSP-84 is in force on other days', (t) => { t.bases['INSP-84'].from += 1; }],
    ['ground 17.1.a is in force on other days', (t) => { t.grounds['17.1.a'].to = 0; }],
    ['begins on another day', (t) => { t.standards['QCVN 11:2026/BCA'].from += 1; }],
    ['rules.PD-14 from', (t) => { t.rules['PD-14'].from += 1; }],
    ['grounds.17.1.a to', (t) => { t.grounds['17.1.a'].toDate = '2027-01-01'; }],
    ['can never be empty', (t) => { t.facts.request[0].filled = true; }],
    ['does not say whether it has to be filled', (t) => { delete t.facts.person[0].filled; }],
    ['is looked for at', (t) => { t.facts.person[0].path = ['viewer']; }],
    ['is of no known group', (t) => { delete t.orgs.TTTP.group; }],
    ['is a state agency, and its group is not', (t) => { t.orgs.BAO_CHI.stateAgency = true; }],
    ['has no name in both languages', (t) => { t.orgs.CAX.titleEn = ''; }],
    ['is used and not described', (t) => { delete t.caseForms.forms.HO_SO; }],
    ['case forms of a group that no body is of', (t) => { t.caseForms.byGroup.council = ['HO_SO']; }],
    ['has an example that does not fit it', (t) => { t.caseForms.forms.VU_AN.exampleVi = 'HS-2026-1'; }],
    ['an example of case form VU_AN fits', (t) => { t.caseForms.forms.VU_VIEC.pattern = '^V'; }],
    ['ends on another day', (t) => { t.standards['QCVN 135:2024/BTTTT'].to += 1; }],
  ];
  return plants.flatMap(([expect, plant]) => {
    const bad = structuredClone(good);
    plant(bad);
    const found = tableFaults(bad);
    return found.some((one) => one.includes(expect)) ? [] : [`wanted "${expect}", found ${found.join('; ') || 'nothing'}`];
  });
}
