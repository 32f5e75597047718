import { readdirSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { logLine } from '#libs/kernel';
import { bareUuid } from '../entry/accept-batch.js';
import { errorCode } from '../error-code.js';
import { parseReceipt, receiptKeyName, verifyReceipt, type ParsedReceipt } from '../entry/receipt.js';
import { producerKeys } from '../entry/producer-keys.js';
import type { Findings, Found } from './findings.js';
import { SpoolTail } from './spool-tail.js';

/** Entries looked at in one statement: a log of any length is gone through in steps of this size. */
const indexesAtOnce = 1_000_000;
const receiptsAtOnce = 2_000;

/** Numbers of one lane among the entries of a stretch. */
interface LaneStretch {
  readonly producer: string;
  readonly lane: string;
  readonly first: string;
  readonly last: string;
  readonly count: string;
}

/** Gaps of one lane that are told: one with more has lost so much that its first thousand say enough. */
const gapsAtOnce = 1_000;

/**
 * Finds what the database lost or never kept: receipts whose leaf it does not have (audit.md T9, T12), and numbers that a producer
 * gave and no entry bears (T10). The receipts come from the spools, a second path that no database user can reach. Each loss
 * becomes a finding on the log (`Findings`), and holds back what needs a witness until people have closed it.
 */
export class CompletenessWatch {
  private readonly heads = new Map<string, number>();
  private readonly spools = new Map<string, SpoolTail>();
  /** Found, and not on the log yet: what was read once is not found again, so nothing may drop out between. */
  private readonly untold: Found[] = [];
  private readonly known = new Set<string>();
  private checkedTo = 0;
  private lost: string | null = null;
  private unread: string | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly findings: Pick<Findings, 'tell'>,
    private readonly stateDir: string,
  ) {}

  /** The first loss that this watch saw, in words, closed or not; null while everything that was accepted is there. */
  get problem(): string | null {
    return this.lost;
  }

  /** A spool that cannot be read, in words: while nobody looks, nothing is known to be complete. */
  get blindness(): string | null {
    return this.unread;
  }

  async run(): Promise<void> {
    await this.findMissingNumbers();
    await this.findMissingReceipts();
    for (let next = this.untold[0]; next !== undefined; next = this.untold[0]) {
      await this.findings.tell(next);
      this.untold.shift();
    }
  }

  private found(loss: Found): void {
    if (this.known.has(loss.what)) return;
    this.known.add(loss.what);
    this.untold.push(loss);
    this.lost ??= loss.what;
    logLine('error', 'completeness-watch', loss.what);
  }

  /** A lane numbers 1, 2, 3…, and keeps that order through the outbox. */
  private async findMissingNumbers(): Promise<void> {
    const { rows: sizes } = await this.pool.query<{ size: string }>('select coalesce(max(idx) + 1, 0) as size from audit_entry');
    const size = Number(sizes[0]?.size ?? 0);
    for (; this.checkedTo < size; this.checkedTo = Math.min(size, this.checkedTo + indexesAtOnce)) {
      const { rows } = await this.pool.query<LaneStretch>(
        `select producer, lane, min(pseq) as first, max(pseq) as last, count(*) as count from audit_entry
         where idx >= $1 and idx < $2 and pseq is not null group by producer, lane`,
        [this.checkedTo, Math.min(size, this.checkedTo + indexesAtOnce)],
      );
      for (const row of rows) {
        const { producer, lane } = row;
        const chain = `${producer} (${lane})`;
        const due = (this.heads.get(chain) ?? 0) + 1;
        // Every gap, not the first alone: one that people have closed must not hide another.
        const missing = [...(Number(row.first) === due ? [] : [due]), ...(await this.gapsIn(row))];
        this.heads.set(chain, Number(row.last));
        for (const number of missing) {
          const what = `${chain}: entry number ${number} was given and is not on the log`;
          this.found({ kind: 'number_missing', what, details: { producer, lane, number } });
        }
      }
    }
  }

  /** First number of each gap between those that are there. */
  private async gapsIn({ producer, lane, first, last, count }: LaneStretch): Promise<number[]> {
    if (Number(last) - Number(first) + 1 === Number(count)) return [];
    const { rows } = await this.pool.query<{ missing: string }>(
      `select pseq + 1 as missing from (select pseq, lead(pseq) over (order by pseq) as next from audit_entry
         where producer = $1 and lane = $2 and pseq between $3 and $4) as numbers where next > pseq + 1 order by 1 limit ${gapsAtOnce}`,
      [producer, lane, first, last],
    );
    return rows.map(({ missing }) => Number(missing));
  }

  private async findMissingReceipts(): Promise<void> {
    const keys = new Map(producerKeys(this.stateDir).map((key) => [key.name, key]));
    let unread: string | null = null;
    for (const folder of this.spoolFolders()) {
      const tail = this.spools.get(folder) ?? new SpoolTail(folder);
      this.spools.set(folder, tail);
      const next = (): string[] => {
        try {
          return tail.next(receiptsAtOnce);
        } catch (error) {
          // The others are looked at all the same.
          unread ??= `the receipts of ${path.basename(folder)} cannot be read: ${errorCode(error) ?? String(error)}`;
          return [];
        }
      };
      for (let lines = next(); lines.length > 0; lines = next()) {
        const receipts = lines.map(parseReceipt).filter((receipt) => receipt !== null);
        for (const receipt of await this.notKept(receipts)) {
          const { producer, entryId, acceptedAt } = receipt;
          // Anybody who may write to the folder could make up a loss; only the producer can sign one.
          const key = keys.get(receiptKeyName(receipt));
          if (key === undefined || !verifyReceipt(receipt, key)) continue;
          this.found({
            kind: 'receipt_without_entry',
            what: `${producer}: a receipt was given for ${entryId} at ${acceptedAt.toISOString()}, and the log does not have it`,
            details: { producer, entryId, leafSha256: receipt.leafHash },
          });
        }
      }
    }
    if (unread !== null && unread !== this.unread) logLine('error', 'completeness-watch', unread);
    this.unread = unread;
  }

  private spoolFolders(): string[] {
    const receipts = path.join(this.stateDir, 'receipts');
    try {
      return readdirSync(receipts, { withFileTypes: true })
        .filter((each) => each.isDirectory())
        .map(({ name }) => path.join(receipts, name));
    } catch {
      return [];
    }
  }

  /** A receipt is written after the commit of its entry, so a row that is not there now was lost. */
  private async notKept(receipts: readonly ParsedReceipt[]): Promise<ParsedReceipt[]> {
    if (receipts.length === 0) return [];
    const { rows } = await this.pool.query<{ n: string }>(
      `select given.n from unnest($1::uuid[], $2::text[]) with ordinality as given (id, hash, n)
       where not exists (select from audit_outbox o where o.entry_id = given.id and o.leaf_hash = decode(given.hash, 'hex'))
         and not exists (select from audit_entry e where e.entry_id = given.id and e.leaf_hash = decode(given.hash, 'hex'))`,
      [receipts.map(({ entryId }) => bareUuid(entryId)), receipts.map(({ leafHash }) => leafHash)],
    );
    return rows.flatMap(({ n }) => receipts[Number(n) - 1] ?? []);
  }
}
