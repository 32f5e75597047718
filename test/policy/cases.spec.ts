import { isDeepStrictEqual } from 'node:util';
import { countDeadlines } from '../../libs/regulation/src/deadline-count.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import { decide, loadCommitted, readCases, type PolicyCase } from './policy-cases.js';

describe('the cases of policies/cases on the compiled bundle', () => {
  let policy: Policy;
  let cases: PolicyCase[];

  beforeAll(async () => {
    policy = await loadCommitted();
    cases = readCases(policy);
  });

  it('answers every one as wanted', () => {
    const wrong = cases.flatMap(({ name, input, want }) => {
      const said = decide(policy, input);
      const rules = said.denies.map(({ rule }) => rule);
      const cited = [...said.denies, ...said.needs, ...said.reasons].flatMap(({ articles }) => articles);
      const missing = [
        ...(want.denies ?? []).filter((rule) => !rules.includes(rule)),
        ...(want.needs ?? []).filter((by) => !said.needs.some((need) => need.by === by)),
        ...(want.reasons ?? []).filter((rule) => !said.reasons.some((reason) => reason.rule === rule)),
        ...(want.obligations ?? []).filter((code) => !said.obligations.some((one) => one.code === code)),
        ...(want.duties ?? [])
          .filter((duty) => !said.obligations.some((one) => isDeepStrictEqual(one, { ...one, ...duty })))
          .map(({ code }) => code),
        ...(want.missing ?? []).filter((at) => !said.denies.some((denial) => denial.rule === 'POL-0' && denial.at === at)),
        ...(want.at ?? []).filter((at) => !said.denies.some((denial) => denial.at === at)),
        ...(want.deadlines ?? []).filter((rule) => !said.deadlines.some((deadline) => deadline.rule === rule)),
        ...(want.articles ?? []).filter((key) => !cited.includes(key)),
        ...(want.clocks ?? []).filter((name) => !said.deadlines.some((deadline) => deadline.name === name)),
      ];
      const extra = [
        ...(want.only === undefined ? [] : rules.filter((rule) => !want.only?.includes(rule))),
        ...(want.clocks === undefined ? [] : said.deadlines.map(({ name }) => name).filter((clock) => !want.clocks?.includes(clock))),
        ...(want.notReasons ?? []).filter((rule) => said.reasons.some((reason) => reason.rule === rule)),
        ...(want.notDeadlines ?? []).filter((rule) => said.deadlines.some((deadline) => deadline.rule === rule)),
        ...(want.notArticles ?? []).filter((key) => cited.includes(key)),
        ...(want.fields === undefined || isDeepStrictEqual(said.fields, want.fields) ? [] : ['fields']),
        ...(want.notObligations ?? []).filter((code) => said.obligations.some((one) => one.code === code)),
      ];
      const right = said.effect === want.effect && missing.length === 0 && extra.length === 0;
      return right ? [] : [`${name}: ${said.effect} [${rules.join()}], missing [${missing.join()}], extra [${extra.join()}]`];
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(100);
  });

  it('counts every deadline to the day that the case names', () => {
    const wrong = cases.flatMap(({ name, input, want }) => {
      const counted = countDeadlines(decide(policy, input).deadlines);
      return Object.entries(want.due ?? {}).flatMap(([rule, due]) => {
        const isDay = !due.includes('T');
        const dates = counted.filter((one) => one.rule === rule).map(({ dueAt, dueDate }) => (isDay ? dueDate : dueAt));
        return dates.includes(isDay ? due : Date.parse(due)) ? [] : [`${name}: ${rule} is due ${dates.join()}, wanted ${due}`];
      });
    });
    expect(wrong).toEqual([]);
    expect(cases.filter(({ want }) => want.due !== undefined).length).toBeGreaterThan(30);
  });

  it('allows exactly when something permits and nothing stands against it', () => {
    for (const { input } of cases) {
      const { effect, denies, unknowns, needs, reasons } = decide(policy, input);
      if (effect === 'allow') expect([denies, unknowns, needs, reasons.length > 0]).toEqual([[], [], [], true]);
    }
  });

  it('is a pure function: the same question gives the same answer whatever was asked before', () => {
    const first = cases.map(({ input }) => JSON.stringify(decide(policy, input).denies));
    const again = [...cases].reverse().map(({ input }) => JSON.stringify(decide(policy, input).denies));
    expect(again.reverse()).toEqual(first);
  });

  it('has a text in both languages for every message a rule can say', () => {
    for (const { titleVi, titleEn } of Object.values(policy.tables.messages)) {
      expect(titleVi).not.toBe('');
      expect(titleEn).not.toBe('');
    }
    const said = new Set(
      cases.flatMap(({ input }) => {
        const { denies, needs, reasons, unknowns } = decide(policy, input);
        return [...denies, ...needs, ...reasons, ...unknowns].map(({ message }) => message);
      }),
    );
    expect([...said].filter((message) => policy.tables.messages[message] === undefined)).toEqual([]);
  });
});
