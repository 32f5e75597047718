import { readFileSync } from 'node:fs';
import { newId, newIdV7 } from '#libs/kernel';
import { intruder, org, per } from './two-keys-hand.js';

// P3 at the bottom: whoever holds the gateway's database role and writes SQL by hand still needs two keys.

const { run, stoppedBy, decision, requestOf, keys, rowOf, insertGrant, now, sql, query } = intruder();

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
      [a.requestId, now()],
    );
    expect(await stoppedBy(insertGrant({ ...rowOf(a), request_version: 2 }))).toMatch(/^fk_access_grant_(consent|approval)$/);
  });

  it('does not fit on a consent that was withdrawn', async () => {
    const k = await keys();
    await run('update signed_decision set withdrawn_at = $2, withdrawn_by_id = $3, withdrawal_entry_id = $4 where id = $1', [
      k.consentId,
      now(),
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
    const { rows } = await query<{ id: string; owner: string }>(
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
      `insert into emergency_basis values ('PDPL-19.1.c', 'x')`,
      `delete from emergency_basis`,
    ])
      expect([sql, await stoppedBy(run(sql))]).toEqual([sql, 'permission']);
  });

  it('is bound to the very content that was shown', async () => {
    const { requestId } = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    const lie = run(
      `insert into request_version (request_id, version, content, digest, purpose_code, legal_basis_code, created_at) values ($1, 2, 'a', $2, 'x', 'y', $3)`,
      [requestId, 'ab'.repeat(32), now()],
    );
    expect(await stoppedBy(lie)).toBe('ck_request_version_digest');
  });

  it('has the same emergencies as the rule table asks proof of', async () => {
    const { bases } = JSON.parse(readFileSync('policies/tables/bases.json', 'utf8')) as {
      bases: Record<string, { rule: string; needsEmergencyProof?: boolean }>;
    };
    const proven = Object.entries(bases).flatMap(([code, row]) => (row.needsEmergencyProof === true ? [{ code, rule: row.rule }] : []));
    const stored = await sql<{ code: string; rule: string }>('select code, rule from emergency_basis order by code');
    expect(stored).toEqual(proven.sort((a, b) => (a.code < b.code ? -1 : 1)));
  });

  it('is an emergency only where a basis of the list and the document in the text say so together', async () => {
    const said = async (basis: string, content: string): Promise<boolean | undefined> =>
      (await query<{ said: boolean }>('select request_is_emergency($1, $2) as said', [basis, content])).rows[0]?.said;
    expect(await said('DATA-18.2.c', '{"emergencyDeclRef":"15/QĐ-UBND"}')).toBe(true);
    for (const content of ['{}', '[]', '"15/QĐ-UBND"', '{"emergencyDeclRef":null}', '{"emergencyDeclRef":"  "}'])
      expect([content, await said('DATA-18.2.c', content)]).toEqual([content, false]);
    for (const basis of ['PDPL-19.1.b', 'PDPL-19.1.c', 'BLTTHS-88'])
      expect(await said(basis, '{"emergencyDeclRef":"15/QĐ-UBND"}')).toBe(false);
    // Text that is no JSON, under a basis that needs no document: not an emergency, and no fault.
    expect(await said('PDPL-19.1.c', 'other')).toBe(false);
  });

  it('has the same bases in lieu of consent as the rule table', async () => {
    const { bases } = JSON.parse(readFileSync('policies/tables/bases.json', 'utf8')) as {
      bases: Record<string, { inLieuOfConsent: boolean; inspection?: boolean }>;
    };
    // Inspectors come on their own road, without a request.
    const named = Object.keys(bases).filter((code) => bases[code]!.inLieuOfConsent && bases[code]!.inspection !== true);
    const stored = await sql<{ code: string }>('select code from consent_lieu_basis order by code');
    expect(stored.map((row) => row.code).sort()).toEqual(named.sort());
  });
});
