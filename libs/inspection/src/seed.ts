import { createHash } from 'node:crypto';
import type { Tx } from '#libs/database';
import { demoPersonId, organisationIdOf } from '#libs/identity';
import { hanoiOffsetMs, idFromBytes, SystemClock, type Clock, type InspectionDecisionId } from '#libs/kernel';

/** Bodies that the demo city's one inspection reaches. */
const inspectedCodes = ['so-xay-dung', 'catp-ha-noi', 'pc08', 'ubnd-hoan-kiem', 'hanoi-metro'] as const;

export interface HalfYear {
  /** First instant of the half-year in Hà Nội, and the first after it. */
  readonly from: Date;
  readonly to: Date;
  /** `2026h2` */
  readonly name: string;
}

/** The half-year that contains the instant, by the calendar of Hà Nội. */
export function halfYearOf(at: Date): HalfYear {
  const local = new Date(at.getTime() + hanoiOffsetMs);
  const year = local.getUTCFullYear();
  const second = local.getUTCMonth() >= 6;
  const begin = (y: number, month: number): Date => new Date(Date.UTC(y, month, 1) - hanoiOffsetMs);
  return {
    from: begin(year, second ? 6 : 0),
    to: second ? begin(year + 1, 0) : begin(year, 6),
    name: `${year}h${second ? 2 : 1}`,
  };
}

/**
 * Plants the demo city's inspection decision of the running half-year: Khánh heads it, Linh is a member, records only.
 * May be run again; an existing decision is left as it stands.
 */
export async function seedInspection(tx: Tx, clock: Clock = new SystemClock()): Promise<void> {
  const at = clock.now();
  const half = halfYearOf(at);
  const id: InspectionDecisionId = idFromBytes('ins', createHash('sha256').update(`cuao demo inspection ${half.name}`).digest());
  await tx.query(
    `insert into inspection_decision (id, decision_no, issuing_organisation_id, issuer_person_id, issuer_title, mode, contents,
       period_from, period_to, announced_at, ends_at, needs_content, content_justification, created_at)
     values ($1, $2, $3, null, 'Chánh Thanh tra Thành phố', 'REMOTE', $4, $5, $6, $5, $6, false, null, $7)
     on conflict do nothing`,
    [
      id,
      `${half.name.endsWith('2') ? 218 : 97}/QĐ-TTTP-${half.name.slice(0, 4)}`,
      organisationIdOf('thanh-tra-tp'),
      ['Việc truy cập, chia sẻ hình ảnh camera'],
      half.from,
      half.to,
      at,
    ],
  );
  for (const [key, isHead] of [
    ['khanh', true],
    ['linh', false],
  ] as const)
    await tx.query(
      `insert into inspection_team_member (inspection_decision_id, person_id, is_head) values ($1, $2, $3) on conflict do nothing`,
      [id, demoPersonId(key), isHead],
    );
  await tx.query(
    `insert into inspected_organisation (inspection_decision_id, organisation_id) select $1, unnest($2::text[]) on conflict do nothing`,
    [id, inspectedCodes.map((code) => organisationIdOf(code))],
  );
}
