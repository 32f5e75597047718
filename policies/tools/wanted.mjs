// Whether an answer is what a case wants; the Rego twin stands in cases.mjs, the typed one in test/policy.
import { isDeepStrictEqual } from 'node:util';

const lacking = (wanted, list, what) => (wanted ?? []).filter((one) => !list.includes(one)).map((one) => `no ${what} ${one}`);

/** @returns {string[]} what is wrong with the answer; empty when it is as wanted */
export function wrongWith(answer, want) {
  if (answer?.effect === undefined) return [`no answer: ${JSON.stringify(answer)?.slice(0, 120)}`];
  const rules = answer.denies.map(({ rule }) => rule);
  const clocks = [...new Set(answer.deadlines.map(({ name }) => name))];
  const codes = answer.obligations.map(({ code }) => code);
  const cited = [...answer.denies, ...answer.needs, ...answer.reasons].flatMap(({ articles }) => articles);
  return [
    ...(answer.effect === want.effect ? [] : [`${answer.effect}, not ${want.effect}`]),
    ...lacking(want.denies, rules, 'denial'),
    ...(want.only === undefined ? [] : rules.filter((rule) => !want.only.includes(rule)).map((rule) => `also denied by ${rule}`)),
    ...lacking(want.needs, answer.needs.map(({ by }) => by), 'need of'),
    ...lacking(want.reasons, answer.reasons.map(({ rule }) => rule), 'reason'),
    ...(want.notReasons ?? []).filter((rule) => answer.reasons.some((one) => one.rule === rule)).map((rule) => `reason ${rule} too`),
    ...lacking(want.articles, cited, 'article'),
    ...(want.notArticles ?? []).filter((key) => cited.includes(key)).map((key) => `article ${key} too`),
    ...lacking(want.obligations, codes, 'obligation'),
    ...(want.duties ?? []).filter((duty) => !answer.obligations.some((one) => Object.entries(duty).every(([key, value]) => isDeepStrictEqual(one[key], value)))).map(({ code }) => `no obligation ${code} of that mode or measure`),
    ...(want.notObligations ?? []).filter((code) => codes.includes(code)).map((code) => `obligation ${code} too`),
    ...lacking(want.at, answer.denies.map(({ at }) => at), 'denial at'),
    ...lacking(want.missing, answer.denies.filter(({ rule }) => rule === 'POL-0').map(({ at }) => at), 'missing fact'),
    ...lacking(want.unknowns, answer.unknowns.map(({ message }) => message), 'unknown'),
    ...lacking(want.deadlines, answer.deadlines.map(({ rule }) => rule), 'deadline of'),
    ...(want.notDeadlines ?? []).filter((rule) => answer.deadlines.some((one) => one.rule === rule)).map((rule) => `deadline of ${rule} too`),
    ...lacking(want.clocks, clocks, 'clock'),
    ...(want.clocks === undefined ? [] : clocks.filter((name) => !want.clocks.includes(name)).map((name) => `clock ${name} too`)),
    ...Object.entries(want.terms ?? {}).filter(([name, term]) => !answer.deadlines.some((one) => one.name === name && Object.entries(term).every(([key, value]) => JSON.stringify(one[key] ?? null) === JSON.stringify(value)))).map(([name]) => `another term of ${name}`),
    ...(want.fields === undefined || isDeepStrictEqual(answer.fields, want.fields) ? [] : [`fields ${JSON.stringify(answer.fields)}`]),
    ...(want.validUntil === undefined || want.validUntil === answer.validUntil ? [] : [`valid until ${answer.validUntil}, not ${want.validUntil}`]),
  ];
}
