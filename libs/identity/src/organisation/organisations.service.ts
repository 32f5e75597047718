import { Injectable } from '@nestjs/common';
import { planned, type Tx } from '#libs/database';
import { Fault, type OrganisationId, type OrganisationKind } from '#libs/kernel';

export interface Organisation {
  readonly id: OrganisationId;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Broad kind of the source list; rules read `orgKind`. */
  readonly kind: string;
  readonly orgKind: OrganisationKind;
  readonly parentId: OrganisationId | null;
  readonly unitCode: string | null;
  /** Purposes that its mandate covers (CT-12). */
  readonly functions: readonly string[];
}

/** Public bodies. Their names and kinds are public; what they own or ask is not, and stands elsewhere. */
@Injectable()
export class Organisations {
  async find(tx: Tx, id: OrganisationId): Promise<Organisation | null> {
    return (await this.listByIds(tx, [id]))[0] ?? null;
  }

  /** @throws Fault when a row that others refer to is not there */
  async get(tx: Tx, id: OrganisationId): Promise<Organisation> {
    const found = await this.find(tx, id);
    if (found === null) throw new Fault('organisation_missing', `organisation ${id} is referred to but absent`);
    return found;
  }

  async findByCode(tx: Tx, code: string): Promise<Organisation | null> {
    const rows = await tx.query<Organisation[]>(`select ${columns} from organisation where code = $1`, [code]);
    return rows[0] ?? null;
  }

  /** Those of the given ids, in no promised order; one query for a whole page. */
  async listByIds(tx: Tx, ids: readonly OrganisationId[]): Promise<readonly Organisation[]> {
    if (ids.length === 0) return [];
    return planned<Organisation>(tx, `select ${columns} from organisation where id = any($1)`, [[...new Set(ids)]]);
  }

  /** Those of the given codes by their code; one that no longer exists is absent. One query for a whole page. */
  async byCodes(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, Organisation>> {
    if (codes.length === 0) return new Map();
    const rows = await planned<Organisation>(tx, `select ${columns} from organisation where code = any($1)`, [[...new Set(codes)]]);
    return new Map(rows.map((row) => [row.code, row]));
  }
}

const columns = `id, code, name_vi as "nameVi", name_en as "nameEn", kind, org_kind as "orgKind",
  parent_id as "parentId", unit_code as "unitCode", functions`;
