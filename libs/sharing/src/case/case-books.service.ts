import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import type { OrganisationId } from '#libs/kernel';
import { CaseRegister, type CaseNumber, type RegisterWord } from './case-register.js';

/** The register of the demo city: the books that its bodies have lent (`case_book`). */
@Injectable()
export class CaseBooks extends CaseRegister {
  constructor(private readonly db: Database) {
    super();
  }

  async look(body: OrganisationId, { form, year, no }: CaseNumber): Promise<RegisterWord> {
    const [books] = await this.db.read((tx) =>
      tx.query<{ kept: number; found: number }[]>(
        `select count(*)::int as kept, count(*) filter (where form = $2 and year = $3 and $4 between first_no and last_no)::int as found
         from case_book where organisation_id = $1`,
        [body, form, year, no],
      ),
    );
    if (books === undefined || books.kept === 0) return 'unavailable';
    return books.found > 0 ? 'found' : 'not_found';
  }
}
