import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each decision was made from; erasable (the log holds only its digest), so `update` is granted on two columns. */
export class Regulation1764000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table decision_facts (
        id text primary key,
        decided_at timestamptz not null,
        action text not null,
        effect text not null,
        digest text not null,
        facts jsonb,
        decision jsonb not null,
        bundle_sha256 text not null,
        erased_at timestamptz,
        constraint decision_facts_id_form check (id like 'dec\\_%'),
        constraint decision_facts_effect check (effect in ('allow', 'deny', 'needs_approval', 'cannot_decide')),
        constraint decision_facts_erased check ((facts is null) = (erased_at is not null))
      )`);
    await runner.query('create index decision_facts_decided_at on decision_facts (decided_at)');
    await runner.query('create index decision_facts_bundle on decision_facts (bundle_sha256, decided_at)');
    await runner.query('grant select, insert on decision_facts to cuao_gateway, cuao_worker, cuao_edge');
    await runner.query('grant update (facts, erased_at) on decision_facts to cuao_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table decision_facts');
  }
}
