import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Emergency lists: whom and what every node stops at once, whatever the rules say. Rows are only ever added; nothing here is
 * believed without its signatures. What an edge or a stream knows of it comes over the numbered list of revocations.
 */
export class EmergencyList1764000009100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table emergency_list (
        sequence integer not null,
        sha256 text not null,
        signed text not null,
        activated_at timestamptz not null,
        activated_by_id text not null,
        organisation_id text not null,
        decision_id text not null,
        entry_id text not null,
        constraint pk_emergency_list primary key (sequence),
        constraint fk_emergency_list_person foreign key (activated_by_id) references person (id),
        constraint fk_emergency_list_organisation foreign key (organisation_id) references organisation (id),
        constraint ck_emergency_list_sequence check (sequence > 0),
        constraint ck_emergency_list_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      create function emergency_list_grows() returns trigger language plpgsql as $$
      begin
        if exists (select from emergency_list where sequence >= new.sequence) then
          raise exception 'emergency list % is not newer than what was put in force', new.sequence using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    await runner.query(
      `create trigger emergency_list_grows before insert on emergency_list for each row execute function emergency_list_grows()`,
    );
    await runner.query(`
      create table emergency_node (
        node_id text not null,
        state text not null,
        sequence integer,
        error_code text,
        seen_at timestamptz not null,
        constraint pk_emergency_node primary key (node_id),
        constraint ck_emergency_node_state check (state in ('none', 'list', 'damaged'))
      )`);
    await runner.query('grant select, insert on emergency_list to cuao_gateway');
    await runner.query('grant select, insert, update on emergency_node to cuao_gateway');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table emergency_node');
    await runner.query('drop table emergency_list');
    await runner.query('drop function emergency_list_grows()');
  }
}
