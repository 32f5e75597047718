import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { EntryId, Viewer } from '#libs/kernel';

/** A finished file, in memory. */
export interface ExportFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface WaitingExport extends ExportFile {
  readonly intentId: EntryId;
  readonly sha256: string;
}

/** How long an address is good for, in milliseconds. */
export const addressMs = 10 * 60_000;
const [nonceBytes, tagBytes] = [12, 16];

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Under a key that only the address holds: the database keeps names that it cannot read. */
const keyOf = (address: string): Buffer => Buffer.from(hkdfSync('sha256', address, '', 'cuao log export', 32));

/**
 * Exports that wait to be fetched: once, within minutes, by the person in the session that asked for them. In the database, so that any
 * copy of the gateway can hand one out; the worker's clock removes what nobody fetched (`InspectionClocks`).
 */
@Injectable()
export class LogExportStore {
  /** @returns the address: 256 random bits that stand nowhere else */
  async keep(
    tx: Tx,
    viewer: Viewer,
    intentId: EntryId,
    file: ExportFile,
    now: Date,
  ): Promise<{ readonly address: string; readonly expiresAt: Date }> {
    const address = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + addressMs);
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', keyOf(address), nonce);
    const body = Buffer.concat([cipher.update(file.bytes), cipher.final()]);
    await tx.query(
      `insert into log_export (address_sha256, person_id, session_id, intent_id, file_name, content_type, sha256, ciphertext, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        sha256Of(address),
        viewer.personId,
        viewer.sessionId,
        intentId,
        file.name,
        file.contentType,
        sha256Of(file.bytes),
        Buffer.concat([nonce, cipher.getAuthTag(), body]),
        expiresAt,
      ],
    );
    return { address, expiresAt };
  }

  /** Deletes those whose time is over; what is asked for here is all that the worker may read of them. */
  async removeExpired(tx: Tx, now: Date): Promise<readonly Pick<WaitingExport, 'intentId' | 'sha256'>[]> {
    const [gone] = await tx.query<[{ intentId: EntryId; sha256: string }[], number]>(
      `delete from log_export where expires_at <= $1 returning intent_id as "intentId", sha256`,
      [now],
    );
    return gone;
  }

  /** Takes it away and gives it; null for an address of nobody, of somebody else or of yesterday, and for the second time. */
  async take(tx: Tx, viewer: Viewer, address: string, now: Date): Promise<WaitingExport | null> {
    const [[row]] = await tx.query<
      [{ intent_id: EntryId; file_name: string; content_type: string; sha256: string; ciphertext: Buffer }[], number]
    >(
      `delete from log_export where address_sha256 = $1 and person_id = $2 and session_id = $3 and expires_at > $4
       returning intent_id, file_name, content_type, sha256, ciphertext`,
      [sha256Of(address), viewer.personId, viewer.sessionId, now],
    );
    if (row === undefined) return null;
    const { ciphertext } = row;
    const decipher = createDecipheriv('aes-256-gcm', keyOf(address), ciphertext.subarray(0, nonceBytes));
    decipher.setAuthTag(ciphertext.subarray(nonceBytes, nonceBytes + tagBytes));
    const bytes = Buffer.concat([decipher.update(ciphertext.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return { name: row.file_name, contentType: row.content_type, bytes, intentId: row.intent_id, sha256: row.sha256 };
  }
}
