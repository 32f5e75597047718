import { createMongoAbility, subject, type MongoAbility } from '@casl/ability';
import { Misuse, type Viewer } from '#libs/kernel';
import type { PolicyTables } from './tables.js';

export type FieldType = 'string' | 'number' | 'boolean' | '[string]';
type Value = string | number | boolean;

/**
 * The operators that are open only where a value is there and fits. CASL 7 compares a missing value like any other
 * (`null < 5` holds) and answers `$ne` and `$nin` on it with yes, so none of those may stand in a table.
 */
const operators = ['$eq', '$in'] as const;

/** One field with the values of which any suffices; none suffices when there are none. */
export interface RowTest {
  readonly field: string;
  readonly type: FieldType;
  readonly anyOf: readonly Value[];
}

/** All tests must hold; no tests hold for every row. */
export type RowRule = readonly RowTest[];

/** What a condition may name of the viewer. */
const viewerValues: Readonly<Record<string, (viewer: Viewer) => readonly Value[]>> = {
  $organisationId: ({ organisationId }) => [organisationId],
  $personId: ({ personId }) => [personId],
  $unitId: ({ unitId }) => (unitId === null ? [] : [unitId]),
  $areaCodes: ({ areaCodes }) => areaCodes,
  $functions: ({ functions }) => functions,
};

export const mostRules = 50;

type RowTables = Pick<PolicyTables, 'rows' | 'roles' | 'actions'>;

/** Every condition of the table is of known action, role, field, operator and value, and says what may be seen, never what may not. @throws Misuse */
export function checkRowRules({ rows, roles, actions }: RowTables): void {
  const wrong = (what: string): never => {
    throw new Misuse(
      `policies/tables/rows.json: ${what}`,
      'correct the table; only $eq and $in on known fields, with values of their type',
    );
  };
  for (const [action, byRole] of Object.entries(rows.actions)) {
    const type = Object.hasOwn(actions, action) ? actions[action]?.type : undefined;
    if (type === undefined || !Object.hasOwn(rows.fields, type)) wrong(`${action} is no action on a type with rows`);
    for (const [role, rules] of Object.entries(byRole)) {
      if (!Object.hasOwn(roles, role) || roles[role]?.actions[action] !== true) wrong(`${role} may not ${action}`);
      if (rules.length > mostRules) wrong(`${role} has ${rules.length} conditions for ${action}, the limit is ${mostRules}`);
      for (const [field, test] of rules.flatMap((rule) => Object.entries(rule))) {
        const known = rows.fields[type ?? ''] ?? {};
        const fieldType = Object.hasOwn(known, field) ? known[field] : undefined;
        if (fieldType === undefined) wrong(`${action}: ${type ?? ''} has no field ${field}`);
        for (const [operator, value] of Object.entries(test))
          if (!isSound(fieldType ?? 'string', operator, value)) wrong(`${action}.${field}: ${operator} ${JSON.stringify(value)}`);
        if (Object.keys(test).length !== 1) wrong(`${action}.${field}: one operator, not ${Object.keys(test).length}`);
      }
    }
  }
}

function isSound(type: FieldType, operator: string, value: unknown): boolean {
  const ofType = (one: unknown): boolean =>
    typeof one === (type === '[string]' ? 'string' : type) && (typeof one !== 'string' || (one !== '' && !one.startsWith('$')));
  const ofViewer = typeof value === 'string' && Object.hasOwn(viewerValues, value) && (type === 'string' || type === '[string]');
  if (operator === '$eq') return ofViewer || ofType(value);
  return operator === '$in' && (ofViewer || (Array.isArray(value) && value.every(ofType)));
}

/** The viewer's conditions with their own values; none at all where the table names none for the role. */
export function rowRules(tables: RowTables, viewer: Viewer, action: string): RowRule[] {
  const byRole = Object.hasOwn(tables.rows.actions, action) ? tables.rows.actions[action] : undefined;
  const rules = byRole !== undefined && Object.hasOwn(byRole, viewer.role) ? (byRole[viewer.role] ?? []) : [];
  const fields = tables.rows.fields[tables.actions[action]?.type ?? ''] ?? {};
  return rules.map((rule) =>
    Object.entries(rule).flatMap(([field, test]) => {
      const type = fields[field] ?? 'string';
      return operators.flatMap((operator) =>
        Object.hasOwn(test, operator) ? [{ field, type, anyOf: valuesOf(test[operator], viewer) }] : [],
      );
    }),
  );
}

function valuesOf(value: unknown, viewer: Viewer): readonly Value[] {
  if (typeof value === 'string' && Object.hasOwn(viewerValues, value)) return viewerValues[value]?.(viewer) ?? [];
  return (Array.isArray(value) ? value : [value]) as readonly Value[];
}

/** The same rules as CASL reads them, in memory; what is compiled to SQL must be equal to it (test/policy/row-rules.e2e-spec.ts). */
export class RowAbility {
  private readonly ability: MongoAbility;

  constructor(
    private readonly action: string,
    private readonly type: string,
    rules: readonly RowRule[],
  ) {
    this.ability = createMongoAbility(
      rules.map((rule) => ({
        action,
        subject: type,
        ...(rule.length === 0 ? {} : { conditions: Object.fromEntries(rule.map(({ field, anyOf }) => [field, { $in: [...anyOf] }])) }),
      })),
    );
  }

  shows(row: Readonly<Record<string, unknown>>): boolean {
    return this.ability.can(this.action, subject(this.type, { ...row }));
  }
}

/** Column expression of each field; a field without one cannot be asked for. */
export type RowColumns = Readonly<Record<string, string>>;

const cast: Readonly<Record<FieldType, string>> = { string: 'text[]', '[string]': 'text[]', number: 'float8[]', boolean: 'boolean[]' };

/**
 * One condition in brackets, parameterised: any rule, all of its tests. No rules, no row. Safe where a column is NULL or a list empty:
 * what is not true is false. @param bind gives the placeholder of a value @throws Misuse where a field has no column
 */
export function rowCondition(rules: readonly RowRule[], columns: RowColumns, bind: (value: unknown) => string): string {
  const ofTest = ({ field, type, anyOf }: RowTest): string => {
    const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
    if (column === undefined) throw new Misuse(`no column for the field ${field}`, 'name it where the rows are read');
    const values = `${bind([...anyOf])}::${cast[type]}`;
    return type === '[string]' ? `(((${column}) && ${values}) is true)` : `(((${column}) = any(${values})) is true)`;
  };
  if (rules.length === 0) return '(false)';
  return `(${rules.map((rule) => (rule.length === 0 ? '(true)' : `(${rule.map(ofTest).join(' and ')})`)).join(' or ')})`;
}
