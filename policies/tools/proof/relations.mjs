// D5: what must stay true when a question is changed in a known way, whatever the law says in it.
import { openPolicy } from '../wasm.mjs';
import { caseInputs, pathsOf, pick, plausible, seeded, shrunk, sortedText, valueAt, withFact } from './draws.mjs';
import { readTable } from '../shape.mjs';

export const title = 'known changes of a question have known consequences';

const day = 86_400_000;
const actions = readTable('actions');
const { changeovers } = readTable('time');
const isList = (value) => Array.isArray(value) && value.length > 0;

/** Facts that speak for somebody: with fewer of them nothing may open. */
const supports = ['viewer.roles', 'viewer.functions', 'viewer.delegations', 'camera.purposes', 'grant.scope.actions', 'grant.scope.cameras', 'request.evidenceDocs', 'inspection.members', 'inspection.inspectedOrgs'];
const papers = ['grant', 'consent', 'agreement', 'inspection', 'request.writtenRequest', 'approvals', 'viewer.delegations', 'viewer.roles', 'consents'];
/** Facts that speak against: added to a question, they may never open anything. */
const againsts = [
  ['grant.revokedAt', (input) => input.asOf - 1],
  ['grant.purposeEndedAt', (input) => input.asOf - 1],
  ['grant.scope.maxViews', () => 0],
  ['approvals.0.withdrawnAt', (input) => input.asOf - 1],
  ['approvals.0.effect', () => 'refused'],
  ['camera.classification', () => 'stateSecret'],
  ['camera.missionClass', () => 'QUOC_PHONG'],
  ['context.reidentify', () => true],
  ['viewer.account.suspended', () => true],
  ['consent.withdrawnAt', (input) => input.asOf - 1],
  ['request.commercial', () => true],
];
const atOf = (name) => name.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
/** A key that was refused, taken back, or turned by who asks or decides (SE-05): without it, the request is another one. */
const standsAgainst = (row, input) => row?.effect !== 'approved' || row.withdrawnAt !== undefined || [input.viewer?.userId, input.request?.requester?.userId].includes(row.approver) || (input.action === 'approve' && [undefined, null, ''].includes(row.approver));
const neverOpens = (before, after) => before.effect === 'allow' || after.effect !== 'allow';
const sameAnswer = (before, after) => sortedText(before) === sortedText(after);

/** Roads to footage that need no grant, by the rule that opens them. */
const otherRoads = new Set(['CT-04', 'CT-05', 'CT-07', 'PD-11', 'PD-12', 'TR-12', 'IN-02', 'IN-07']);
const allowIf = (when, said) => (when ? { ...said, effect: 'allow', denies: [] } : said);
const without = (value, unwanted) => {
  if (Array.isArray(value)) return value.map((one) => without(one, unwanted));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (unwanted.test(key) ? [] : [[key, without(inner, unwanted)]])));
};

/**
 * `step` gives the changed question, or null where it does not apply; `closed` asks only questions that are not allowed.
 * `lie` is an engine with the fault that the relation is there for: it must be noticed.
 */
