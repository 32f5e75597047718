import type { PolicyTables } from './tables.js';

/**
 * Whether every fact that the act needs is stated, in its type and not empty, by the bundle's facts table. The policy checks
 * the same (`fact_denies`); where this says yes the host asks `gate/brief`, which leaves that part out. Like `isWellShaped`:
 * a yes must never be wrong (test/policy/brief.spec.ts), a no only costs time, for then the policy is asked in full: so for a
 * person's own data, and in acts open to anyone, of which the policy asks less.
 */
export function hasRequiredFacts(tables: Pick<PolicyTables, 'actions' | 'facts'>, input: object): boolean {
  const action = 'action' in input ? input.action : undefined;
  if (typeof action !== 'string' || !Object.hasOwn(tables.actions, action)) return true; // nothing is known to be needed: the rules refuse it
  for (const group of tables.actions[action]?.facts ?? []) {
    const facts = Object.hasOwn(tables.facts, group) ? tables.facts[group] : undefined;
    for (const fact of facts ?? []) if (!isStated(valueAt(input, fact.path), fact.type, fact.filled)) return false;
  }
  return true;
}

function valueAt(input: object, path: readonly string[]): unknown {
  let value: unknown = input;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function isStated(value: unknown, type: string, filled: boolean): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return type === 'array' && (!filled || value.length > 0);
  if (typeof value !== type) return false;
  return !filled || (typeof value === 'string' ? value !== '' : typeof value === 'object' && Object.keys(value).length > 0);
}
