import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { newId, newIdV7 } from '#libs/kernel';
import { connectionOptions } from '#libs/database';
import { demoPersonId, organisationIdOf } from '#libs/identity';
import { createTestDatabase, type TestServices } from '../support/services.js';

// P3 at the bottom: whoever holds the gateway's database role and writes SQL by hand still needs two keys.

let services: TestServices;
let gateway: pg.Pool;
/** Each test lives in a month of its own: nobody's looks and approvals of one test count in another. */
let at = '2026-11-17T02:00:00.000Z';
beforeEach(() => {
  at = new Date(Date.parse(at) + 31 * 86_400_000).toISOString();
});
const tomorrow = (): string => new Date(Date.parse(at) + 86_400_000).toISOString();
const org = (code: string): string => organisationIdOf(code);
const per = (key: string): string => demoPersonId(key);

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

interface Keys {
  readonly requestId: string;
  readonly cameraId: string;
  readonly consentId: string;
  readonly approvalId: string;
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
  return run(`insert into access_grant (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(row));
}

describe('a grant row, written by hand as the gateway', () => {
  it('fits with two keys of different hands', async () => {
    expect(await stoppedBy(insertGrant(rowOf(await keys())))).toBe('done');
  });

  it("does not fit without the owner's key", async () => {
    const k = await keys();
    const none = { consent_id: null, consent_kind: null, consent_verdict: null, consent_person_id: null };
    expect(await stoppedBy(insertGrant({ ...rowOf(k), ...none }))).toBe('ck_access_grant_owner_key');
    expect(await stoppedBy(insertGrant({ ...rowOf(k), consent_id: newId('dcn') }))).toBe('fk_access_grant_consent');
    expect(await stoppedBy(insertGrant({ ...rowOf(k), consent_verdict: 'DECLINE' }))).toBe('ck_access_grant_owner_key');
    const declined = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    const refusal = await decision(declined.requestId, 'CONSENT', 'DECLINE', 'thu', 'ubnd-hoan-kiem');
    const approval = await decision(declined.requestId, 'APPROVAL', 'APPROVE', 'dung', 'catp-ha-noi');
    expect(await stoppedBy(insertGrant(rowOf({ ...declined, consentId: refusal, approvalId: approval })))).toBe('fk_access_grant_consent');
  });

  it("does not fit without the police's key, or with a refusal in its place", async () => {
    const k = await keys();
    expect(await stoppedBy(insertGrant({ ...rowOf(k), approval_id: newId('dcn') }))).toBe('fk_access_grant_approval');
    expect(
      await stoppedBy(
        insertGrant({ ...rowOf(k), approval_id: k.consentId, approval_person_id: per('thu'), approval_org_id: org('ubnd-hoan-kiem') }),
      ),
    ).toBe('ck_access_grant_different_hands');
    const other = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    const consentId = await decision(other.requestId, 'CONSENT', 'CONSENT', 'thu', 'ubnd-hoan-kiem');
    const approvalId = await decision(other.requestId, 'APPROVAL', 'REFUSE', 'dung', 'catp-ha-noi');
    expect(await stoppedBy(insertGrant(rowOf({ ...other, consentId, approvalId })))).toBe('fk_access_grant_approval');
    expect(await stoppedBy(insertGrant({ ...rowOf({ ...other, consentId, approvalId }), approval_verdict: 'REFUSE' }))).toBe(
      'ck_access_grant_police_key',
    );
  });

  it("does not fit with both keys in one hand, one body, or the requester's own", async () => {
    const oneBody = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    const consentId = await decision(oneBody.requestId, 'CONSENT', 'CONSENT', 'thu', 'ubnd-hoan-kiem');
    const approvalId = await decision(oneBody.requestId, 'APPROVAL', 'APPROVE', 'phuc', 'ubnd-hoan-kiem');
    const same = {
      ...rowOf({ ...oneBody, consentId, approvalId }),
      approval_person_id: per('phuc'),
      approval_org_id: org('ubnd-hoan-kiem'),
    };
    expect(await stoppedBy(insertGrant(same))).toBe('ck_access_grant_different_hands');

    const onePerson = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    const first = await decision(onePerson.requestId, 'CONSENT', 'CONSENT', 'thu', 'ubnd-hoan-kiem');
    const second = await decision(onePerson.requestId, 'APPROVAL', 'APPROVE', 'thu', 'catp-ha-noi');
    expect(
      await stoppedBy(insertGrant({ ...rowOf({ ...onePerson, consentId: first, approvalId: second }), approval_person_id: per('thu') })),
    ).toBe('ck_access_grant_different_hands');

    const own = await requestOf('dung', 'catp-ha-noi', 'ubnd-hoan-kiem');
    const ownConsent = await decision(own.requestId, 'CONSENT', 'CONSENT', 'thu', 'ubnd-hoan-kiem');
    const ownApproval = await decision(own.requestId, 'APPROVAL', 'APPROVE', 'dung', 'catp-ha-noi');
    const self = {
      ...rowOf({ ...own, consentId: ownConsent, approvalId: ownApproval }),
      holder_org_id: org('catp-ha-noi'),
      requester_person_id: per('dung'),
    };
    expect(await stoppedBy(insertGrant(self))).toBe('ck_access_grant_different_hands');
    // Lying about who asked does not help: the request knows.
    expect(await stoppedBy(insertGrant({ ...self, holder_org_id: org('so-xay-dung'), requester_person_id: per('mai') }))).toBe(
      'fk_access_grant_requester',
    );
  });

  it('does not fit with the keys of another request, or of an earlier version of it', async () => {
    const [a, b] = [await keys(), await keys()];
    expect(await stoppedBy(insertGrant(rowOf({ ...a, consentId: b.consentId })))).toBe('fk_access_grant_consent');
    await run(
      `insert into request_version (request_id, version, content, digest, purpose_code, legal_basis_code, created_at)
       values ($1, 2, 'other', encode(sha256(convert_to('other', 'UTF8')), 'hex'), 'TRAT_TU_DO_THI', 'PDPL-19.1.c', $2)`,
      [a.requestId, at],
    );
    expect(await stoppedBy(insertGrant({ ...rowOf(a), request_version: 2 }))).toMatch(/^fk_access_grant_(consent|approval)$/);
  });

  it('does not fit on a consent that was withdrawn', async () => {
    const k = await keys();
    await run('update signed_decision set withdrawn_at = $2, withdrawn_by_id = $3, withdrawal_entry_id = $4 where id = $1', [
      k.consentId,
      at,
      per('thu'),
      newIdV7('ent', 1),
    ]);
    expect(await stoppedBy(insertGrant(rowOf(k)))).toBe('tr_access_grant_keys_stand');
  });

  it('takes a basis in lieu of consent only from the closed list, and only the one of the request', async () => {
    const none = { consent_id: null, consent_kind: null, consent_verdict: null, consent_person_id: null };
    const ordinary = await keys();
    expect(await stoppedBy(insertGrant({ ...rowOf(ordinary), ...none, lieu_basis: 'PDPL-19.1.c' }))).toBe('fk_access_grant_lieu');
    expect(await stoppedBy(insertGrant({ ...rowOf(ordinary), ...none, lieu_basis: 'BLTTHS-88' }))).toBe('ck_access_grant_owner_key');
    expect(await stoppedBy(insertGrant({ ...rowOf(ordinary), ...none, lieu_basis: 'BLTTHS-88', legal_basis_code: 'BLTTHS-88' }))).toBe(
      'fk_access_grant_basis',
    );
    const procedural = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem', 'BLTTHS-88');
    const approvalId = await decision(procedural.requestId, 'APPROVAL', 'APPROVE', 'dung', 'catp-ha-noi');
    const row = { ...rowOf({ ...procedural, consentId: '', approvalId }), ...none, lieu_basis: 'BLTTHS-88', legal_basis_code: 'BLTTHS-88' };
    expect(await stoppedBy(insertGrant(row))).toBe('done');
  });

  it('covers no camera that was not asked for, and none of another owner', async () => {
    const k = await keys();
    const row = rowOf(k);
    await insertGrant(row);
    const { rows } = await gateway.query<{ id: string; owner: string }>(
      'select id, owner_org_id as owner from camera where id <> $1 and owner_org_id = any($2) order by owner_org_id',
      [k.cameraId, [org('ubnd-hoan-kiem'), org('hanoi-metro')]],
    );
    const cover = (cameraId: string, owner: string): Promise<unknown> =>
      run('insert into access_grant_camera (grant_id, camera_id, request_id, owner_org_id) values ($1, $2, $3, $4)', [
        row['id'],
        cameraId,
        k.requestId,
        owner,
      ]);
    expect(await stoppedBy(cover(rows.find((one) => one.owner === org('ubnd-hoan-kiem'))!.id, org('ubnd-hoan-kiem')))).toBe(
      'fk_access_grant_camera_request',
    );
    expect(await stoppedBy(cover(rows.find((one) => one.owner === org('hanoi-metro'))!.id, org('hanoi-metro')))).toMatch(
      /^fk_access_grant_camera_/,
    );
    expect(await stoppedBy(cover(k.cameraId, org('ubnd-hoan-kiem')))).toBe('done');
  });
});

const secondOf = (id: string, person: string, organisation: string): Record<string, unknown> => ({
  second_approval_id: id,
  second_approval_kind: 'APPROVAL',
  second_approval_verdict: 'APPROVE',
  second_approval_person_id: per(person),
  second_approval_org_id: org(organisation),
});

describe('where two approvers are wanted, a grant row written by hand', () => {
  it('does not fit on one approval, whatever the row says, and fits on two of different people', async () => {
    const k = await keys({ approvalsNeeded: 2 });
    expect(await stoppedBy(insertGrant(rowOf(k)))).toBe('tr_access_grant_second_hand');
    const second = await decision(k.requestId, 'APPROVAL', 'APPROVE', 'vinh', 'catp-ha-noi', 2);
    expect(await stoppedBy(insertGrant({ ...rowOf(k), ...secondOf(second, 'vinh', 'catp-ha-noi') }))).toBe('done');
  });

  it('does not fit on one approval that itself waits for a second', async () => {
    const { requestId, cameraId } = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    const consentId = await decision(requestId, 'CONSENT', 'CONSENT', 'thu', 'ubnd-hoan-kiem');
    const approvalId = await decision(requestId, 'APPROVAL', 'APPROVE', 'dung', 'catp-ha-noi', 2);
    expect(await stoppedBy(insertGrant(rowOf({ requestId, cameraId, consentId, approvalId })))).toBe('tr_access_grant_second_hand');
  });

  it('does not fit on one approval at the fifth look at a camera, though every row of it says that one is enough', async () => {
    const { cameraId } = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    for (let look = 2; look <= 4; look += 1) expect(await stoppedBy(insertGrant(rowOf(await keys({ cameraId }))))).toBe('done');
    expect(await stoppedBy(insertGrant(rowOf(await keys({ cameraId }))))).toBe('tr_access_grant_second_hand');
  });

  it('does not fit on one approval of a pair that decided together ten times', async () => {
    const since = await gateway.query<{ approvals: number }>(
      `select count(*)::int as approvals from signed_decision d join sharing_request r on r.id = d.request_id
       where d.kind = 'APPROVAL' and d.verdict = 'APPROVE' and d.person_id = $1 and r.requester_person_id = $2`,
      [per('hoa'), per('mai')],
    );
    expect(since.rows[0]?.approvals).toBe(0);
    for (let i = 0; i < 10; i += 1) {
      const row = { ...rowOf(await keys({}, 'hoa')), approval_person_id: per('hoa') };
      expect(await stoppedBy(insertGrant(row))).toBe('done');
    }
    const row = { ...rowOf(await keys({}, 'hoa')), approval_person_id: per('hoa') };
    expect(await stoppedBy(insertGrant(row))).toBe('tr_access_grant_second_hand');
  });

  it('does not fit when the second hand is the first, the requester, the owner, of their bodies, or half stated', async () => {
    const k = await keys({ approvalsNeeded: 2 });
    const row = rowOf(k);
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(k.approvalId, 'dung', 'catp-ha-noi') }))).toBe(
      'ck_access_grant_second_approval',
    );
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(k.consentId, 'thu', 'ubnd-hoan-kiem') }))).toBe(
      'ck_access_grant_second_approval',
    );
    const lent = await decision(k.requestId, 'APPROVAL', 'APPROVE', 'thu', 'catp-ha-noi', 2);
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(lent, 'thu', 'catp-ha-noi') }))).toBe('ck_access_grant_second_approval');
    const own = await decision(k.requestId, 'APPROVAL', 'APPROVE', 'mai', 'catp-ha-noi', 2);
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(own, 'mai', 'catp-ha-noi') }))).toBe('ck_access_grant_second_approval');
    const holder = await decision(k.requestId, 'APPROVAL', 'APPROVE', 'hung', 'so-xay-dung', 2);
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(holder, 'hung', 'so-xay-dung') }))).toBe('ck_access_grant_second_approval');
    const refused = await decision(k.requestId, 'APPROVAL', 'REFUSE', 'hoa', 'catp-ha-noi');
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(refused, 'hoa', 'catp-ha-noi') }))).toBe('fk_access_grant_second_approval');
    const other = await keys({ approvalsNeeded: 2 }, 'vinh');
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(other.approvalId, 'vinh', 'catp-ha-noi') }))).toBe(
      'fk_access_grant_second_approval',
    );
    const { second_approval_kind: _kind, ...half } = secondOf(other.approvalId, 'vinh', 'catp-ha-noi');
    expect(await stoppedBy(insertGrant({ ...row, ...half }))).toBe('ck_access_grant_second_approval');
  });

  it('cannot be prepared by one person signing twice, nor by an owner or reviewer body deciding twice', async () => {
    const k = await keys({ approvalsNeeded: 2 });
    expect(await stoppedBy(decision(k.requestId, 'APPROVAL', 'APPROVE', 'dung', 'catp-ha-noi', 2))).toBe('uq_signed_decision_person');
    expect(await stoppedBy(decision(k.requestId, 'APPROVAL', 'APPROVE', 'dung', 'pc08', 2))).toBe('uq_signed_decision_person');
    expect(await stoppedBy(decision(k.requestId, 'CONSENT', 'CONSENT', 'phuc', 'ubnd-hoan-kiem'))).toBe('uq_signed_decision_once');
    expect(await stoppedBy(decision(k.requestId, 'REVIEW', 'FORWARD', 'son', 'pc08', 1))).toBe('ck_signed_decision_approvals');
  });

  it('is counted by the numbers of the rules', async () => {
    const { limits } = JSON.parse(readFileSync('policies/tables/limits.json', 'utf8')) as {
      limits: { sameTarget: number; pairApprovals: number };
    };
    const rows = await services.sql<{ reason: string; least: number }>('select reason, least from second_approval_limit order by reason');
    expect(rows).toEqual([
      { reason: 'pair_approves_again', least: limits.pairApprovals },
      { reason: 'same_target_again', least: limits.sameTarget },
    ]);
  });
});

describe('what was decided', () => {
  it('cannot be changed or removed by the gateway', async () => {
    const k = await keys();
    await insertGrant(rowOf(k));
    for (const sql of [
      `update signed_decision set verdict = 'CONSENT'`,
      `update signed_decision set digest = digest`,
      'delete from signed_decision',
      `update signed_decision set approvals_needed = 1`,
      `update request_version set approvals_needed = 1`,
      `update second_approval_limit set least = 1000`,
      `update access_grant set second_approval_id = null`,
      `update access_grant set owner_org_id = owner_org_id`,
      `update access_grant set expires_at = expires_at`,
      'delete from access_grant',
      'update request_version set content = content',
      'delete from request_version',
      'update request_event set at = at',
      'update revocation set reason = reason',
      'delete from revocation',
      `insert into consent_lieu_basis values ('PDPL-9', 'x')`,
    ])
      expect([sql, await stoppedBy(run(sql))]).toEqual([sql, 'permission']);
  });

  it('is bound to the very content that was shown', async () => {
    const { requestId } = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    const lie = run(
      `insert into request_version (request_id, version, content, digest, purpose_code, legal_basis_code, created_at) values ($1, 2, 'a', $2, 'x', 'y', $3)`,
      [requestId, 'ab'.repeat(32), at],
    );
    expect(await stoppedBy(lie)).toBe('ck_request_version_digest');
  });

  it('has the same bases in lieu of consent as the rule table', async () => {
    const { bases } = JSON.parse(readFileSync('policies/tables/bases.json', 'utf8')) as {
      bases: Record<string, { inLieuOfConsent: boolean; inspection?: boolean }>;
    };
    // Inspectors come on their own road, without a request.
    const named = Object.keys(bases).filter((code) => bases[code]!.inLieuOfConsent && bases[code]!.inspection !== true);
    const stored = await services.sql<{ code: string }>('select code from consent_lieu_basis order by code');
    expect(stored.map((row) => row.code).sort()).toEqual(named.sort());
  });
});
