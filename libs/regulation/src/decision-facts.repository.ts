import { Injectable } from '@nestjs/common';
import type { RowBeside, TableBeside } from '#libs/audit';
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
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Only here is `decision_facts` touched. */
@Injectable()
export class DecisionFactsRepository {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, row: DecidedQuestion): Promise<void> {
    await tx.query(insert, [...factsBeside(row).values]);
  }

  /** What the house keeps of a decision, for replay and explanation; who may see how much of it is the caller's question. */
  async find(id: DecisionId): Promise<DecisionRecord | null> {
    const [row] = await this.database.query<DecisionRecord>(
      `select decision, facts, digest, bundle_sha256 as "bundleSha256", decided_at as "decidedAt" from decision_facts where id = $1`,
      [id],
    );
    return row ?? null;
  }
}

const table: TableBeside = {
  name: 'decision_facts',
  columns: {
    id: 'text',
    decided_at: 'timestamptz',
    action: 'text',
    effect: 'text',
    digest: 'text',
    facts: 'jsonb',
    decision: 'jsonb',
    bundle_sha256: 'text',
  },
};

/** For reads: the row goes into the database with the entry (`EntryWriter.append`), so that neither is ever there alone. */
export function factsBeside({ decision, question, bundleSha256 }: DecidedQuestion): RowBeside {
  return {
    table,
    values: [
      decision.id,
      new Date(decision.fresh.evaluatedAt),
      decision.action,
      decision.effect,
      decision.factsDigest,
      JSON.stringify(question),
      JSON.stringify(decision),
      bundleSha256,
    ],
  };
}
