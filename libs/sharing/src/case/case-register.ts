import type { OrganisationId } from '#libs/kernel';

/** What a register says of a number; the rules take anything but the first two for no confirmation. */
export type RegisterWord = 'found' | 'not_found' | 'unavailable';

/** A case number taken apart by its form (`tables/caseForms.json`). */
export interface CaseNumber {
  readonly form: string;
  readonly year: number;
  readonly no: number;
}

/**
 * The register of cases of the body that asks: of the outside world, and never asked inside a transaction. A body that keeps no
 * register here is `unavailable`, not `not_found`.
 */
export abstract class CaseRegister {
  abstract look(body: OrganisationId, number: CaseNumber): Promise<RegisterWord>;
}
