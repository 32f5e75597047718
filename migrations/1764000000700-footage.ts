import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No foreign key on `request_id`: the grant states it, and a check of it would lock the request after the grant, while a
 * revocation locks them the other way round.
 *
 * Playback sessions and what they were handed. A session row is written by the gateway in the transaction of its decision;
 * afterwards only the edge that serves it and the worker's clocks move it on, and never back from its end.
 */
export class Footage1764000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table playback_session (
        id text not null,
        grant_id text not null,
        request_id text not null,
        camera_id text not null,
        person_id text not null,
        organisation_id text not null,
        viewer_session_id text not null,
        mode text not null,
        state text not null,
        reason text not null,
        grant_epoch integer not null,
        opened_position bigint not null,
        decision_id text not null,
        policy_revision text not null,
        obligations text not null,
        watermark_text text not null,
        cookieless boolean not null,
        secret_hash bytea not null,
        secret_expires_at timestamptz not null,
        entry_context text not null,
        open_entry_id text not null,
        close_entry_id text,
        edge_id text,
        opened_at timestamptz not null,
        live_at timestamptz,
        not_after timestamptz not null,
        first_byte_at timestamptz,
        last_byte_at timestamptz,
        revoked_at timestamptz,
        ended_at timestamptz,
        end_reason text,
        revoke_reason text,
        constraint pk_playback_session primary key (id),
        constraint fk_playback_session_grant foreign key (grant_id) references access_grant (id),
        constraint fk_playback_session_camera foreign key (camera_id) references camera (id),
        constraint fk_playback_session_grant_camera foreign key (grant_id, camera_id) references access_grant_camera (grant_id, camera_id),
        constraint fk_playback_session_person foreign key (person_id) references person (id),
        constraint fk_playback_session_organisation foreign key (organisation_id) references organisation (id),
        constraint fk_playback_session_viewer_session foreign key (viewer_session_id) references session (id),
        constraint ck_playback_session_id check (id like 'pls\\_%'),
        constraint ck_playback_session_mode check (mode in ('LIVE', 'RECORDED')),
        constraint ck_playback_session_state check (state in ('opening', 'live', 'ended')),
        constraint ck_playback_session_secret check (octet_length(secret_hash) = 32 and secret_expires_at > opened_at),
        constraint ck_playback_session_life check (not_after > opened_at),
        constraint ck_playback_session_served check (state <> 'live' or edge_id is not null and live_at is not null),
        constraint ck_playback_session_end check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (end_reason is null)),
        constraint ck_playback_session_end_reason check (end_reason in
          ('client', 'revoked', 'expired', 'idle', 'source', 'lease', 'unrecorded', 'edge_stopped', 'edge_lost', 'not_started'))
      )`);
    await runner.query(`create index ix_playback_session_edge on playback_session (edge_id) where state = 'live'`);
    await runner.query(`create index ix_playback_session_opening on playback_session (secret_expires_at) where state = 'opening'`);
    await runner.query(`create index ix_playback_session_camera on playback_session (camera_id) where state = 'live'`);
    await runner.query(`create index ix_playback_session_grant on playback_session (grant_id, opened_at desc)`);
    await runner.query(`create index ix_playback_session_person on playback_session (person_id, opened_at desc)`);
    await runner.query(`
      create table delivered_range (
        session_id text not null,
        entry_id text not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        constraint pk_delivered_range primary key (session_id, entry_id, from_at),
        constraint fk_delivered_range_session foreign key (session_id) references playback_session (id),
        constraint ck_delivered_range_order check (from_at < to_at)
      )`);
    // What ended cannot begin again, and what somebody was given does not change.
    await runner.query(`
      create function playback_session_forward_only() returns trigger language plpgsql as $$
      begin
        if old.state = 'ended' or (old.state = 'live' and new.state = 'opening')
          or (old.id, old.grant_id, old.camera_id, old.person_id, old.not_after, old.grant_epoch, old.decision_id)
             is distinct from (new.id, new.grant_id, new.camera_id, new.person_id, new.not_after, new.grant_epoch, new.decision_id) then
          raise exception 'playback session % cannot be changed so', old.id using errcode = '23514', constraint = 'tr_playback_session_forward_only';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger tr_playback_session_forward_only before update on playback_session
        for each row execute function playback_session_forward_only()`);
    // All that an edge may know, and whether what permits the session still stands. The times are for the asker's clock to judge.
    await runner.query(`
      create view edge_session as
        select s.id, s.state, s.edge_id, s.grant_id, s.request_id, s.camera_id, s.person_id, s.organisation_id, s.cookieless, s.secret_hash,
          s.secret_expires_at, s.not_after, s.entry_context, s.open_entry_id, s.decision_id, c.code as camera_code, c.source_kind,
          (g.ended_at is null and g.epoch = s.grant_epoch and c.status = 'active' and p.active
            and (v.end_reason is null or v.end_reason = 'EXPIRED')
            and not exists (
              select from unnest(
                array['session', 'grant', 'request', 'camera', 'person', 'organisation'],
                array[s.id, s.grant_id, s.request_id, s.camera_id, s.person_id, s.organisation_id]) as subject (kind, id)
              join revocation r on r.selector_kind = subject.kind and r.selector_id = subject.id and r.position > s.opened_position)) as papers_hold
        from playback_session s
          join access_grant g on g.id = s.grant_id
          join camera c on c.id = s.camera_id
          join person p on p.id = s.person_id
          join session v on v.id = s.viewer_session_id`);

    await runner.query(`grant select on edge_session to cuao_edge`);
    await runner.query(`
      grant update (state, edge_id, live_at, first_byte_at, last_byte_at, revoked_at, ended_at, end_reason, close_entry_id)
      on playback_session to cuao_edge, cuao_worker`);
    await runner.query(`grant insert, update (revoke_reason) on playback_session to cuao_gateway`);
    // The hash of the secret is for the edge alone, through its view.
    const told = `id, grant_id, request_id, camera_id, person_id, organisation_id, viewer_session_id, mode, state, reason, grant_epoch, opened_position, decision_id,
      policy_revision, obligations, watermark_text, cookieless, secret_expires_at, entry_context, open_entry_id, close_entry_id, edge_id, opened_at,
      live_at, not_after, first_byte_at, last_byte_at, revoked_at, ended_at, end_reason, revoke_reason`;
    await runner.query(`grant select (${told}) on playback_session to cuao_gateway, cuao_worker, cuao_edge`);
    await runner.query(`grant select on delivered_range to cuao_gateway, cuao_worker`);
    await runner.query(`grant insert on delivered_range to cuao_edge`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view edge_session`);
    await runner.query(`drop table delivered_range`);
    await runner.query(`drop table playback_session`);
    await runner.query(`drop function playback_session_forward_only()`);
  }
}
