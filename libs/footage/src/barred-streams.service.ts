import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import { Clock, type EntryId, type PlaybackSessionId } from '#libs/kernel';
import { OpenStreams, type Barred } from '#libs/regulation';
import { Revocations } from '#libs/sharing';

/** Cuts what the emergency list stops, over the same numbered list that every revocation takes to the edges. */
@Injectable()
export class BarredStreams extends OpenStreams {
  constructor(
    private readonly revocations: Revocations,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Each session once: what was taken back before is ended, or about to be. */
  async cut(tx: Tx, { people, cameras, roles }: Barred, entryId: string | null): Promise<number> {
    const open = await tx.query<{ id: PlaybackSessionId }[]>(
      `select s.id from playback_session s join session v on v.id = s.viewer_session_id
       where s.state <> 'ended' and (s.person_id = any($1) or s.camera_id = any($2) or v.role = any($3))
         and not exists (select from revocation r where r.selector_kind = 'session' and r.selector_id = s.id)`,
      [people, cameras, roles],
    );
    for (const { id } of open)
      await this.revocations.publish(
        tx,
        { kind: 'session', id },
        { at: this.clock.now(), reason: 'emergency_revoked', byPersonId: null, entryId: entryId as EntryId | null },
      );
    return open.length;
  }
}
