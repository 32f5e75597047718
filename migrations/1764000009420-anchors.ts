import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (...more: readonly string[]): string =>
  ['receipt_without_entry', 'number_missing', 'configuration_changed', 'search_differs', 'counts_differ', 'row_differs', ...more]
    .map((kind) => `'${kind}'`)
    .join(', ');

/**
 * Where the log stands with its time-stamping authority: since when there is one, the newest stamp and whose, what the last attempt came
 * to. A stamp that contradicts our clock is a finding.
 */
export class Anchors1764000009420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table log_progress
        add column anchor_since timestamptz,
        add column anchored_size bigint not null default 0,
        add column anchored_at timestamptz,
        add column anchored_by text,
        add column anchor_trouble text,
        add constraint log_progress_anchor_trouble check (anchor_trouble in ('silent', 'refused', 'clock'))`);
    await runner.query(`alter table log_finding drop constraint log_finding_kind`);
    await runner.query(`alter table log_finding add constraint log_finding_kind check (kind in (${kinds('clock_differs')}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Findings that only this form knows cannot stand in the one before.
    await runner.query(`alter table log_finding disable trigger log_finding_refuses`);
    await runner.query(`delete from log_finding where kind = 'clock_differs'`);
    await runner.query(`alter table log_finding enable always trigger log_finding_refuses`);
    await runner.query(`alter table log_finding drop constraint log_finding_kind`);
    await runner.query(`alter table log_finding add constraint log_finding_kind check (kind in (${kinds()}))`);
    await runner.query(`
      alter table log_progress drop column anchor_since, drop column anchored_size, drop column anchored_at, drop column anchored_by,
        drop column anchor_trouble`);
  }
}
