import { z } from 'zod';
import type { Question } from '../decider.js';
import type { PolicyTables } from '../tables.js';
import { factAt, factType, leavesBelow, withFact } from './fact-path.js';

/** What kind of value was put in the fact's place. */
export const valueKinds = ['TRUE', 'FALSE', 'CODE', 'STATED', 'SAME_AS', 'EARLIER', 'LATER', 'MORE', 'LESS', 'ABSENT'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** The question with one fact changed. */
export interface Edit {
  readonly path: string;
  readonly kind: ValueKind;
  readonly value: string | null;
  readonly question: Question;
}

interface Change {
  readonly kind: ValueKind;
  readonly value: string | null;
  readonly to: unknown;
}

const dayMs = 86_400_000;
const mostOfOnePath = 20;
/** Long enough for facts that must say something; nobody reads it. */
const filler = 'đã được nêu rõ trong hồ sơ';

/** Facts whose values are codes of a table of the bundle. */
const tableOf: Readonly<Record<string, string>> = {
  'viewer.roles': 'roles',
  'viewer.orgKind': 'orgs',
  'viewer.functions': 'purposes',
  'request.requester.orgKind': 'orgs',
  'request.requester.functions': 'purposes',
  'request.purposeCode': 'purposes',
  'request.legalBasisCode': 'bases',
  'request.transferGround': 'grounds',
  'request.refusalGround': 'refusalGrounds',
  'camera.systemKind': 'systems',
  'camera.missionClass': 'purposes',
  'camera.purposes': 'purposes',
  'camera.zoneKind': 'zones',
  'organisation.inventoryReportStatus': 'reportStates',
  'organisation.sizeClass': 'sizes',
};
/** Closed lists that stand in no table of their own. */
const words: Readonly<Record<string, readonly string[]>> = { 'camera.classification': ['normal'] };

/**
 * Changes worth asking about: of the facts that the answer speaks of, then of those that the act needs, then yes-or-no facts that
 * were stated. The same question always gives the same list.
 */
export function possibleEdits(tables: PolicyTables, question: Question, spokenOf: readonly string[], most: number): Edit[] {
  const named = spokenOf.flatMap((path) => leavesBelow(tables, path));
  const needed = neededFacts(tables, question.action);
  const flags = statedFlags(tables, question);
  const edits: Edit[] = [];
  for (const path of new Set([...named, ...needed, ...flags])) {
    if (Array.isArray(question.cameras) && path.startsWith('camera')) continue;
    for (const { kind, value, to } of changesOf(tables, question, path).slice(0, mostOfOnePath)) {
      if (edits.length === most) return edits;
      edits.push({ path, kind, value, question: withFact(question, path, to) });
    }
  }
  return edits;
}

function changesOf(tables: PolicyTables, question: Question, path: string): Change[] {
  // Who acts and what is asked is the question itself: another act is another question.
  if (path === 'action' || path === 'asOf' || path === 'viewer.userId') return [];
  const type = factType(tables, path);
  const row = type === null ? undefined : tables.types[type];
  const has = factAt(question, path);
  const away: Change[] = has === undefined ? [] : [{ kind: 'ABSENT', value: null, to: undefined }];
  if (row?.date !== undefined) return [...times(question.asOf), ...away];
  switch (row?.json) {
    case 'boolean':
      return [true, false].filter((flag) => flag !== has).map((flag) => ({ kind: flag ? 'TRUE' : 'FALSE', value: String(flag), to: flag }));
    case 'number':
      return [...numbers(has), ...away];
    case 'string':
      return [
        ...codes(tables, question, path, has).map((code) => asCode(code, code)),
        ...likeOthers(question, path, has),
        ...stated(has),
        ...away,
      ];
    case 'array':
      return row.item === 'string' ? [...codes(tables, question, path, has).map((code) => asCode(code, [code])), ...away] : [];
    default:
      return away;
  }
}

const asCode = (code: string, to: unknown): Change => ({ kind: 'CODE', value: code, to });

function times(asOf: number): Change[] {
  return [1, 400].flatMap((days): Change[] => [
    { kind: 'LATER', value: null, to: asOf + days * dayMs },
    { kind: 'EARLIER', value: null, to: asOf - days * dayMs },
  ]);
}

function numbers(has: unknown): Change[] {
  const now = typeof has === 'number' ? has : 0;
  const less = [0, Math.floor(now / 2)].filter((other) => other < now);
  const more = [now + 1, now * 2 + 1, (now + 1) * 100];
  return [...new Set(less)]
    .map((to): Change => ({ kind: 'LESS', value: null, to }))
    .concat(more.map((to) => ({ kind: 'MORE', value: null, to })));
}

function stated(has: unknown): Change[] {
  return has === undefined || has === '' ? [{ kind: 'STATED', value: null, to: filler }] : [];
}

/** Codes in force at the question's instant; those that other facts already name come first, they are the likeliest. */
function codes(tables: PolicyTables, question: Question, path: string, has: unknown): string[] {
  const table = Object.hasOwn(tableOf, path) ? tableOf[path] : undefined;
  const rows: Readonly<Record<string, unknown>> =
    z.record(z.string(), z.unknown()).safeParse(table === undefined ? {} : tables[table]).data ?? {};
  const all = [...Object.keys(rows).filter((code) => isCurrent(rows[code], question.asOf)), ...(words[path] ?? [])];
  const near = new Set([...(question.camera?.purposes ?? []), ...(question.viewer?.functions ?? []), question.request?.purposeCode]);
  return all.filter((code) => code !== has).sort((a, b) => Number(near.has(b)) - Number(near.has(a)));
}

function isCurrent(row: unknown, asOf: number): boolean {
  const { from, to } = z.looseObject({ from: z.number().optional(), to: z.number().optional() }).safeParse(row).data ?? {};
  return (from ?? asOf) <= asOf && asOf < (to ?? Infinity);
}

const identities = [
  'viewer.orgId',
  'viewer.unitId',
  'request.requester.orgId',
  'camera.ownerOrgId',
  'grant.orgId',
  'request.requester.userId',
];

/** Rules often ask whether two ids are the same: the value is told by the other fact's path. */
function likeOthers(question: Question, path: string, has: unknown): Change[] {
  if (!/Id$/.test(path)) return [];
  return identities.flatMap((other): Change[] => {
    const to = other === path ? undefined : factAt(question, other);
    return typeof to === 'string' && to !== has ? [{ kind: 'SAME_AS', value: other, to }] : [];
  });
}

const factRows = z.record(z.string(), z.array(z.looseObject({ at: z.string() })));

function neededFacts(tables: PolicyTables, action: string): string[] {
  const row = Object.hasOwn(tables.actions, action) ? tables.actions[action] : undefined;
  const groups = z.array(z.string()).safeParse(row?.['facts']).data ?? [];
  const facts = factRows.safeParse(tables['facts']).data ?? {};
  return groups.flatMap((group) => facts[group]?.map(({ at }) => at) ?? []);
}

function statedFlags(tables: PolicyTables, question: Question): string[] {
  return Object.keys(question).flatMap((part) =>
    leavesBelow(tables, part).filter((path) => factType(tables, path) === 'boolean' && factAt(question, path) !== undefined),
  );
}
