import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { CameraId, PersonId, RequestId } from '#libs/kernel';

/** What drifts, counted over thirty days; the rules say what follows (POL-11, POL-12). */
const days = 30;
const dayMs = 86_400_000;

const since = (at: Date): Date => new Date(at.getTime() - days * dayMs);

/** Counts requests, never their content. A target is a camera: of several, the one that was asked for most often counts. */
@Injectable()
export class RepetitionRepository {
  /** How often this person asked for the most asked-for of these cameras, the present request among them. */
  async looksAt(tx: Tx, person: PersonId, cameras: readonly CameraId[], at: Date, present: RequestId | null = null): Promise<number> {
    const rows = await tx.query<{ looks: number }[]>(
      `select count(distinct r.id)::int as looks from sharing_request r join sharing_request_camera c on c.request_id = r.id
       where r.requester_person_id = $1 and c.camera_id = any($2) and r.submitted_at > $3 and r.submitted_at <= $4 and r.id is distinct from $5
       group by c.camera_id order by looks desc limit 1`,
      [person, [...cameras], since(at), at, present],
    );
    return (rows[0]?.looks ?? 0) + 1;
  }

  /** The same for requests that are there, each counted to the moment it was sent. */
  async looksOf(tx: Tx, ids: readonly RequestId[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; looks: number }[]>(
      `select r.id, max(t.looks)::int as looks from sharing_request r, lateral (
         select count(distinct o.id) as looks from sharing_request_camera mine
         join sharing_request_camera theirs on theirs.camera_id = mine.camera_id
         join sharing_request o on o.id = theirs.request_id and o.requester_person_id = r.requester_person_id
           and o.submitted_at <= r.submitted_at and o.submitted_at > r.submitted_at - make_interval(days => $2)
         where mine.request_id = r.id group by mine.camera_id) t
       where r.id = any($1) group by r.id`,
      [[...ids], days],
    );
    return new Map(rows.map((row) => [row.id, row.looks]));
  }

  /** How often these two approved each other's requests, whichever of them asked. */
  async approvalsBetween(tx: Tx, person: PersonId, others: readonly PersonId[], at: Date): Promise<ReadonlyMap<string, number>> {
    if (others.length === 0) return new Map();
    const rows = await tx.query<{ other: string; approvals: number }[]>(
      `select case when d.person_id = $1 then r.requester_person_id else d.person_id end as other, count(*)::int as approvals
       from signed_decision d join sharing_request r on r.id = d.request_id
       where d.kind = 'APPROVAL' and d.verdict = 'APPROVE' and d.signed_at > $3 and d.signed_at <= $4
         and (d.person_id = $1 and r.requester_person_id = any($2) or d.person_id = any($2) and r.requester_person_id = $1)
       group by 1`,
      [person, [...others], since(at), at],
    );
    return new Map(rows.map((row) => [row.other, row.approvals]));
  }
}
