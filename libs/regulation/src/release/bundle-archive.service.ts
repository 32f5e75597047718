import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/database';
import type { DecisionId, EntryId, OrganisationId, PersonId } from '#libs/kernel';
import { BundleFault, readManifest, sha256Hex, type BundleFiles, type BundleManifest } from '../bundle.js';

/** A bundle in the archive, without its bytes. */
export interface ArchivedBundle {
  /** SHA-256 of the manifest: what decisions name. */
  readonly sha256: string;
  readonly sequence: number;
  readonly revision: string;
  readonly opinionRef: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly proposedAt: Date;
  /** null when the bundle came with the program. */
  readonly proposedBy: { readonly personId: PersonId; readonly organisationId: OrganisationId } | null;
}

/** Who brought a bundle, under which decision and entry; null for the one that came with the program. */
export interface Proposal {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly decisionId: DecisionId;
  readonly entryId: EntryId;
}

interface FileRow {
  readonly manifest: Buffer;
  readonly policy_wasm: Buffer;
  readonly data_json: Buffer;
  readonly golden_json: Buffer;
  readonly input_schema_json: Buffer;
  readonly capabilities_json: Buffer;
  readonly signatures: { readonly signer: string; readonly key_id: string; readonly signature: string }[];
}

const columns = `b.sha256, b.sequence, b.revision, b.opinion_ref as "opinionRef", b.not_before as "notBefore", b.not_after as "notAfter",
  b.proposed_at as "proposedAt", case when b.proposed_by_id is not null then jsonb_build_object('personId', b.proposed_by_id,
  'organisationId', b.organisation_id) end as "proposedBy"`;

/**
 * Every bundle ever installed or proposed, byte by byte, so that a decision of any day can be taken again with the rules of that
 * day. What comes out is not to be believed for coming from here: whoever decides with it verifies it first.
 */
@Injectable()
export class BundleArchive {
  constructor(private readonly database: Database) {}

  /** The files of a bundle with the signatures it has by now. @returns null when nobody brought such a bundle here */
  async find(sha256: string): Promise<BundleFiles | null> {
    const [row] = await this.database.query<FileRow>(
      `select manifest, policy_wasm, data_json, golden_json, input_schema_json, capabilities_json, coalesce((
         select jsonb_agg(jsonb_build_object('signer', signer, 'key_id', key_id, 'signature', encode(signature, 'base64')) order by signer)
         from policy_signature s where s.bundle_sha256 = b.sha256), '[]') as signatures
       from policy_bundle b where sha256 = $1`,
      [sha256],
    );
    if (row === undefined) return null;
    const signatures = row.signatures.map(({ signer, key_id, signature }) => ({
      signer,
      keyId: key_id,
      alg: 'Ed25519',
      signature: signature.replaceAll('\n', ''),
    }));
    return {
      manifest: row.manifest,
      signatures: Buffer.from(`${JSON.stringify({ signatures }, null, 1)}\n`),
      'policy.wasm': row.policy_wasm,
      'data.json': row.data_json,
      'golden.json': row.golden_json,
      'input.schema.json': row.input_schema_json,
      'capabilities.json': row.capabilities_json,
    };
  }

  /** Newest first. @param most how many */
  list(most = 100): Promise<ArchivedBundle[]> {
    return this.database.query<ArchivedBundle>(
      `select ${columns} from policy_bundle b order by b.sequence desc, b.proposed_at desc limit $1`,
      [most],
    );
  }

  /** @returns null when nobody brought such a bundle here */
  async findRow(tx: Tx, sha256: string): Promise<ArchivedBundle | null> {
    const [row] = await tx.query<ArchivedBundle[]>(`select ${columns} from policy_bundle b where sha256 = $1`, [sha256]);
    return row ?? null;
  }

  /**
   * Keeps the bytes; the same bundle twice is kept once. Signatures are kept apart, by whoever has checked them.
   * @returns whether it is new @throws BundleFault `bad_manifest`, `bad_hash`
   */
  async add(tx: Tx, files: BundleFiles, proposal: Proposal | null, at: Date): Promise<boolean> {
    const manifest: BundleManifest = readManifest(files);
    for (const [name, wanted] of Object.entries(manifest.files))
      if (sha256Hex(files[name as keyof typeof manifest.files]) !== wanted)
        throw new BundleFault('bad_hash', `${name} is not the one that the manifest names`);
    const rows = await tx.query<unknown[]>(
      `insert into policy_bundle (sha256, sequence, revision, opinion_ref, not_before, not_after, manifest, policy_wasm, data_json, golden_json,
         input_schema_json, capabilities_json, origin, proposed_at, proposed_by_id, organisation_id, decision_id, entry_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict do nothing returning 1`,
      [
        sha256Hex(files.manifest),
        manifest.sequence,
        manifest.revision,
        manifest.opinionRef,
        new Date(manifest.notBefore),
        new Date(manifest.notAfter),
        ...[
          files.manifest,
          files['policy.wasm'],
          files['data.json'],
          files['golden.json'],
          files['input.schema.json'],
          files['capabilities.json'],
        ].map((bytes) => Buffer.from(bytes)),
        proposal === null ? 'INSTALLED' : 'PROPOSED',
        at,
        proposal?.personId ?? null,
        proposal?.organisationId ?? null,
        proposal?.decisionId ?? null,
        proposal?.entryId ?? null,
      ],
    );
    return rows.length > 0;
  }
}
