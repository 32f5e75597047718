import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the log stands, for the edge too: it opens no picture while nobody witnesses what it would record. Times and sizes only. */
export class LogHealth1764000006600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant select on log_progress to cuao_edge`);
    await runner.query(`grant select (id) on audit_outbox to cuao_edge`);
    await runner.query(`grant select (idx) on audit_entry to cuao_edge`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke select (idx) on audit_entry from cuao_edge`);
    await runner.query(`revoke select (id) on audit_outbox from cuao_edge`);
    await runner.query(`revoke select on log_progress from cuao_edge`);
  }
}
