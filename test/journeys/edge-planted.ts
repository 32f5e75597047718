import { createHash, randomBytes } from 'node:crypto';
import { newId, newIdV7, type Clock, type PlaybackSessionId } from '#libs/kernel';
import type { TestServices } from '../support/services.js';

export interface Planted {
  readonly id: PlaybackSessionId;
  readonly grantId: string;
  readonly signInId: string;
  readonly secret: string;
}

/**
 * A session as the gateway leaves it, with the rows that permit it. Planted beneath the constraints, because how a grant
 * comes about is another journey's matter: here only what the edge makes of the rows is looked at. `isRecorded: false` leaves out
 * the entry of the opening, as a gateway would that was made to skip the log.
 */
export async function plantSession(
  services: TestServices,
  clock: Clock,
  { secondsLeft = 600, sourceKind = 'virtual', isRecorded = true } = {},
): Promise<Planted> {
  const [person] = await services.sql<{ id: string; organisation_id: string }>('select id, organisation_id from person limit 1');
  const [camera] = await services.sql<{ id: string; owner_org_id: string }>(
    `select id, owner_org_id from camera where source_kind = $1 limit 1`,
    [sourceKind],
  );
  if (person === undefined || camera === undefined) throw new Error('the demo city is empty');
  const now = clock.now();
  const later = new Date(now.getTime() + secondsLeft * 1_000);
  const planted = { id: newId('pls'), grantId: newId('grt'), signInId: newId('ses'), secret: randomBytes(32).toString('base64url') };
  const [requestId, entryId] = [newId('req'), newIdV7('ent', now.getTime())];
  const leaf = JSON.stringify({ id: entryId, t: 'live_view.open' });
  if (isRecorded)
    await services.sql(
      `insert into audit_outbox (entry_id, producer, lane, leaf, leaf_hash, accepted_at) values ($1, 'planted', 'tx', $2, sha256('\\x00'::bytea || $2), $3)`,
      [entryId.slice(4), Buffer.from(leaf, 'utf8'), now],
    );
  await services.sql(`
    do $$ begin
      set local session_replication_role = replica;
      insert into session (id, person_id, role, way, token_hash, signed_in_at, created_at, last_seen_at, expires_at)
        values ('${planted.signInId}', '${person.id}', 'requester', 'TOKEN', '\\x${randomBytes(32).toString('hex')}', '${now.toISOString()}', '${now.toISOString()}', '${now.toISOString()}', '${later.toISOString()}');
      insert into access_grant (id, request_id, request_version, legal_basis_code, owner_org_id, holder_org_id, requester_person_id, lieu_basis,
          approval_id, approval_kind, approval_verdict, approval_person_id, approval_org_id, actions, window_from, window_to, obligations,
          policy_sha256, issued_at, expires_at, epoch)
        values ('${planted.grantId}', '${requestId}', 1, 'BLTTHS-88', '${camera.owner_org_id}', '${person.organisation_id}', '${person.id}', 'BLTTHS-88',
          'dcn_x', 'APPROVAL', 'APPROVE', 'per_x', 'org_x', '{live_view}', '${now.toISOString()}', '${later.toISOString()}', '[]',
          '${'0'.repeat(64)}', '${now.toISOString()}', '${later.toISOString()}', 1);
      insert into playback_session (id, grant_id, request_id, camera_id, person_id, organisation_id, viewer_session_id, mode, state, reason, grant_epoch, opened_position,
          decision_id, policy_revision, obligations, watermark_text, cookieless, secret_hash, secret_expires_at, entry_context, open_entry_id,
          opened_at, not_after)
        values ('${planted.id}', '${planted.grantId}', '${requestId}', '${camera.id}', '${person.id}', '${person.organisation_id}', '${planted.signInId}',
          'LIVE', 'opening', 'x', 1, (select position from revocation_counter), '${newIdV7('dec', now.getTime())}', 'r1', '[]', 'x', false,
          '\\x${createHash('sha256').update(planted.secret).digest('hex')}', '${new Date(now.getTime() + 30_000).toISOString()}',
          '${JSON.stringify({ basis: 'BLTTHS-88', policySha256: '0'.repeat(64), purpose: 'GIAO_THONG' })}', '${entryId}',
          '${now.toISOString()}', '${later.toISOString()}');
    end $$`);
  return planted;
}
