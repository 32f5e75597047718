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
const at = '2026-11-17T02:00:00.000Z';
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

async function decision(requestId: string, kind: string, verdict: string, person: string, organisation: string): Promise<string> {
  const id = newId('dcn');
  await run(
    `insert into signed_decision (id, request_id, request_version, digest, kind, verdict, person_id, organisation_id, role, signed_at, payload, signature, key_id, decision_id, entry_id)
     select $1, v.request_id, v.version, v.digest, $3, $4, $5, $6, 'any', $7, '{}', $8, 'k', $9, $10 from request_version v where v.request_id = $2 and v.version = 1`,
    [id, requestId, kind, verdict, per(person), org(organisation), at, randomBytes(64), newIdV7('dec', 1), newIdV7('ent', 1)],
  );
  return id;
}

async function requestOf(
  person: string,
  organisation: string,
  owner: string,
  basis = 'PDPL-19.1.c',
): Promise<{ requestId: string; cameraId: string }> {
  const requestId = newId('req');
  const { rows } = await gateway.query<{ id: string }>('select id from camera where owner_org_id = $1 limit 1', [org(owner)]);
  const cameraId = rows[0]!.id;
  await run(
    `insert into sharing_request (id, code, state, version, requester_person_id, requester_org_id, requester_role, submitted_at, due_at)
     values ($1, $1, 'UNDER_REVIEW', 1, $2, $3, 'requester', $4, $4)`,
    [requestId, per(person), org(organisation), at],
  );
  await run(
    `insert into request_version (request_id, version, content, digest, purpose_code, legal_basis_code, created_at)
     values ($1, 1, $2, encode(sha256(convert_to($2, 'UTF8')), 'hex'), 'TRAT_TU_DO_THI', $3, $4)`,
    [requestId, `{"id":"${requestId}"}`, basis, at],
  );
  await run('insert into sharing_request_camera (request_id, camera_id, owner_org_id) values ($1, $2, $3)', [
    requestId,
    cameraId,
    org(owner),
  ]);
  return { requestId, cameraId };
}

async function keys(): Promise<Keys> {
  const { requestId, cameraId } = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
  const consentId = await decision(requestId, 'CONSENT', 'CONSENT', 'thu', 'ubnd-hoan-kiem');
  const approvalId = await decision(requestId, 'APPROVAL', 'APPROVE', 'dung', 'catp-ha-noi');
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
  window_to: '2026-11-18T02:00:00.000Z',
  obligations: '[]',
  policy_sha256: 'x',
  issued_at: at,
  expires_at: '2026-11-18T02:00:00.000Z',
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

describe('what was decided', () => {
  it('cannot be changed or removed by the gateway', async () => {
    const k = await keys();
    await insertGrant(rowOf(k));
    for (const sql of [
      `update signed_decision set verdict = 'CONSENT'`,
      `update signed_decision set digest = digest`,
      'delete from signed_decision',
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
