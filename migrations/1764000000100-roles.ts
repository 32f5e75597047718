import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Group roles without login; whoever connects is a member and acts as one of them. Roles belong to the cluster, so they may exist. */
export class Roles1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ['cuao_gateway', 'cuao_worker', 'cuao_edge']) {
      await runner.query(`
        do $$ begin
          if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
        exception when duplicate_object or unique_violation then null;
        end $$`);
      await runner.query(`grant ${role} to current_user`);
      await runner.query(`grant usage on schema public to ${role}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const role of ['cuao_gateway', 'cuao_worker', 'cuao_edge']) await runner.query(`revoke usage on schema public from ${role}`);
  }
}
