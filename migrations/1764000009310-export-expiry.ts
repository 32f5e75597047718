import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The worker deletes exports whose time is over. It sees what says so and what the log's entry needs, never the file or whose it was. */
export class ExportExpiry1764000009310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant select (address_sha256, intent_id, sha256, expires_at), delete on log_export to cuao_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke select (address_sha256, intent_id, sha256, expires_at), delete on log_export from cuao_worker');
  }
}