const relations = [
  {
    name: 'a paper, role, grant or key less never allows',
    closed: true,
    step: (random, input) => {
      const name = pick(random, papers);
      const value = valueAt(input, atOf(name));
      if (value === undefined) return null;
      // A key that is given already stands against giving another: without it, it is another request.
      if (name === 'approvals' && input.action === 'approve') return null;
      // The officer on duty makes the grant; without it, it ends where the spoken demand does (SH-10): another act.
      if (name.startsWith('grant') && input.action === 'grant_emergency') return null;
      if (!isList(value)) return withFact(input, atOf(name), undefined);
      const rows = value.flatMap((row, i) => (name !== 'approvals' || !standsAgainst(row, input) ? [i] : []));
      return rows.length === 0 ? null : withFact(input, [...atOf(name), pick(random, rows)], undefined);
    },
    holds: neverOpens,
    lie: (ask) => (input) => allowIf(input.grant === undefined || input.approvals?.length === 0, ask(input)),
  },
  {
    name: 'fewer purposes, functions, acts or cameras never allow',
    closed: true,
    step: (random, input) => {
      const name = pick(random, supports);
      // Before registration a purpose of the camera is one more in which it overlaps its neighbours (CT-10).
      if (name === 'camera.purposes' && input.action === 'register_camera') return null;
      const at = atOf(name);
      return isList(valueAt(input, at)) ? withFact(input, [...at, Math.floor(random() * valueAt(input, at).length)], undefined) : null;
    },
    holds: neverOpens,
    lie: (ask) => (input) => allowIf(supports.some((name) => valueAt(input, atOf(name))?.length === 0), ask(input)),
  },
  {
    name: 'one more thing against it never allows',
    closed: true,
    step: (random, input) => {
      const [name, value] = pick(random, againsts);
      return typeof input.asOf === 'number' && valueAt(input, atOf(name).slice(0, -1)) !== undefined ? withFact(input, atOf(name), value(input)) : null;
    },
    holds: neverOpens,
    lie: (ask) => (input) => allowIf(input.grant?.revokedAt !== undefined, ask(input)),
  },
  {
    name: 'a grant that has run out stays run out',
    step: (random, input) => (typeof input.asOf === 'number' && typeof input.grant?.expiresAt === 'number' && actions[input.action]?.kind === 'footage' ? { ...input, asOf: Math.max(input.asOf, input.grant.expiresAt) + Math.floor(random() * 400 * day) } : null),
    holds: (before, after) => after.effect !== 'allow' || after.reasons.some(({ rule }) => otherRoads.has(rule)),
    lie: (ask) => (input) => ask(typeof input.grant?.expiresAt === 'number' ? { ...input, asOf: Math.min(input.asOf, input.grant.expiresAt - 1) } : input),
  },
  {
    name: 'a permission holds until the end that it names',
    open: true,
    step: (random, input, before) => {
      const next = Math.min(before.validUntil, changeovers.find((at) => at > input.asOf) ?? Infinity);
      return { ...input, asOf: input.asOf + Math.floor(random() * (Math.min(next, input.asOf + 400 * day) - input.asOf)) };
    },
    holds: (before, after) => after.effect === 'allow',
    lie: (ask) => (input) => {
      const said = ask(input);
      return { ...said, validUntil: said.validUntil + 4_000 * day };
    },
  },
  {
    name: 'names of people, bodies and cameras mean nothing by themselves',
    step: (random, input) => renamed(input, `${Math.floor(random() * 1e9).toString(36)}`),
    holds: (before, after, { suffix }) => sortedText(JSON.parse(JSON.stringify(before))) === sortedText(JSON.parse(JSON.stringify(after).replaceAll(suffix, ''))),
    lie: (ask) => (input) => allowIf(/x$/.test(input.viewer?.userId ?? ''), ask(input)),
  },
  {
    name: 'the order of a list means nothing',
    step: (random, input) => {
      const copy = structuredClone(input);
      for (const at of pathsOf(copy)) {
        const list = valueAt(copy, at);
        if (Array.isArray(list) && list.length > 1 && at.join('.') !== 'viewer.roles') list.sort(() => random() - 0.5);
      }
      return JSON.stringify(copy) === JSON.stringify(input) ? null : copy;
    },
    holds: sameAnswer,
    lie: (ask) => (input) => ({ ...ask(input), first: [input.viewer?.functions?.[0], input.camera?.purposes?.[0], input.approvals?.[0]] }),
  },
  {
    name: 'a fact that nobody knows is refused',
    step: (random, input) => {
      const parents = [[], ...pathsOf(input)].filter((at) => {
        const value = valueAt(input, at);
        return value !== null && typeof value === 'object' && !Array.isArray(value) && !at.includes('summary') && !freeForm.has(at.at(-1));
      });
      return withFact(input, [...pick(random, parents), `unknown${Math.floor(random() * 1000)}`], pick(random, [true, 1, 'x', null, [], {}]));
    },
    holds: (before, after) => after.effect === 'deny' || after.effect === 'cannot_decide',
    lie: (ask) => (input) => ask(without(input, /^unknown\d+$/)),
  },
];

/** Objects whose inner names the shape leaves open. */
const freeForm = new Set(Object.values(readTable('shape')).flatMap((fields) => Object.entries(fields).filter(([, type]) => readTable('types')[type].json === 'any').map(([name]) => name)));

function renamed(input, suffix) {
  const known = new Set([...pathsOf(input)].map((at) => valueAt(input, at)).filter((value) => typeof value === 'string' && /^(per|org|cam|unt|req|rec|gr|cr|lh|ins)_\w+$/.test(value)));
  if (known.size === 0) return null;
  const change = (value) => {
    if (typeof value === 'string') return known.has(value) ? `${value}${suffix}` : value;
    if (Array.isArray(value)) return value.map(change);
    if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
    return value;
  };
  return Object.assign(change(input), {});
}

