import type { PolicyTables } from './tables.js';

/**
 * Whether every stated fact has a known name and its own type, by the bundle's shape tables. The policy checks the same
 * (`gate/decision`); where this says yes the host may ask `gate/brief`, which leaves that part out. A yes here must
 * never be wrong (test/policy/shape.spec.ts holds the two together); a no only costs time.
 */
export function isWellShaped(tables: Pick<PolicyTables, 'shape' | 'types'>, input: unknown): boolean {
  return fits(tables, 'input', input);
}

function fits(tables: Pick<PolicyTables, 'shape' | 'types'>, shapeName: string, value: unknown): boolean {
  if (!isRecord(value)) return false;
  const shape = tables.shape[shapeName];
  if (shape === undefined) return false;
  for (const field in value) {
    const inner = value[field];
    const typeName = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (typeName === undefined) return false;
    // undefined is not carried by JSON; null says "not stated".
    if (inner === undefined || inner === null) continue;
    if (!fitsType(tables, typeName, inner)) return false;
  }
  return true;
}

function fitsType(tables: Pick<PolicyTables, 'shape' | 'types'>, typeName: string, value: unknown): boolean {
  const type = tables.types[typeName];
  switch (type?.json) {
    case 'any':
      return true;
    case 'string':
    case 'boolean':
      return typeof value === type.json;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'object':
      return type.shape !== undefined && fits(tables, type.shape, value);
    case 'array':
      if (!Array.isArray(value)) return false;
      return type.shape === undefined
        ? value.every((item) => typeof item === type.item)
        : value.every((item) => fits(tables, type.shape ?? '', item));
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
