import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What inspectors are told of repetition (POL-11, POL-12): one row for each entry `repetition.alert`, so that habits can be counted
 * and ranked. Ids and numbers only; append-only for our programs.
 */
export class RepetitionAlert1764000006310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table repetition_alert (
        request_id text not null,
        request_version integer not null,
        why text not null,
        requester_person_id text not null,
        other_person_id text,
        counted integer not null,
        at timestamptz not null,
        decision_id text not null,
        entry_id text not null,
        constraint pk_repetition_alert primary key (request_id, request_version, why),
        constraint uq_repetition_alert_entry unique (entry_id),
        constraint fk_repetition_alert_version foreign key (request_id, request_version) references request_version (request_id, version),
        constraint fk_repetition_alert_requester foreign key (requester_person_id) references person (id),
        constraint fk_repetition_alert_other foreign key (other_person_id) references person (id),
        constraint ck_repetition_alert_counted check (counted > 0)
      )`,
    );
    await runner.query(`create index ix_repetition_alert_at on repetition_alert (at)`);
    await runner.query(`grant select, insert on repetition_alert to cuao_gateway`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table repetition_alert`);
  }
}
