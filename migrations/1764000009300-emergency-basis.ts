import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes a request, and a grant that rests on it, an emergency's: a basis of the closed list and the document that the signed
 * version names. No column says so and none can be set: it is read from the text that was hashed, shown and signed. The edges let
 * emergencies alone out while nobody witnesses the log, and end what runs besides (`log_silent`).
 */
export class EmergencyBasis1764000009300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table emergency_basis (
        code text not null,
        rule text not null,
        constraint pk_emergency_basis primary key (code)
      )`);
    // Those of the rules' table of bases with needsEmergencyProof.
    await runner.query(`
      insert into emergency_basis (code, rule) values
        ('DATA-18.2.a', 'SH-01'), ('DATA-18.2.b', 'SH-01'), ('DATA-18.2.c', 'SH-01'), ('DATA-18.2.d', 'SH-01'),
        ('VN-DATA-18.2.a', 'SH-01'), ('VN-DATA-18.2.b', 'SH-01'), ('VN-DATA-18.2.c', 'SH-01'), ('VN-DATA-18.2.d', 'SH-01')`);
    await runner.query(`grant select on emergency_basis to cuao_gateway, cuao_worker, cuao_edge`);
    await runner.query(`
      create function request_is_emergency(basis text, content text) returns boolean stable language sql as $$
        select case when exists (select from emergency_basis e where e.code = basis)
          then coalesce(btrim(content::jsonb ->> 'emergencyDeclRef'), '') <> '' else false end
      $$`);
    await runner.query('drop view edge_session');
    await runner.query(
      edgeSession(
        `, request_is_emergency(w.legal_basis_code, w.content) as is_emergency`,
        `left join request_version w on w.request_id = g.request_id and w.version = g.request_version`,
      ),
    );
    await runner.query(`grant select on edge_session to cuao_edge`);
    await runner.query(endReasons(`, 'log_silent'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(endReasons(''));
    await runner.query('drop view edge_session');
    await runner.query(edgeSession('', ''));
    await runner.query(`grant select on edge_session to cuao_edge`);
    await runner.query('drop function request_is_emergency(text, text)');
    await runner.query('drop table emergency_basis');
  }
}

/** All that an edge may know of a session (migration 700), with one column more. */
function edgeSession(column: string, join: string): string {
  return `
      create view edge_session as
        select s.id, s.state, s.edge_id, s.grant_id, s.request_id, s.camera_id, s.person_id, s.organisation_id, s.cookieless, s.secret_hash,
          s.secret_expires_at, s.not_after, s.entry_context, s.open_entry_id, s.decision_id, c.code as camera_code, c.source_kind,
          (g.ended_at is null and g.epoch = s.grant_epoch and c.status = 'active' and p.active
            and (v.end_reason is null or v.end_reason = 'EXPIRED')
            and not exists (
              select from unnest(
                array['session', 'grant', 'request', 'camera', 'person', 'organisation'],
                array[s.id, s.grant_id, s.request_id, s.camera_id, s.person_id, s.organisation_id]) as subject (kind, id)
              join revocation r on r.selector_kind = subject.kind and r.selector_id = subject.id and r.position > s.opened_position)) as papers_hold${column}
        from playback_session s
          join access_grant g on g.id = s.grant_id
          ${join}
          join camera c on c.id = s.camera_id
          join person p on p.id = s.person_id
          join session v on v.id = s.viewer_session_id`;
}

function endReasons(more: string): string {
  return `
      alter table playback_session drop constraint ck_playback_session_end_reason,
        add constraint ck_playback_session_end_reason check (end_reason in
          ('client', 'revoked', 'expired', 'idle', 'source', 'lease', 'unrecorded', 'edge_stopped', 'edge_lost', 'not_started'${more}))`;
}
