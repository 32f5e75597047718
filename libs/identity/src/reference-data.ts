import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { idFromBytes, type OrganisationId } from '#libs/kernel';

export interface UnitFacts {
  readonly code: string;
  readonly kind: 'ward' | 'commune';
  readonly nameVi: string;
  readonly nameAscii: string;
  readonly lat: number;
  readonly lon: number;
  readonly areaKm2: number;
  readonly population: number;
}

export interface OrganisationFacts {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly unitCode: string | null;
  readonly sector: string | null;
}

/** The data files stand beside the sources; the compiler does not copy them, so a compiled file looks past `dist`. */
function dataFile(name: string): URL {
  const beside = new URL(`../data/${name}`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../../../libs/identity/data/${name}`, import.meta.url);
}

/** 126 wards and communes, in the order of their codes. */
export async function readUnits(): Promise<readonly UnitFacts[]> {
  return (JSON.parse(await readFile(dataFile('hanoi-units.json'), 'utf8')) as { units: UnitFacts[] }).units;
}

/** 335 public bodies; a parent stands before its children. */
export async function readOrganisations(): Promise<readonly OrganisationFacts[]> {
  const text = await readFile(dataFile('hanoi-organisations.json'), 'utf8');
  return (JSON.parse(text) as { organisations: OrganisationFacts[] }).organisations;
}

/** The id that an organisation of the reference list has on every machine. */
export function organisationIdOf(code: string): OrganisationId {
  return idFromBytes('org', createHash('sha256').update(`cuao organisation ${code}`).digest());
}
