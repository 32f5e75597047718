import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT, type JWK } from 'jose';
import { demoPersonId } from '#libs/identity';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import { FactoryModule, ForgetfulModule, ProbeModule } from '../conformance/probe.js';
import { startTestGateway, type Answer, type TestGateway } from '../conformance/test-gateway.js';
import { layCable, type Cable } from '../support/cable.js';

let gateway: TestGateway;
let cable: Cable;
let mai: string;
beforeAll(async () => {
  const cables: Cable[] = [];
  gateway = await startTestGateway({
    modules: [ProbeModule],
    throughCable: async (url) => {
      cables.push(await layCable(url));
      return cables[0]?.url ?? url;
    },
  });
  cable = cables[0]!;
  mai = await gateway.token('mai');
});
afterAll(async () => {
  await gateway?.close();
  await cable?.close();
});

const codeOf = (answer: Answer): unknown => answer.body.errors?.[0]?.extensions['code'];
const who = '{ viewer { id role { code } } }';

describe('a bearer token', () => {
  it('makes its person the viewer, in the role of the token', async () => {
    const answer = await gateway.ask(who, { token: mai });
    expect(answer.body.data).toEqual({ viewer: { id: demoPersonId('mai'), role: { code: 'requester' } } });
  });

  it('never mixes roles: each token of one person acts in its own', async () => {
    const [asking, approving] = await Promise.all([gateway.token('hoa', 'requester'), gateway.token('hoa', 'approver')]);
    expect((await gateway.ask('{ forRequesters }', { token: asking })).body.data).toEqual({ forRequesters: 'requester' });
    expect(codeOf(await gateway.ask('{ forRequesters }', { token: approving }))).toBe('FORBIDDEN');
  });

  it('of a person with several roles and none asked for acts in none', async () => {
    const answer = await gateway.ask(`${who} `, { token: await gateway.token('hoa') });
    expect(answer.body.data).toEqual({ viewer: { id: demoPersonId('hoa'), role: null } });
    const refused = await gateway.ask('{ forRequesters }', { token: await gateway.token('hoa') });
    expect([refused.body.data, codeOf(refused)]).toEqual([{ forRequesters: null }, 'ROLE_NOT_CHOSEN']);
  });

  it('is not given for a role that the person does not hold', async () => {
    await expect(gateway.token('mai', 'approver')).rejects.toThrow(/không giữ vai trò/);
  });

  it('is believed no further than the record: a role that was taken away, a person who left', async () => {
    const binh = await gateway.token('binh');
    expect((await gateway.ask('{ forRequesters }', { token: binh })).status).toBe(200);
    await gateway.services.sql('delete from person_role where person_id = $1', [demoPersonId('binh')]);
    expect(codeOf(await gateway.ask('{ forRequesters }', { token: binh }))).toBe('ROLE_NOT_CHOSEN');
    await gateway.services.sql('update person set active = false, version = version + 1 where id = $1', [demoPersonId('binh')]);
    expect((await gateway.ask(who, { token: binh })).status).toBe(401);
  });

  it('is a session of its own, which can be ended', async () => {
    const phuc = await gateway.token('phuc');
    expect((await gateway.ask(who, { token: phuc })).status).toBe(200);
    await gateway.services.sql(`update session set ended_at = created_at, end_reason = 'REVOKED' where way = 'TOKEN' and person_id = $1`, [
      demoPersonId('phuc'),
    ]);
    expect((await gateway.ask(who, { token: phuc })).status).toBe(401);
  });

  it('is on the log once, however often it is used', async () => {
    const quan = await gateway.token('quan');
    await Promise.all([1, 2, 3].map(() => gateway.ask(who, { token: quan })));
    const rows = await gateway.services.sql<{ sessions: number }>(`select count(*)::int as sessions from session where person_id = $1`, [
      demoPersonId('quan'),
    ]);
    expect(rows[0]?.sessions).toBe(1);
    const entries = await gateway.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox');
    const signedIn = entries
      .map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as { t: string; role?: string })
      .filter(({ t, role }) => t === 'auth.signed_in' && role === 'duty_officer');
    expect(signedIn.length).toBe(1);
  });

  it('outlives a restart of the identity provider, which keeps its keys', async () => {
    const keys = async (): Promise<string> => (await fetch(`${gateway.idpUrl}/jwks`)).text();
    const [before, son] = [await keys(), await gateway.token('son')];
    const start = await gateway.stopIdp();
    expect((await gateway.ask(who, { token: son })).status).toBe(200);
    await start();
    expect(await keys()).toBe(before);
    expect((await gateway.ask(who, { token: son })).body.data).toMatchObject({ viewer: { id: demoPersonId('son') } });
  });

  it('that is not good is refused with one and the same answer, whatever is wrong', async () => {
    const bodies = new Set<string>();
    for (const [name, token] of await badTokens(gateway)) {
      const answer = await gateway.ask(who, { token });
      expect([name, answer.status]).toEqual([name, 401]);
      bodies.add(JSON.stringify(answer.body));
    }
    const basic = await gateway.ask(who, { headers: { authorization: 'Basic bWFpOm1haQ==' } });
    expect(basic.status).toBe(401);
    bodies.add(JSON.stringify(basic.body));
    expect([...bodies].length).toBe(1);
  });

  it('of a machine has no role: it reads what is public', async () => {
    const token = await gateway.machineToken('inspectorate-mirror');
    expect((await gateway.ask('{ viewer { id } probe { depth } }', { token })).body.data).toEqual({ viewer: null, probe: { depth: 0 } });
    expect(codeOf(await gateway.ask('{ forRequesters }', { token }))).toBe('UNAUTHENTICATED');
  });
});

