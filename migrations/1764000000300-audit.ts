import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log inside the database: what was accepted (outbox), what has an index (entry, leaf), what may be erased (opening, key),
 * where each producer and the tree stand, and the projection for search.
 *
 * What stops what: grants stop our own programs (they may insert, and only the sequencer may move rows on); the triggers, enabled
 * ALWAYS, also stop the owner and a replaying session that forgets itself; a superuser is stopped by neither: he is found out by
 * receipts, by the signer and by the witnesses.
 */
export class Audit1764000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_producer (
        producer text not null,
        lane text not null,
        pseq bigint not null,
        digest bytea not null,
        constraint audit_producer_pkey primary key (producer, lane),
        constraint audit_producer_name check (producer ~ '^[a-z][a-z0-9-]{0,62}$'),
        constraint audit_producer_digest check (octet_length(digest) = 32 and pseq >= 0)
      )`);
    await runner.query(`
      create table audit_outbox (
        id bigint generated always as identity,
        entry_id uuid not null,
        producer text not null,
        lane text not null,
        pseq bigint,
        prev_digest bytea,
        leaf bytea not null,
        leaf_hash bytea not null,
        accepted_at timestamptz not null,
        constraint audit_outbox_pkey primary key (id),
        constraint audit_outbox_entry_unique unique (entry_id),
        constraint audit_outbox_order_unique unique (producer, lane, pseq),
        constraint audit_outbox_lane check ((pseq is null) = (lane = 'tx') and (prev_digest is null) = (lane = 'tx')),
        constraint audit_outbox_leaf check (octet_length(leaf) between 2 and 8192 and octet_length(leaf_hash) = 32)
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000)`);
    await runner.query(`
      create table audit_entry (
        idx bigint not null,
        entry_id uuid not null,
        producer text not null,
        lane text not null,
        pseq bigint,
        leaf_hash bytea not null,
        accepted_at timestamptz not null,
        constraint audit_entry_pkey primary key (idx),
        constraint audit_entry_entry_unique unique (entry_id),
        constraint audit_entry_order_unique unique (producer, lane, pseq),
        constraint audit_entry_idx check (idx >= 0)
      )`);
    // Leaf bytes of 2^20 entries a partition: once a partition is witnessed as a whole, its bytes live in the bundles.
    await runner.query(`
      create table audit_leaf (
        idx bigint not null,
        leaf bytea not null,
        constraint audit_leaf_pkey primary key (idx)
      ) partition by range (idx)`);
    await runner.query(`
      create table log_state (
        origin text not null,
        size bigint not null,
        root bytea not null,
        frontier bytea not null,
        epoch bigint not null,
        constraint log_state_pkey primary key (origin),
        constraint log_state_hashes check (size >= 0 and octet_length(root) = 32 and octet_length(frontier) % 32 = 0)
      )`);
    // How far publishing and searching have come. A table of its own: whoever reports progress must not wait for the sequencer's lock.
    await runner.query(`
      create table log_progress (
        origin text not null,
        published_size bigint not null,
        published_at timestamptz,
        witnessed_size bigint not null,
        witnessed_at timestamptz,
        projected_size bigint not null,
        constraint log_progress_pkey primary key (origin),
        constraint log_progress_sizes check (0 <= witnessed_size and witnessed_size <= published_size and projected_size >= 0)
      )`);
    await runner.query(`
      create table audit_key (
        key_id uuid not null,
        subject text not null,
        wrapped bytea,
        created_at timestamptz not null,
        destroyed_at timestamptz,
        constraint audit_key_pkey primary key (key_id),
        constraint audit_key_gone check ((wrapped is null) = (destroyed_at is not null))
      )`);
    await runner.query(`create index audit_key_subject on audit_key (subject)`);
    await runner.query(`
      create table audit_opening (
        entry_id uuid not null,
        part text not null,
        subject text not null,
        key_id uuid not null,
        ciphertext bytea not null,
        constraint audit_opening_pkey primary key (entry_id, part),
        constraint audit_opening_part check (part in ('actor', 'case'))
      )`);
    await runner.query(`
      create table audit_search (
        idx bigint not null,
        at timestamptz not null,
        entry_id uuid not null,
        type text not null,
        outcome text not null,
        organisation_code text,
        role text,
        actor_id text,
        case_digest text,
        purpose text,
        basis text,
        resource_kind text,
        resource_id text,
        request_id text,
        grant_id text,
        decision_id text,
        playback_id text,
        rules text[],
        constraint audit_search_pkey primary key (at, idx)
      ) partition by range (at)`);
    const searched = ['type', 'outcome', 'organisation_code', 'actor_id', 'case_digest', 'resource_id', 'request_id', 'grant_id'];
    for (const column of searched) {
      await runner.query(
        `create index audit_search_${column} on audit_search (${column}, at, idx)${column === 'type' || column === 'outcome' ? '' : ` where ${column} is not null`}`,
      );
    }
    await runner.query(`create index audit_search_entry on audit_search (entry_id)`);
    await runner.query(`create index audit_search_at_brin on audit_search using brin (at)`);

    await runner.query(`
      create function audit_refuse() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
      end $$`);
    await runner.query(`
      create function audit_forward_only() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if tg_table_name = 'audit_producer' then
          if new.producer <> old.producer or new.lane <> old.lane or new.pseq <= old.pseq then
            raise exception 'producer % cannot go from % to %', old.producer, old.pseq, new.pseq using errcode = 'insufficient_privilege';
          end if;
        elsif tg_table_name = 'log_state' then
          if new.origin <> old.origin or new.size <= old.size or new.epoch <= old.epoch then
            raise exception 'the log cannot shrink' using errcode = 'insufficient_privilege';
          end if;
        elsif new.origin <> old.origin or new.published_size < old.published_size or new.witnessed_size < old.witnessed_size
          or new.projected_size < old.projected_size then
          raise exception 'the progress of the log cannot go back' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    // An outbox row may go only where the log keeps it: same id, same leaf hash, in the same transaction.
    await runner.query(`
      create function audit_moved_only() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if exists (select from gone g left join audit_entry e on e.entry_id = g.entry_id where e.leaf_hash is distinct from g.leaf_hash) then
          raise exception 'append-only: an outbox row without its entry cannot be deleted' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    const refused: readonly [string, string][] = [
      ['audit_outbox', 'update'],
      ['audit_entry', 'update or delete'],
      ['audit_leaf', 'update or delete'],
      ['audit_opening', 'update'],
      ['audit_producer', 'delete'],
      ['log_state', 'delete'],
      ['log_progress', 'delete'],
      ['audit_key', 'delete'],
    ];
    for (const [table, acts] of refused) {
      await runner.query(`create trigger ${table}_refuses before ${acts} on ${table} for each row execute function audit_refuse()`);
      await runner.query(
        `create trigger ${table}_refuses_truncate before truncate on ${table} for each statement execute function audit_refuse()`,
      );
      await runner.query(`alter table ${table} enable always trigger ${table}_refuses`);
      await runner.query(`alter table ${table} enable always trigger ${table}_refuses_truncate`);
    }
    for (const table of ['audit_producer', 'log_state', 'log_progress']) {
      await runner.query(`create trigger ${table}_forward before update on ${table} for each row execute function audit_forward_only()`);
      await runner.query(`alter table ${table} enable always trigger ${table}_forward`);
    }
    await runner.query(`
      create trigger audit_outbox_moved after delete on audit_outbox referencing old table as gone
      for each statement execute function audit_moved_only()`);
    await runner.query(`alter table audit_outbox enable always trigger audit_outbox_moved`);

    // Partitions are made by the owner's hand on the sequencer's word; it holds no right on the schema itself.
    await runner.query(`
      create function audit_leaf_partition(part bigint) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare name text := 'audit_leaf_p' || part;
      begin
        if part < 0 or to_regclass('public.' || name) is not null then return; end if;
        execute format('create table public.%I partition of public.audit_leaf for values from (%s) to (%s)', name, part << 20, (part + 1) << 20);
        execute format('create trigger %I before truncate on public.%I for each statement execute function public.audit_refuse()', name || '_refuses_truncate', name);
        execute format('alter table public.%I enable always trigger %I', name, name || '_refuses_truncate');
        execute format('alter table public.%I enable always trigger audit_leaf_refuses', name);
      end $$`);
    await runner.query(`
      create function audit_search_partition(month date) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        first date := date_trunc('month', month)::date;
        name text := 'audit_search_' || to_char(month, 'YYYY_MM');
      begin
        if to_regclass('public.' || name) is not null then return; end if;
        execute format('create table public.%I partition of public.audit_search for values from (%L) to (%L)', name,
          first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
      end $$`);
    await runner.query(`select audit_leaf_partition(0)`);
    for (const each of ['audit_leaf_partition(bigint)', 'audit_search_partition(date)']) {
      await runner.query(`revoke all on function ${each} from public`);
      await runner.query(`grant execute on function ${each} to cuao_worker`);
    }

    await runner.query(`grant insert on audit_outbox, audit_opening, audit_key to cuao_gateway, cuao_edge, cuao_worker`);
    await runner.query(`grant select, insert, update on audit_producer to cuao_gateway, cuao_edge, cuao_worker`);
    await runner.query(`grant select (entry_id, producer, lane, pseq, leaf_hash, accepted_at) on audit_outbox, audit_entry to cuao_edge`);
    await runner.query(
      `grant select on audit_outbox, audit_entry, audit_leaf, audit_opening, audit_key, audit_search, log_state, log_progress to cuao_gateway`,
    );
    await runner.query(`grant select on log_state to cuao_edge`);
    await runner.query(`grant select, delete on audit_outbox to cuao_worker`);
    await runner.query(`grant select, insert on audit_entry, audit_leaf, audit_search to cuao_worker`);
    await runner.query(`grant select, insert, update on log_state, log_progress to cuao_worker`);
    // The projector learns which person and which case, never what the ciphertext holds.
    await runner.query(`grant select (entry_id, part, subject) on audit_opening to cuao_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function audit_leaf_partition(bigint), audit_search_partition(date)`);
    await runner.query(
      `drop table audit_search, audit_opening, audit_key, log_progress, log_state, audit_leaf, audit_entry, audit_outbox, audit_producer`,
    );
    await runner.query(`drop function audit_moved_only(), audit_forward_only(), audit_refuse()`);
  }
}
