import type { Tx } from '#libs/database';

/** Years whose books the demo city's bodies have lent. */
const years = [2025, 2026, 2027];

/** Last number given out, by form; what lies beyond is not known to the register. */
const lastNumbers = { HO_SO: 2_500, VU_VIEC: 9_999, XU_PHAT: 4_000 } as const;
const lastCriminalCase = 300;

/**
 * Plants the demo city's books of cases: every public body's case files, incidents and sanction files, and the criminal cases of
 * the police. May be run again.
 */
export async function seedCaseBooks(tx: Tx): Promise<void> {
  for (const [form, last] of Object.entries(lastNumbers))
    await tx.query(
      `insert into case_book (organisation_id, form, year, first_no, last_no)
       select id, $1, unnest($2::int[]), 1, $3 from organisation on conflict do nothing`,
      [form, years, last],
    );
  await tx.query(
    `insert into case_book (organisation_id, form, year, first_no, last_no)
     select id, 'VU_AN', unnest($1::int[]), 1, $2 from organisation where kind like 'CATP%' or kind = 'CAX' on conflict do nothing`,
    [years, lastCriminalCase],
  );
}
