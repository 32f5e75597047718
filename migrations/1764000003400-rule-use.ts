import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often each rule was named, by the hour: the compliance matrix reads a month without reading a month's decisions. */
export class RuleUse1764000003400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_use (
        rule text not null,
        hour timestamptz not null,
        effect text not null,
        decisions integer not null,
        constraint rule_use_pkey primary key (rule, hour, effect),
        constraint rule_use_effect check (effect in ('allow', 'deny', 'needs_approval', 'cannot_decide')),
        constraint rule_use_decisions check (decisions > 0)
      )`);
    await runner.query('create index rule_use_hour on rule_use (hour)');
    await runner.query(`
      create table rule_use_progress (
        id integer not null,
        counted_until timestamptz not null,
        constraint rule_use_progress_pkey primary key (id),
        constraint rule_use_progress_one check (id = 1)
      )`);
    await runner.query(`insert into rule_use_progress (id, counted_until) values (1, 'epoch')`);
    await runner.query('grant select on rule_use, rule_use_progress to cuao_gateway');
    await runner.query('grant select, insert on rule_use to cuao_worker');
    await runner.query('grant select on rule_use_progress to cuao_worker');
    await runner.query('grant update (counted_until) on rule_use_progress to cuao_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rule_use_progress, rule_use');
  }
}
