import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditSettings, EntryWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { Clock } from '#libs/kernel';
import { Inject } from '@nestjs/common';
import { readSignatures } from '../bundle.js';
import type { Policy } from '../policy.js';
import { PolicyStore } from '../policy-store.js';
import { BundleArchive } from './bundle-archive.service.js';

/** Sees to it that this process decides with the release that is in force, and that the archive holds it. */
@Injectable()
export class ReleaseFollower implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly store: PolicyStore,
    private readonly archive: BundleArchive,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    @Inject(AuditSettings) private readonly node: AuditSettings,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.install(this.store.current());
  }

  /** The bundle that came with the program, once: every decision's bundle must be found in the archive. */
  private async install(policy: Policy): Promise<void> {
    const { files, manifest, sha256 } = policy.bundle;
    await this.database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('cuao policy release'))`);
      const at = this.clock.now();
      if (await this.archive.add(tx, files, null, at))
        for (const { signer, keyId, signature } of readSignatures(files))
          await tx.query(
            'insert into policy_signature (bundle_sha256, signer, key_id, signature) values ($1, $2, $3, $4) on conflict do nothing',
            [sha256, signer, keyId, Buffer.from(signature, 'base64')],
          );
      const [newer] = await tx.query<unknown[]>('select 1 from policy_activation where sequence >= $1', [manifest.sequence]);
      if (newer !== undefined) return;
      const entry = await this.entries.appendIn(tx, {
        type: 'policy.activated',
        viewer: null,
        actorProcess: this.node.producer,
        outcome: 'done',
        policySha256: sha256,
        details: { revision: manifest.revision, sequence: manifest.sequence, origin: 'installed' },
      });
      await tx.query('insert into policy_activation (sequence, bundle_sha256, activated_at, entry_id) values ($1, $2, $3, $4)', [
        manifest.sequence,
        sha256,
        at,
        entry.entryId,
      ]);
    });
  }
}
