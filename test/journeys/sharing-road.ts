import type { CameraId, GrantId, RequestId, RoleCode, Viewer } from '#libs/kernel';
import { OwnerActs, type ConsentOutcome } from '../../libs/sharing/src/request/owner-acts.service.js';
import { ApprovalActs } from '../../libs/sharing/src/request/approval-acts.service.js';
import { PoliceActs, type PoliceOutcome } from '../../libs/sharing/src/request/police-acts.service.js';
import type { RawRequestForm } from '../../libs/sharing/src/request/request-form.js';
import { Submissions } from '../../libs/sharing/src/request/submissions.service.js';
import { openHouse, type SharingHouse } from './sharing-house.js';

/** One entry of the log, as far as these journeys read it. */
export interface LoggedLeaf {
  readonly t: string;
  readonly outcome: string;
  readonly rules?: readonly string[];
  readonly request?: string;
}

const demo = {
  mai: 'requester',
  hung: 'agency_head',
  thu: 'owner',
  phuc: 'owner',
  son: 'reviewer',
  dung: 'approver',
  hoa: 'approver',
  vinh: 'approver',
  binh: 'requester',
} as const satisfies Record<string, RoleCode>;

/** The people of the demo city on the road of a request, step by step, on a house of their own. */
export class SharingRoad {
  private constructor(
    readonly house: SharingHouse,
    readonly people: Readonly<Record<keyof typeof demo, Viewer>>,
    /** Public cameras of the ward Hoàn Kiếm for urban order, and of the metro for traffic. */
    readonly wardCameras: readonly CameraId[],
    readonly metroCameras: readonly CameraId[],
  ) {}

  static async open(): Promise<SharingRoad> {
    const house = await openHouse();
    const people = await Promise.all(Object.entries(demo).map(async ([key, role]) => [key, await house.as(key, role)] as const));
    const camerasOf = async (owner: string, mission: string): Promise<CameraId[]> => {
      const rows = await house.services.sql<{ id: CameraId }>(
        `select c.id from camera c join organisation o on o.id = c.owner_org_id
         where o.code = $1 and c.mission_class = $2 and c.is_public_place order by c.code limit 5`,
        [owner, mission],
      );
      return rows.map((row) => row.id);
    };
    return new SharingRoad(
      house,
      Object.fromEntries(people) as Record<keyof typeof demo, Viewer>,
      await camerasOf('ubnd-hoan-kiem', 'TRAT_TU_DO_THI'),
      await camerasOf('hanoi-metro', 'GIAO_THONG'),
    );
  }

  get submissions(): Submissions {
    return this.house.get(Submissions);
  }
  get owners(): OwnerActs {
    return this.house.get(OwnerActs);
  }
  get approvals(): ApprovalActs {
    return this.house.get(ApprovalActs);
  }
  get police(): PoliceActs {
    return this.house.get(PoliceActs);
  }

  sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.house.services.sql<Row>(text, values);
  }

  inHours(hours: number): Date {
    return new Date(this.house.clock.nowMs() + hours * 3_600_000);
  }

  form(overrides: Partial<RawRequestForm> = {}): RawRequestForm {
    return {
      actions: ['live_view'],
      purposeCode: 'TRAT_TU_DO_THI',
      legalBasisCode: 'PDPL-19.1.c',
      reason: 'Xác minh phản ánh lấn chiếm vỉa hè quanh hồ Hoàn Kiếm',
      writtenRequestNumber: '123/SXD-HT',
      writtenRequestDate: '2026-11-10',
      writtenRequestIssuer: 'Sở Xây dựng Hà Nội',
      caseReference: 'HS-2026-77',
      dataType: 'video',
      detailLevel: 'đường phố',
      volume: '1 camera, 8 giờ',
      accessFrequency: 'một lần',
      deliveryMethod: 'xem trực tiếp',
      cameraIds: this.wardCameras.slice(0, 1),
      windowFrom: this.inHours(-1),
      windowTo: this.inHours(8),
      ...overrides,
    };
  }

  async submitted(overrides: Partial<RawRequestForm> = {}): Promise<RequestId> {
    const outcome = await this.submissions.submit(this.people.mai, this.form(overrides), null);
    if (outcome.kind !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
    return outcome.requestId;
  }

  async consent(viewer: Viewer, requestId: RequestId, verdict: 'CONSENT' | 'DECLINE' = 'CONSENT'): Promise<ConsentOutcome> {
    return this.owners.answer(viewer, { requestId, verdict, shownDigest: await this.digestOf(requestId), note: null });
  }

  async review(requestId: RequestId, verdict: 'FORWARD' | 'RETURN' | 'REFUSE' = 'FORWARD'): Promise<PoliceOutcome> {
    return this.police.review(this.people.son, { requestId, verdict, shownDigest: await this.digestOf(requestId), note: null });
  }

  async approve(viewer: Viewer, requestId: RequestId, expiresAt: Date | null = null): Promise<PoliceOutcome> {
    const input = { requestId, verdict: 'APPROVE', shownDigest: await this.digestOf(requestId), note: null } as const;
    return this.approvals.approve(viewer, input, expiresAt);
  }

  async granted(overrides: Partial<RawRequestForm> = {}): Promise<{ requestId: RequestId; grantId: GrantId }> {
    const requestId = await this.submitted(overrides);
    await this.consent(this.people.thu, requestId);
    await this.review(requestId);
    const first = await this.approve(this.people.dung, requestId);
    const waits = first.kind === 'signed' && first.grantIds.length === 0;
    const outcome = waits ? await this.approve(this.people.vinh, requestId) : first;
    const grantId = outcome.kind === 'signed' ? outcome.grantIds[0] : undefined;
    if (grantId === undefined) throw new Error(`not approved: ${JSON.stringify(outcome)}`);
    return { requestId, grantId };
  }

  async digestOf(id: RequestId): Promise<string> {
    const rows = await this.sql<{ digest: string }>(
      'select v.digest from request_version v join sharing_request r on r.id = v.request_id and r.version = v.version where r.id = $1',
      [id],
    );
    return rows[0]?.digest ?? '';
  }

  async stateOf(id: RequestId): Promise<string> {
    return (await this.sql<{ state: string }>('select state from sharing_request where id = $1', [id]))[0]?.state ?? '';
  }

  async lastEntries(count: number): Promise<LoggedLeaf[]> {
    const rows = await this.sql<{ leaf: Buffer }>('select leaf from audit_outbox order by id desc limit $1', [count]);
    return rows.reverse().map(({ leaf }) => JSON.parse(leaf.toString()) as LoggedLeaf);
  }
}