export async function run({ seed = 20261125, count = 10_000, short = false } = {}) {
  const policy = await openPolicy();
  const violations = [];
  const figures = {};
  let asked = 0;
  const ask = (input) => {
    asked += 1;
    return policy('gate/decision', input) ?? { effect: 'undefined', denies: [], reasons: [] };
  };
  for (const [i, relation] of relations.entries()) {
    const { tried, broken } = tries(relation, ask, { seed: seed + i, each: short ? 250 : count, most: Infinity });
    violations.push(...broken.slice(0, 3).map(([drawn, changed]) => `${relation.name}: ${describe(policy, relation, drawn, changed)}`));
    const lie = tries(relation, relation.lie(ask), { seed: seed + i, each: short ? 250 : 2_000, most: 1 });
    if (lie.broken.length === 0) violations.push(`an engine that breaks it was not noticed: ${relation.name}`);
    figures[relation.name] = `${tried} tried, ${broken.length} broken; a faulty engine noticed at try ${lie.tried}`;
  }
  return { asked, unit: 'answers', violations, figures };
}

/** Draws questions until `each` of them could be changed, or `most` of the changes broke the relation. */
function tries(relation, ask, { seed, each, most }) {
  const random = seeded(seed);
  const broken = [];
  let tried = 0;
  while (tried < each && broken.length < most) {
    for (const drawn of questions(each, random)) {
      if (tried >= each || broken.length >= most) break;
      const suffix = `_${Math.floor(random() * 1e9).toString(36)}x`;
      const before = ask(drawn);
      // A question of the wrong form, or in two roles at once, is another question once its fault is gone.
      if (relation.closed && (before.effect === 'allow' || before.denies.some(({ message }) => message === 'mistyped_fact' || message === 'role_not_known_or_mixed'))) continue;
      if (relation.open && before.effect !== 'allow') continue;
      const changed = relation === renaming ? renamed(drawn, suffix) : relation.step(random, drawn, before);
      if (changed === null) continue;
      tried += 1;
      if (!relation.holds(before, ask(changed), { suffix })) broken.push([drawn, changed]);
    }
  }
  return { tried, broken };
}

const renaming = relations.find(({ name }) => name.startsWith('names of people'));

let known = null;
const inputsOnce = () => (known ??= caseInputs());

/** Whole cases, cases with one or two facts of other cases in them, and mixtures. */
function* questions(count, random) {
  const inputs = inputsOnce();
  const mixed = plausible(count, random);
  for (let i = 0; i < count; i += 1) {
    const kind = random();
    if (kind < 0.3) yield mixed.next().value;
    else {
      let made = pick(random, inputs);
      for (let n = 0; n < (kind < 0.5 ? 0 : 1 + random() * 2); n += 1) {
        const other = pick(random, inputs);
        const at = pick(random, pathsOf(other));
        if (at) made = withFact(made, at, structuredClone(valueAt(other, at)));
      }
      yield made;
    }
  }
}

const sameRules = (a, b) => a?.effect === b?.effect && a.denies.map(({ rule, at }) => `${rule}${at}`).join() === b.denies.map(({ rule, at }) => `${rule}${at}`).join();

function describe(ask, relation, before, after) {
  const a = ask('gate/decision', before);
  const b = ask('gate/decision', after);
  const changed = pathsOf(after).filter((at) => JSON.stringify(valueAt(after, at)) !== JSON.stringify(valueAt(before, at))).map((at) => at.join('.'));
  const gone = pathsOf(before).filter((at) => valueAt(after, at) === undefined).map((at) => `-${at.join('.')}`);
  const small = relation.closed || relation.open ? shrunk(before, (less) => sameRules(ask('gate/decision', less), a)) : before;
  return `${a?.effect} (${a?.denies?.map(({ rule, at }) => `${rule} at ${at}`).join(', ')}) → ${b?.effect} by [${[...changed, ...gone].slice(0, 6).join(', ')}] (${b?.denies?.map(({ rule, at }) => `${rule} at ${at}`).join(', ')}); from ${JSON.stringify(small).slice(0, 500)}`;
}
