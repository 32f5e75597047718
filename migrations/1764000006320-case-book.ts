import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register of cases, as far as the city's bodies lend their books: which numbers of which form a body has given out in a year.
 * Written by whoever keeps the books, read by the gateway.
 */
export class CaseBook1764000006320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table case_book (
        organisation_id text not null,
        form text not null,
        year integer not null,
        first_no integer not null,
        last_no integer not null,
        constraint pk_case_book primary key (organisation_id, form, year, first_no),
        constraint fk_case_book_organisation foreign key (organisation_id) references organisation (id),
        constraint ck_case_book_numbers check (first_no > 0 and last_no >= first_no)
      )`,
    );
    await runner.query(`grant select on case_book to cuao_gateway`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table case_book`);
  }
}
