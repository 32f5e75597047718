import type pg from 'pg';
import { logLine, type EntryId } from '#libs/kernel';
import type { EntryWriter } from '../entry/entry-writer.service.js';

/** What the log rests on in the database: settings that make a commit durable, and everything that could bend a row on its way. */
export interface LogConfiguration {
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly synchronousCommit: string;
  /** Roles or databases that were given a durability setting of their own. */
  readonly overrides: number;
  /** SHA-256 over relations, columns, constraints, triggers, rules and functions of the log. */
  readonly schemaSha256: string;
}

/** Partitions come and go by name; their shape may not differ. */
const settled = (text: string): string => `regexp_replace(${text}, '(audit_leaf_p|audit_search_)[0-9_]+', '\\1', 'g')`;

const configurationSql = `
  with ours as (
    select oid, relname, relkind, relowner, relacl, relrowsecurity from pg_class
    where relnamespace = 'public'::regnamespace and relname ~ '^(audit_|log_)' and relkind in ('r', 'p', 'v', 'm', 'f')
  ), lines as (
    select format('relation %s %s %s %s %s', relname, relkind, relowner, relacl, relrowsecurity) as line from ours
    union all select format('column %s %s %s %s', o.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull)
      from ours o join pg_attribute a on a.attrelid = o.oid where a.attnum > 0 and not a.attisdropped
    union all select format('trigger %s %s %s', o.relname, t.tgenabled, pg_get_triggerdef(t.oid)) from ours o join pg_trigger t on t.tgrelid = o.oid where not t.tgisinternal
    union all select format('rule %s %s', o.relname, pg_get_ruledef(r.oid)) from ours o join pg_rewrite r on r.ev_class = o.oid
    union all select format('constraint %s %s', o.relname, pg_get_constraintdef(c.oid)) from ours o join pg_constraint c on c.conrelid = o.oid
    union all select format('function %s %s %s %s', p.proname, p.prosecdef, p.proconfig, p.prosrc) from pg_proc p
      where (p.pronamespace = 'public'::regnamespace and p.proname ~ '^audit_')
        or p.oid in (select t.tgfoid from ours o join pg_trigger t on t.tgrelid = o.oid where not t.tgisinternal)
    union all select format('policy %s %s %s %s %s %s', o.relname, p.polname, p.polcmd, p.polroles, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      from ours o join pg_policy p on p.polrelid = o.oid
    union all select format('event trigger %s %s %s', evtname, evtevent, evtenabled) from pg_event_trigger
  ), told as (select distinct ${settled('line')} as line from lines)
  select current_setting('fsync') as fsync, current_setting('full_page_writes') as "fullPageWrites", current_setting('synchronous_commit') as "synchronousCommit",
    (select count(*)::int from pg_db_role_setting s, unnest(s.setconfig) as item
     where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
       and item ~ '^(fsync|synchronous_commit|full_page_writes|session_replication_role|event_triggers)=') as overrides,
    (select encode(sha256(convert_to(string_agg(line, E'\\n' order by line collate "C"), 'UTF8')), 'hex') from told) as "schemaSha256"`;

/**
 * Looks at the start and every minute, and writes what it sees as an entry when it is new. A change while the house runs is an
 * integrity incident: somebody who may alter the schema did. (A superuser can do that; what he cannot do is leave no trace.)
 */
export class ConfigWatch {
  private last: LogConfiguration | null = null;
  private changed: string | null = null;
  private readonly changes: { readonly what: string; readonly entryId: EntryId }[] = [];

  constructor(
    private readonly pool: pg.Pool,
    private readonly entries: EntryWriter,
    private readonly actorProcess: string,
  ) {}

  /** What changed under the running house, or null: what is released at the level "witnessed" waits for people then. */
  get incident(): string | null {
    return this.changed;
  }

  /** Every change under the running house with its entry, for whoever keeps them until people have dealt with them. */
  get incidents(): readonly { readonly what: string; readonly entryId: EntryId }[] {
    return this.changes;
  }

  /** Why a commit may be forgotten, or what changed, or null. */
  get problem(): string | null {
    return this.changed ?? this.weakness;
  }

  /** Why a commit may be forgotten, or null. */
  get weakness(): string | null {
    return this.last === null || isDurable(this.last)
      ? null
      : 'the database may forget a commit that it acknowledged (fsync, synchronous_commit or full_page_writes is off)';
  }

  async run(): Promise<void> {
    const { rows } = await this.pool.query<LogConfiguration>(configurationSql);
    const [now] = rows;
    if (now === undefined || (this.last !== null && JSON.stringify(now) === JSON.stringify(this.last))) return;
    const isFirst = this.last === null;
    const what = this.last === null || this.last.schemaSha256 === now.schemaSha256 ? 'settings' : 'schema';
    if (!isFirst) {
      this.changed = `the ${what} of the log's tables changed while the house was running`;
      logLine('error', 'config-watch', this.changed, { before: this.last, now });
    }
    this.last = now;
    const { entryId } = await this.entries.append({
      type: 'log.config',
      viewer: null,
      actorProcess: this.actorProcess,
      outcome: isFirst && isDurable(now) ? 'done' : 'failed',
      details: { ...now, change: isFirst ? 'start' : what },
    });
    // Two changes of one kind are two findings.
    if (!isFirst) this.changes.push({ what: `the ${what} of the log's tables changed while the house was running (${entryId})`, entryId });
  }
}

function isDurable({ fsync, fullPageWrites, synchronousCommit, overrides }: LogConfiguration): boolean {
  return fsync === 'on' && fullPageWrites === 'on' && synchronousCommit !== 'off' && overrides === 0;
}