describe('closed by default', () => {
  it('a field for a role refuses who has not signed in, and a resolved field is hidden with its own code', async () => {
    const anonymous = await gateway.ask('{ forRequesters }');
    expect([anonymous.body.data, codeOf(anonymous)]).toEqual([{ forRequesters: null }, 'UNAUTHENTICATED']);
    const partly = await gateway.ask('{ probe { depth hidden } }');
    expect([partly.status, partly.body.data, codeOf(partly)]).toEqual([200, { probe: { depth: 0, hidden: null } }, 'UNAUTHENTICATED']);
    expect((await gateway.ask('{ probe { hidden } }', { token: mai })).body.data).toEqual({ probe: { hidden: 'for requesters' } });
  });

  it.each([
    ['a field without a permission', ForgetfulModule, /ForgetfulResolver\.unmarked: a root field without @Requires/],
    ['a resolver that a factory makes', FactoryModule, /ProbeResolver: provided by a factory/],
  ])('the gateway does not start with %s, and says the remedy', async (_name, module, words) => {
    await expect(createGateway(gateway.config, { modules: [module] })).rejects.toMatchObject({
      name: 'Misuse',
      message: expect.stringMatching(words),
      remedy: expect.stringContaining('@Requires'),
    });
  });

  it('what a client says of itself is not believed', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-user-id': demoPersonId('dung'), 'x-request-id': 'mine' };
    const answer = await gateway.ask(who, { headers });
    expect(answer.body.data).toEqual({ viewer: null });
    expect(answer.headers.get('x-request-id')).not.toBe('mine');
  });
});

