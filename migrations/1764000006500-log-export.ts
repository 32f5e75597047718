import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Exports of the log that wait, for minutes, to be fetched by the person and session that made them. The content is encrypted under a key
 * that stands nowhere but in the address that was given out: whoever reads this table reads no names.
 */
export class LogExport1764000006500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log_export (
        address_sha256 text not null,
        person_id text not null,
        session_id text not null,
        intent_id text not null,
        file_name text not null,
        content_type text not null,
        sha256 text not null,
        ciphertext bytea not null,
        expires_at timestamptz not null,
        constraint pk_log_export primary key (address_sha256),
        constraint fk_log_export_person foreign key (person_id) references person (id),
        constraint ck_log_export_address check (address_sha256 ~ '^[0-9a-f]{64}$'),
        constraint ck_log_export_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query('create index ix_log_export_expires on log_export (expires_at)');
    await runner.query('grant select, insert, delete on log_export to cuao_gateway');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table log_export');
  }
}
