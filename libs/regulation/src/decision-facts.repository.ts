import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/database';
import type { DecisionId } from '#libs/kernel';
import type { Decision } from './decision.js';
import type { Question } from './decider.js';

export interface DecidedQuestion {
  readonly decision: Decision;
  readonly question: Question;
  readonly bundleSha256: string;
}

export interface DecisionRecord {
  readonly decision: Decision;
  /** null when they have been erased. */
  readonly facts: Question | null;
  /** `sha256:` of the facts, as it was written beside them. */
  readonly digest: string;
  readonly bundleSha256: string;
  readonly decidedAt: Date;
}

const insert = `insert into decision_facts (id, decided_at, action, effect, digest, facts, decision, bundle_sha256)
  select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::text[])`;

/** Only here is `decision_facts` touched. */
@Injectable()
export class DecisionFactsRepository {
  private waiting: { row: DecidedQuestion; done: () => void; failed: (error: unknown) => void }[] = [];

  constructor(private readonly database: Database) {}

  async add(tx: Tx, row: DecidedQuestion): Promise<void> {
    await tx.query(insert, columns([row]));
  }

  /** For reads: rows of the same turn of the event loop go in one statement. Resolves once committed. */
  addSoon(row: DecidedQuestion): Promise<void> {
    return new Promise((done, failed) => {
      if (this.waiting.length === 0) setImmediate(() => void this.flush());
      this.waiting.push({ row, done, failed });
    });
  }

  /** What the house keeps of a decision, for replay and explanation; who may see how much of it is the caller's question. */
  async find(id: DecisionId): Promise<DecisionRecord | null> {
    const [row] = await this.database.query<DecisionRecord>(
      `select decision, facts, digest, bundle_sha256 as "bundleSha256", decided_at as "decidedAt" from decision_facts where id = $1`,
      [id],
    );
    return row ?? null;
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    try {
      await this.database.query(insert, columns(batch.map(({ row }) => row)));
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}

function columns(rows: readonly DecidedQuestion[]): unknown[][] {
  return [
    rows.map(({ decision }) => decision.id),
    rows.map(({ decision }) => new Date(decision.fresh.evaluatedAt)),
    rows.map(({ decision }) => decision.action),
    rows.map(({ decision }) => decision.effect),
    rows.map(({ decision }) => decision.factsDigest),
    rows.map(({ question }) => JSON.stringify(question)),
    rows.map(({ decision }) => JSON.stringify(decision)),
    rows.map(({ bundleSha256 }) => bundleSha256),
  ];
}
