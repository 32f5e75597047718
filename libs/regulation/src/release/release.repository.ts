import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/database';
import type { DecisionId, EntryId, OrganisationId, PersonId } from '#libs/kernel';
import { readSignatures, type BundleFiles } from '../bundle.js';
import type { ReleaseRecord } from './release-check.js';

export interface Activation {
  readonly sequence: number;
  readonly bundleSha256: string;
  readonly activatedAt: Date;
  readonly entryId: EntryId;
}

export interface KeptSignature {
  readonly signer: string;
  readonly keyId: string;
  readonly personName: string | null;
  readonly note: string | null;
  readonly impactSha256: string | null;
  readonly signedAt: Date | null;
}

export interface PolicyNode {
  readonly nodeId: string;
  readonly process: string;
  readonly bundleSha256: string;
  readonly revision: string;
  readonly sequence: number;
  readonly loadedAt: Date;
  readonly seenAt: Date;
  readonly errorCode: string | null;
  readonly errorAt: Date | null;
}

export interface SignatureDraft {
  readonly bundleSha256: string;
  readonly signer: string;
  readonly keyId: string;
  readonly signature: Buffer;
  readonly impactSha256: string;
  readonly statement: string;
  readonly statementSignature: Buffer;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly signedAt: Date;
  readonly decisionId: DecisionId;
  readonly entryId: EntryId;
}

/** Rows about releases; only here and in the archive are their tables touched. */
@Injectable()
export class ReleaseRepository {
  constructor(private readonly database: Database) {}

  /** Releases are proposed, signed and put in force one after another. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('cuao policy release'))`);
  }

  /** What the record says is in force: the highest sequence. Not to be believed without `checkRelease`. */
  async inForce(tx?: Tx): Promise<Activation | null> {
    const sql = `select sequence, bundle_sha256 as "bundleSha256", activated_at as "activatedAt", entry_id as "entryId"
      from policy_activation order by sequence desc limit 1`;
    const [row] = tx === undefined ? await this.database.query<Activation>(sql) : await tx.query<Activation[]>(sql);
    return row ?? null;
  }

  activations(): Promise<Activation[]> {
    return this.database.query<Activation>(
      `select sequence, bundle_sha256 as "bundleSha256", activated_at as "activatedAt", entry_id as "entryId"
       from policy_activation order by sequence desc limit 100`,
    );
  }

