import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (...more: readonly string[]): string =>
  ['receipt_without_entry', 'number_missing', 'configuration_changed', 'search_differs', 'counts_differ', ...more]
    .map((kind) => `'${kind}'`)
    .join(', ');

/** A row of an entry that differs from the published tiles is a finding: the tiles were signed and witnessed, the row was not. */
export class RowFindings1764000009411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table log_finding drop constraint log_finding_kind`);
    await runner.query(`alter table log_finding add constraint log_finding_kind check (kind in (${kinds('row_differs')}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Findings that only this form knows cannot stand in the one before.
    await runner.query(`alter table log_finding disable trigger log_finding_refuses`);
    await runner.query(`delete from log_finding where kind = 'row_differs'`);
    await runner.query(`alter table log_finding enable always trigger log_finding_refuses`);
    await runner.query(`alter table log_finding drop constraint log_finding_kind`);
    await runner.query(`alter table log_finding add constraint log_finding_kind check (kind in (${kinds()}))`);
  }
}
