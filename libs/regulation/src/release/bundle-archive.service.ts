import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/database';
import type { DecisionId, EntryId, OrganisationId, PersonId } from '#libs/kernel';
import { bundledFiles, BundleFault, readManifest, sha256Hex, type BundledFile, type BundleFiles } from '../bundle.js';

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
  /** null when it was never put in force. */
  readonly activatedAt: Date | null;
  /** As it stands; for people and programs to check its hash. */
  readonly manifest: string;
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

interface BundleRow {
  readonly manifest: Buffer;
  readonly files: { readonly name: string; readonly bytes: string }[];
  readonly signatures: { readonly signer: string; readonly keyId: string; readonly alg: 'Ed25519'; readonly signature: string }[];
}

const columns = `b.sha256, b.sequence, b.revision, b.opinion_ref as "opinionRef", b.not_before as "notBefore", b.not_after as "notAfter",
  b.proposed_at as "proposedAt", a.activated_at as "activatedAt", convert_from(b.manifest, 'UTF8') as manifest, case when b.proposed_by_id is not null then jsonb_build_object('personId', b.proposed_by_id,
  'organisationId', b.organisation_id) end as "proposedBy"
  from policy_bundle b left join policy_activation a on a.bundle_sha256 = b.sha256`;

/**
 * Every bundle ever installed or proposed, byte by byte, so that a decision of any day can be taken again with the rules of that
 * day. What comes out is not to be believed for coming from here: whoever decides with it verifies it first.
 */
@Injectable()
export class BundleArchive {
  constructor(private readonly database: Database) {}

  /** The files of a bundle with the signatures it has by now. @returns null when nobody brought such a bundle here */
  async find(sha256: string): Promise<BundleFiles | null> {
    const [row] = await this.database.query<BundleRow>(
      `select b.manifest,
         (select jsonb_agg(jsonb_build_object('name', n.name, 'bytes', encode(f.bytes, 'base64')))
          from jsonb_each_text(convert_from(b.manifest, 'UTF8')::jsonb -> 'files') n (name, sha256) join policy_file f using (sha256)) as files,
         coalesce((select jsonb_agg(jsonb_build_object('signer', signer, 'keyId', key_id, 'alg', 'Ed25519', 'signature',
            replace(encode(signature, 'base64'), E'\\n', '')) order by signer) from policy_signature s where s.bundle_sha256 = b.sha256), '[]') as signatures
       from policy_bundle b where b.sha256 = $1`,
      [sha256],
    );
    if (row === undefined) return null;
    const files = Object.fromEntries(row.files.map(({ name, bytes }) => [name, Buffer.from(bytes, 'base64')]));
    const signatures = Buffer.from(`${JSON.stringify({ signatures: row.signatures }, null, 1)}\n`);
    return { manifest: row.manifest, signatures, ...(files as Record<BundledFile, Buffer>) };
  }

  /** Newest first. @param most how many */
  list(most = 100): Promise<ArchivedBundle[]> {
    return this.database.query<ArchivedBundle>(`select ${columns} order by b.sequence desc, b.proposed_at desc limit $1`, [most]);
  }

  /** @returns null when nobody brought such a bundle here */
  async row(sha256: string): Promise<ArchivedBundle | null> {
    const [row] = await this.database.query<ArchivedBundle>(`select ${columns} where b.sha256 = $1`, [sha256]);
    return row ?? null;
  }

  /** @returns null when nobody brought such a bundle here */
  async findRow(tx: Tx, sha256: string): Promise<ArchivedBundle | null> {
    const [row] = await tx.query<ArchivedBundle[]>(`select ${columns} where b.sha256 = $1`, [sha256]);
    return row ?? null;
  }

  /**
   * Keeps the bytes; the same bundle twice is kept once. Signatures are kept apart, by whoever has checked them.
   * @returns whether it is new @throws BundleFault `bad_manifest`, `bad_hash`
   */
  async add(tx: Tx, files: BundleFiles, proposal: Proposal | null, at: Date): Promise<boolean> {
    const manifest = readManifest(files);
    for (const name of bundledFiles) {
      const sha256 = sha256Hex(files[name]);
      if (sha256 !== manifest.files[name]) throw new BundleFault('bad_hash', `${name} is not the one that the manifest names`);
      await tx.query('insert into policy_file (sha256, bytes) values ($1, $2) on conflict do nothing', [sha256, Buffer.from(files[name])]);
    }
    const rows = await tx.query<unknown[]>(
      `insert into policy_bundle (sha256, sequence, revision, opinion_ref, not_before, not_after, manifest, origin, proposed_at,
         proposed_by_id, organisation_id, decision_id, entry_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning 1`,
      [
        sha256Hex(files.manifest),
        manifest.sequence,
        manifest.revision,
        manifest.opinionRef,
        new Date(manifest.notBefore),
        new Date(manifest.notAfter),
        Buffer.from(files.manifest),
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