  async highestSequence(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ highest: number }[]>('select coalesce(max(sequence), 0)::int as highest from policy_bundle');
    return row?.highest ?? 0;
  }

  async record(sha256: string): Promise<ReleaseRecord> {
    const [signatures, impacts, notes] = await Promise.all([
      this.database.query<ReleaseRecord['signatures'][number]>(
        `select signer, key_id as "keyId", person_id as "personId", impact_sha256 as "impactSha256", statement,
           statement_signature as "statementSignature" from policy_signature where bundle_sha256 = $1`,
        [sha256],
      ),
      this.database.query<ReleaseRecord['impacts'][number]>(
        `select report_sha256 as "reportSha256", against_sha256 as "againstSha256", report, widened_share as "widenedShare", made_at as "madeAt"
         from policy_impact where bundle_sha256 = $1 order by made_at desc`,
        [sha256],
      ),
      this.database.query<ReleaseRecord['notes'][number]>(
        'select inspector_id as "inspectorId", at from policy_note where bundle_sha256 = $1',
        [sha256],
      ),
    ]);
    return { signatures, impacts, notes };
  }

  /** Who has signed, for people; a statement's note is read out of the signed text. */
  signatures(sha256: string): Promise<KeptSignature[]> {
    return this.database.query<KeptSignature>(
      `select s.signer, s.key_id as "keyId", p.display_name as "personName", s.statement::jsonb ->> 'note' as note,
         s.impact_sha256 as "impactSha256", s.signed_at as "signedAt"
       from policy_signature s left join person p on p.id = s.person_id where s.bundle_sha256 = $1 order by s.signer`,
      [sha256],
    );
  }

  notes(sha256: string): Promise<{ inspectorName: string; note: string; at: Date }[]> {
    return this.database.query(
      `select p.display_name as "inspectorName", n.note, n.at from policy_note n join person p on p.id = n.inspector_id
       where n.bundle_sha256 = $1 order by n.at`,
      [sha256],
    );
  }

  /** @returns false when this institution, or this person, has signed this bundle before */
  async addSignature(tx: Tx, draft: SignatureDraft): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into policy_signature (bundle_sha256, signer, key_id, signature, impact_sha256, statement, statement_signature, person_id,
         organisation_id, signed_at, decision_id, entry_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning 1`,
      [
        draft.bundleSha256,
        draft.signer,
        draft.keyId,
        draft.signature,
        draft.impactSha256,
        draft.statement,
        draft.statementSignature,
        draft.personId,
        draft.organisationId,
        draft.signedAt,
        draft.decisionId,
        draft.entryId,
      ],
    );
    return rows.length > 0;
  }

  /** The signatures that an installed bundle came with; they were verified when it was loaded. */
  async addInstalledSignatures(tx: Tx, sha256: string, files: BundleFiles): Promise<void> {
    for (const { signer, keyId, signature } of readSignatures(files))
      await tx.query(
        'insert into policy_signature (bundle_sha256, signer, key_id, signature) values ($1, $2, $3, $4) on conflict do nothing',
        [sha256, signer, keyId, Buffer.from(signature, 'base64')],
      );
  }

  async activate(
    tx: Tx,
    activation: Activation,
    by: {
      readonly personId: PersonId;
      readonly organisationId: OrganisationId;
      readonly impactSha256: string;
      readonly decisionId: DecisionId;
    } | null,
  ): Promise<void> {
    await tx.query(
      `insert into policy_activation (sequence, bundle_sha256, activated_at, activated_by_id, organisation_id, impact_sha256, decision_id, entry_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        activation.sequence,
        activation.bundleSha256,
        activation.activatedAt,
        by?.personId ?? null,
        by?.organisationId ?? null,
        by?.impactSha256 ?? null,
        by?.decisionId ?? null,
        activation.entryId,
      ],
    );
    // Heard by every node when this commits; one that does not hear finds the row by looking.
    await tx.query(`select pg_notify('cuao_policy', '')`);
  }

  async reportNode(node: PolicyNode): Promise<void> {
    await this.database.query(
      `insert into policy_node (node_id, process, bundle_sha256, revision, sequence, loaded_at, seen_at, error_code, error_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (node_id) do update set process = excluded.process, bundle_sha256 = excluded.bundle_sha256, revision = excluded.revision,
         sequence = excluded.sequence, loaded_at = excluded.loaded_at, seen_at = excluded.seen_at, error_code = excluded.error_code,
         error_at = excluded.error_at`,
      [
        node.nodeId,
        node.process,
        node.bundleSha256,
        node.revision,
        node.sequence,
        node.loadedAt,
        node.seenAt,
        node.errorCode,
        node.errorAt,
      ],
    );
  }

  nodes(): Promise<PolicyNode[]> {
    return this.database.query<PolicyNode>(
      `select node_id as "nodeId", process, bundle_sha256 as "bundleSha256", revision, sequence, loaded_at as "loadedAt", seen_at as "seenAt",
         error_code as "errorCode", error_at as "errorAt" from policy_node order by node_id limit 500`,
    );
  }

  async keepFile(tx: Tx, sha256: string, bytes: Buffer): Promise<void> {
    await tx.query('insert into policy_file (sha256, bytes) values ($1, $2) on conflict do nothing', [sha256, bytes]);
  }

  async findFile(sha256: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ bytes: Buffer }>('select bytes from policy_file where sha256 = $1', [sha256]);
    return row?.bytes ?? null;
  }
}
