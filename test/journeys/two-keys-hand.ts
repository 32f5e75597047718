import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { newId, newIdV7 } from '#libs/kernel';
import { connectionOptions } from '#libs/database';
import { demoPersonId, organisationIdOf } from '#libs/identity';
import { createTestDatabase, type TestServices } from '../support/services.js';

export const org = (code: string): string => organisationIdOf(code);
export const per = (key: string): string => demoPersonId(key);

export interface Keys {
  readonly requestId: string;
  readonly cameraId: string;
  readonly consentId: string;
  readonly approvalId: string;
}

/** Somebody who holds the gateway's database role and writes rows by hand. For the top of a test file: it opens and closes with it. */
export function intruder() {
  let services: TestServices;
  let gateway: pg.Pool;
  /** Each test lives in a month of its own: nobody's looks and approvals of one test count in another. */
  let at = '2026-11-17T02:00:00.000Z';
  beforeEach(() => {
    at = new Date(Date.parse(at) + 31 * 86_400_000).toISOString();
  });
  const tomorrow = (): string => new Date(Date.parse(at) + 86_400_000).toISOString();

  beforeAll(async () => {
    services = await createTestDatabase({ content: 'city' });
    const { connectionString, options } = connectionOptions({
      databaseUrl: services.databaseUrl,
      role: 'cuao_gateway',
      poolSize: 2,
      applicationName: 'intruder',
    });
    gateway = new pg.Pool({ connectionString: String(connectionString), options: String(options), max: 2 });
    gateway.on('error', () => undefined);
  }, 60_000);
  afterAll(async () => {
    await gateway.end();
    await services.close();
  });

  const run = (sql: string, values: unknown[] = []): Promise<unknown> => gateway.query(sql, values);
  /** The constraint that stopped it, `permission` when the role may not, `done` when it went through. */
  async function stoppedBy(work: Promise<unknown>): Promise<string> {
    try {
      await work;
      return 'done';
    } catch (error) {
      const { code, constraint } = error as { code: string; constraint?: string };
      return code === '42501' ? 'permission' : (constraint ?? code);
    }
  }

  async function decision(
    requestId: string,
    kind: string,
    verdict: string,
    person: string,
    organisation: string,
    approvalsNeeded: number | null = null,
  ): Promise<string> {
    const id = newId('dcn');
    await run(
      `insert into signed_decision (id, request_id, request_version, digest, kind, verdict, person_id, organisation_id, role, signed_at, payload, signature, key_id, decision_id, entry_id, approvals_needed)
       select $1, v.request_id, v.version, v.digest, $3, $4, $5, $6, 'any', $7, '{}', $8, 'k', $9, $10, $11 from request_version v where v.request_id = $2 and v.version = 1`,
      [
        id,
        requestId,
        kind,
        verdict,
        per(person),
        org(organisation),
        at,
        randomBytes(64),
        newIdV7('dec', 1),
        newIdV7('ent', 1),
        approvalsNeeded,
      ],
    );
    return id;
  }

  let nextCamera = 0;
  /** A camera of its own for each request, so that nobody comes back to the same one unless the test says so. */
  async function requestOf(
    person: string,
    organisation: string,
    owner: string,
    basis = 'PDPL-19.1.c',
    wanted: { cameraId?: string; approvalsNeeded?: number } = {},
  ): Promise<{ requestId: string; cameraId: string }> {
    const requestId = newId('req');
    const { rows } = await gateway.query<{ id: string }>('select id from camera where owner_org_id = $1 order by code limit 1 offset $2', [
      org(owner),
      nextCamera++,
    ]);
    const cameraId = wanted.cameraId ?? rows[0]!.id;
    await run(
      `insert into sharing_request (id, code, state, version, requester_person_id, requester_org_id, requester_role, submitted_at, due_at)
       values ($1, $1, 'UNDER_REVIEW', 1, $2, $3, 'requester', $4, $4)`,
      [requestId, per(person), org(organisation), at],
    );
    await run(
      `insert into request_version (request_id, version, content, digest, purpose_code, legal_basis_code, created_at, approvals_needed)
       values ($1, 1, $2, encode(sha256(convert_to($2, 'UTF8')), 'hex'), 'TRAT_TU_DO_THI', $3, $4, $5)`,
      [requestId, `{"id":"${requestId}"}`, basis, at, wanted.approvalsNeeded ?? 1],
    );
    await run('insert into sharing_request_camera (request_id, camera_id, owner_org_id) values ($1, $2, $3)', [
      requestId,
      cameraId,
      org(owner),
    ]);
    return { requestId, cameraId };
  }

  async function keys(wanted: Parameters<typeof requestOf>[4] = {}, approver = 'dung'): Promise<Keys> {
    const { requestId, cameraId } = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem', 'PDPL-19.1.c', wanted);
    const consentId = await decision(requestId, 'CONSENT', 'CONSENT', 'thu', 'ubnd-hoan-kiem');
    const approvalId = await decision(requestId, 'APPROVAL', 'APPROVE', approver, 'catp-ha-noi', wanted.approvalsNeeded ?? 1);
    return { requestId, cameraId, consentId, approvalId };
  }

  const rowOf = (k: Keys): Record<string, unknown> => ({
    id: newId('grt'),
    request_id: k.requestId,
    request_version: 1,
    legal_basis_code: 'PDPL-19.1.c',
    owner_org_id: org('ubnd-hoan-kiem'),
    holder_org_id: org('so-xay-dung'),
    requester_person_id: per('mai'),
    consent_id: k.consentId,
    consent_kind: 'CONSENT',
    consent_verdict: 'CONSENT',
    consent_person_id: per('thu'),
    lieu_basis: null,
    approval_id: k.approvalId,
    approval_kind: 'APPROVAL',
    approval_verdict: 'APPROVE',
    approval_person_id: per('dung'),
    approval_org_id: org('catp-ha-noi'),
    actions: ['live_view'],
    window_from: at,
    window_to: tomorrow(),
    obligations: '[]',
    policy_sha256: 'x',
    issued_at: at,
    expires_at: tomorrow(),
    epoch: 1,
  });

  function insertGrant(row: Record<string, unknown>): Promise<unknown> {
    const names = Object.keys(row);
    return run(
      `insert into access_grant (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
  }

  return {
    run,
    stoppedBy,
    decision,
    requestOf,
    keys,
    rowOf,
    insertGrant,
    /** Instant of the running test's month. */
    now: (): string => at,
    sql: <Row extends object>(text: string): Promise<Row[]> => services.sql<Row>(text),
    query: <Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<Row>> =>
      gateway.query<Row>(text, values),
  };
}
