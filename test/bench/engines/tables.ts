import type { Policy, Question } from '#libs/regulation';

/** The rows of our tables that a question of the family touches; Cedar and casbin are given them with the question. */
export interface Rows {
  readonly basis: {
    readonly from: number;
    readonly to: number;
    readonly publicPlaceOnly: boolean;
    readonly stateAgencyOnly: boolean;
    readonly purposes: readonly string[];
  };
  readonly ground: { readonly from: number; readonly to: number; readonly stateAgencyOnly: boolean };
  readonly stateAgency: boolean;
  readonly served: boolean;
  readonly purposeKnown: boolean;
  readonly missionKnown: boolean;
  readonly mayWatch: boolean;
  readonly policeKey: boolean;
}

/** Neither of the two walks a list of papers or a table: their host picks the rows, and that time is theirs. */
export function rowsOf({ tables }: Policy, question: Question): Rows {
  const { viewer, camera, request } = question;
  const basis = find(tables.bases, request?.legalBasisCode);
  const ground = find(tables.grounds, request?.transferGround);
  const police = keyOf(question, 'police');
  return {
    basis: {
      from: basis?.from ?? 1,
      to: basis?.to ?? 0,
      publicPlaceOnly: basis?.['publicPlaceOnly'] === true,
      stateAgencyOnly: basis?.['stateAgencyOnly'] === true,
      purposes: Array.isArray(basis?.['purposes']) ? (basis['purposes'] as string[]) : Object.keys(tables.purposes),
    },
    ground: { from: ground?.from ?? 1, to: ground?.to ?? 0, stateAgencyOnly: ground?.['stateAgencyOnly'] === true },
    stateAgency: find(tables.orgs, viewer?.orgKind)?.stateAgency === true,
    served: find(tables.systems, camera?.systemKind)?.served === true,
    purposeKnown: find(tables.purposes, request?.purposeCode) !== undefined,
    missionKnown: find(tables.purposes, camera?.missionClass) !== undefined,
    mayWatch: viewer?.roles?.length === 1 && find(tables.roles, viewer.roles[0])?.actions['live_view'] === true,
    policeKey: find(tables.orgs, police?.orgKind)?.group === 'police',
  };
}

export function keyOf(question: Question, key: string): NonNullable<Question['approvals']>[number] | undefined {
  return question.approvals?.find((one) => one.key === key);
}

/** Purposes of recording that let footage serve a purpose (PD-04). */
export function servedBy(compatible: Readonly<Record<string, Readonly<Record<string, boolean>>>>, purpose: string): string[] {
  return Object.keys(compatible).filter((collected) => compatible[collected]?.[purpose] === true);
}

export function compatibleOf({ tables }: Policy): Readonly<Record<string, Readonly<Record<string, boolean>>>> {
  return tables['compatible'] as Readonly<Record<string, Readonly<Record<string, boolean>>>>;
}

function find<T>(table: Readonly<Record<string, T>>, key: string | null | undefined): T | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}
