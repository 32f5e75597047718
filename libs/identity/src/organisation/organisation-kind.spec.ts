import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { demoPeople, demoPersonId } from '../demo-people.js';
import { readOrganisations, readUnits } from '../reference-data.js';
import { roleCodes } from '../session/role-names.js';
import { functionsOf, organisationKindOf } from './organisation-kind.js';

const table = (name: string): Record<string, unknown> => {
  const file = path.resolve(import.meta.dirname, `../../../../policies/tables/${name}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, unknown>>)[name] ?? {};
};

describe('public bodies of the city', () => {
  it('are 335 and 126 units, every parent before its children, every name in NFC', async () => {
    const [bodies, units] = await Promise.all([readOrganisations(), readUnits()]);
    expect([bodies.length, units.length]).toEqual([335, 126]);
    const seen = new Set<string>();
    for (const { code, parent, nameVi } of bodies) {
      expect(parent === null || seen.has(parent)).toBe(true);
      expect(nameVi).toBe(nameVi.normalize('NFC'));
      seen.add(code);
    }
    expect(new Set(bodies.flatMap(({ unitCode, kind }) => (unitCode === null || kind === 'police' ? [] : [unitCode])))).toEqual(
      new Set(units.map(({ code }) => code)),
    );
  });

  it('each have a kind that the rules know, and functions from the closed list of purposes', async () => {
    const [kinds, purposes] = [table('orgs'), table('purposes')];
    for (const body of await readOrganisations()) {
      const kind = organisationKindOf(body);
      expect([body.code, Object.hasOwn(kinds, kind)]).toEqual([body.code, true]);
      for (const purpose of functionsOf(kind, body.sector)) expect(purpose === 'GSGT' || Object.hasOwn(purposes, purpose)).toBe(true);
    }
  });

  it('a kind outside the table is refused, not guessed', () => {
    expect(() => organisationKindOf({ code: 'x', kind: 'circus', unitCode: null, sector: null })).toThrow(RangeError);
  });
});

describe('demo people', () => {
  it('work for bodies of the list, in roles that the rules know, under ids that never change', async () => {
    const codes = new Set((await readOrganisations()).map(({ code }) => code));
    for (const { organisationCode, roles } of demoPeople()) {
      expect(codes.has(organisationCode)).toBe(true);
      for (const role of roles) expect(roleCodes.has(role)).toBe(true);
    }
    expect(demoPersonId('mai')).toBe(demoPersonId('mai'));
    expect(new Set(demoPeople().map(({ key }) => demoPersonId(key))).size).toBe(demoPeople().length);
    expect(
      Object.keys(table('roles'))
        .filter((role) => role !== 'public')
        .sort(),
    ).toEqual([...roleCodes].sort());
  });
});
