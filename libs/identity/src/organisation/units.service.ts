import { Injectable } from '@nestjs/common';
import { Database, planned } from '#libs/database';

export interface Unit {
  readonly code: string;
  readonly kind: 'ward' | 'commune';
  readonly nameVi: string;
  readonly nameAscii: string;
  readonly lat: number;
  readonly lon: number;
}

/** Wards and communes: public reference data, the same for every viewer. */
@Injectable()
export class Units {
  constructor(private readonly db: Database) {}

  /** All 126, in Vietnamese alphabetical order of their names. */
  async list(): Promise<readonly Unit[]> {
    const rows = await this.db.query<Unit>(`select ${columns} from unit`);
    return rows.sort((a, b) => vietnamese.compare(a.nameVi, b.nameVi));
  }

  /** Those of the given codes, by code; a code that is nobody's is left out. */
  async byCodes(codes: readonly string[]): Promise<ReadonlyMap<string, Unit>> {
    const rows = await this.db.read((tx) => planned<Unit>(tx, `select ${columns} from unit where code = any($1)`, [codes]));
    return new Map(rows.map((unit) => [unit.code, unit]));
  }
}

const columns = 'code, kind, name_vi as "nameVi", name_ascii as "nameAscii", lat, lon';
const vietnamese = new Intl.Collator('vi');
