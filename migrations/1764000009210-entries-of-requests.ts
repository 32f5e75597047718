import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose request an entry is about, beside each searchable entry: what happened to a body's requests is then found by one index, however
 * many requests the body has. A request is of the body of the first entry that submits it.
 *
 * What it stops: a list that quietly ends at some number of requests. What it does not stop: a superuser who alters the column; `cuao
 * verify diff-db` holds it against the leaves.
 */
export class EntriesOfRequests1764000009210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_request (
        request_id text not null,
        organisation_code text not null,
        idx bigint not null,
        constraint audit_request_pkey primary key (request_id),
        constraint audit_request_idx check (idx >= 0)
      )`);
    await runner.query(
      `create trigger audit_request_refuses before update or delete on audit_request for each row execute function audit_refuse()`,
    );
    await runner.query(
      `create trigger audit_request_refuses_truncate before truncate on audit_request for each statement execute function audit_refuse()`,
    );
    for (const trigger of ['refuses', 'refuses_truncate'])
      await runner.query(`alter table audit_request enable always trigger audit_request_${trigger}`);
    await runner.query(`grant select, insert on audit_request to cuao_worker`);
    await runner.query(`grant select on audit_request to cuao_gateway`);
    await runner.query(`
      insert into audit_request (request_id, organisation_code, idx)
      select distinct on (request_id) request_id, organisation_code, idx from audit_search
      where type = 'submit_request.submit' and request_id is not null and organisation_code is not null order by request_id, idx`);
    await runner.query(`alter table audit_search add column request_organisation_code text`);
    await runner.query(`
      update audit_search s set request_organisation_code = r.organisation_code from audit_request r
      where r.request_id = s.request_id and s.idx >= r.idx`);
    await runner.query(`
      create index audit_search_request_organisation_code on audit_search (request_organisation_code, at, idx)
      where request_organisation_code is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_search drop column request_organisation_code`);
    await runner.query(`drop table audit_request`);
  }
}
