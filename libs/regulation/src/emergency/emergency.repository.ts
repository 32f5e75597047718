import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/database';
import type { DecisionId, EntryId, OrganisationId, PersonId } from '#libs/kernel';

/** A row as it lies there; nothing of it is believed. */
export interface StoredEmergencyList {
  readonly sequence: number;
  readonly sha256: string;
  readonly signed: string;
  readonly activatedAt: Date;
}

export interface EmergencyNode {
  readonly nodeId: string;
  readonly state: string;
  readonly sequence: number | null;
  readonly errorCode: string | null;
  readonly seenAt: Date;
}

const columns = 'sequence, sha256, signed, activated_at as "activatedAt"';

/** Rows about emergency lists; only here are their tables touched. */
@Injectable()
export class EmergencyRepository {
  constructor(private readonly database: Database) {}

  /** Lists are put in force one after another. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('cuao emergency list'))`);
  }

  async newest(): Promise<StoredEmergencyList | null> {
    const [row] = await this.database.query<StoredEmergencyList>(`select ${columns} from emergency_list order by sequence desc limit 1`);
    return row ?? null;
  }

  async add(
    tx: Tx,
    list: StoredEmergencyList,
    by: {
      readonly personId: PersonId;
      readonly organisationId: OrganisationId;
      readonly decisionId: DecisionId;
      readonly entryId: EntryId;
    },
  ): Promise<void> {
    await tx.query(
      `insert into emergency_list (sequence, sha256, signed, activated_at, activated_by_id, organisation_id, decision_id, entry_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [list.sequence, list.sha256, list.signed, list.activatedAt, by.personId, by.organisationId, by.decisionId, by.entryId],
    );
    // Heard by every node when this commits, on the channel that releases are announced on.
    await tx.query(`select pg_notify('cuao_policy', 'emergency')`);
  }

  async highestSequence(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ highest: number }[]>('select coalesce(max(sequence), 0)::int as highest from emergency_list');
    return row?.highest ?? 0;
  }

  async reportNode({ nodeId, state, sequence, errorCode, seenAt }: EmergencyNode): Promise<void> {
    await this.database.query(
      `insert into emergency_node (node_id, state, sequence, error_code, seen_at) values ($1, $2, $3, $4, $5)
       on conflict (node_id) do update set state = excluded.state, sequence = excluded.sequence, error_code = excluded.error_code,
         seen_at = excluded.seen_at`,
      [nodeId, state, sequence, errorCode, seenAt],
    );
  }

  nodes(): Promise<EmergencyNode[]> {
    return this.database.query<EmergencyNode>(
      `select node_id as "nodeId", state, sequence, error_code as "errorCode", seen_at as "seenAt" from emergency_node order by node_id limit 500`,
    );
  }
}