describe('a fault', () => {
  it('is masked: a code, words in two languages, a trace id, nothing from below', async () => {
    // Again and again: a document that comes often is compiled, and its errors are made elsewhere.
    for (let turn = 0; turn < 8; turn += 1) {
      const answer = await gateway.ask('{ secretive }');
      expect(answer.body).toEqual({
        data: { secretive: null },
        errors: [
          {
            message: 'Something went wrong here; the trace id stands beside.',
            path: ['secretive'],
            extensions: {
              code: 'INTERNAL',
              textVi: expect.any(String),
              textEn: expect.any(String),
              traceId: answer.headers.get('x-request-id'),
            },
          },
        ],
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it.each([
    ['policy', 'DECIDE'],
    ['log', 'RECORD'],
    ['database', 'RECORD'],
    ['edge', 'REVOKE'],
  ])('of a neighbour (%s) says which of decide, record, revoke could not be done', async (neighbour, cannot) => {
    const answer = await gateway.ask(`query down($n: String!) { down(neighbour: $n) }`, { variables: { n: neighbour } });
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', cannot });
    expect(JSON.stringify(answer.body)).not.toContain('10.0.0.7');
  });

  it('of the database refuses who comes with a token, by 503 and not by 401, and goes by itself', async () => {
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
    await cable.cut();
    const answer = await gateway.ask(who, { token: mai });
    expect([answer.status, answer.headers.get('retry-after'), answer.body.errors?.[0]?.extensions]).toEqual([
      503,
      '1',
      expect.objectContaining({ code: 'SERVICE_UNAVAILABLE', cannot: 'RECORD' }),
    ]);
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
    await cable.mend();
    expect((await gateway.ask(who, { token: mai })).status).toBe(200);
  });
});

/** Every way in which a token can be wrong (SEC-06). */
async function badTokens({ idpUrl, services }: TestGateway): Promise<[name: string, token: string][]> {
  const { jwks } = JSON.parse(await readFile(path.join(services.stateDir, 'idp/keys.json'), 'utf8')) as { jwks: { keys: JWK[] } };
  const jwk = jwks.keys[0]!;
  const key = await importJWK(jwk, 'ES256');
  const now = Math.floor(Date.now() / 1_000);
  const claims = { client_id: 'cuao-cli', role: 'requester' };
  const make = (change: {
    header?: object;
    claims?: object;
    sub?: string;
    iss?: string;
    aud?: string;
    exp?: number;
    nbf?: number;
    key?: Parameters<SignJWT['sign']>[0];
  }): Promise<string> => {
    const jwt = new SignJWT({ ...claims, ...change.claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid!, ...change.header })
      .setSubject(change.sub ?? demoPersonId('mai'))
      .setIssuer(change.iss ?? idpUrl)
      .setAudience(change.aud ?? 'urn:cuao:gateway')
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(change.exp ?? now + 60);
    return (change.nbf === undefined ? jwt : jwt.setNotBefore(change.nbf)).sign(change.key ?? key);
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = { ...claims, sub: demoPersonId('mai'), iss: idpUrl, aud: 'urn:cuao:gateway', jti: 'x', iat: now, exp: now + 60 };
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const secret = new TextEncoder().encode(JSON.stringify({ x: jwk.x, y: jwk.y }));
  const good = await make({});
  return [
    ['alg none', `${part({ alg: 'none', typ: 'at+jwt' })}.${part(payload)}.`],
    ['a symmetric algorithm with the public key as secret', await make({ header: { alg: 'HS256' }, key: secret })],
    ['a stranger’s key under our kid', await make({ key: stranger })],
    ['an unknown kid', await make({ header: { kid: 'nobody' } })],
    ['a key that the token brings along', await make({ header: { kid: 'own', jku: 'http://127.0.0.1:1/keys' }, key: stranger })],
    ['another type', await make({ header: { typ: 'JWT' } })],
    ['another audience', await make({ aud: 'urn:somebody:else' })],
    ['another issuer', await make({ iss: 'https://issuer.example' })],
    ['expired', await make({ exp: now - 1 })],
    ['not yet valid', await make({ nbf: now + 600 })],
    ['a person nobody knows', await make({ sub: demoPersonId('nobody') })],
    [
      'a changed payload',
      good
        .split('.')
        .with(1, part({ ...payload, role: 'approver' }))
        .join('.'),
    ],
    ['cut off', good.slice(0, -10)],
    ['no token at all', 'x'],
    ['far too long', 'a'.repeat(8_000)],
  ];
}
