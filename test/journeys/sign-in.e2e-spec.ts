import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPersonId } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { TrustedDocuments } from '../../apps/gateway/src/graphql/trusted-documents.js';
import { Browser } from '../conformance/browser.js';
import { ProbeModule } from '../conformance/probe.js';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';

/** The present, which a test may move on. */
class MovedClock extends Clock {
  private aheadMs = 0;
  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }
  moveMinutes(minutes: number): void {
    this.aheadMs += minutes * 60_000;
  }
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const who = 'query Who { viewer { id role { code } roles { code } lastSignInAt otherSessions sessionExpiresAt actions } }';
const choose =
  'mutation Choose($role: String!) { chooseRole(role: $role) { __typename ... on Problem { code textVi } ... on RoleChosen { viewer { role { code } } } } }';
const restricted = 'query Restricted { forRequesters }';
const documents = TrustedDocuments.of(Object.fromEntries([who, choose, restricted].map((text) => [hash(text), text])));

const clock = new MovedClock();
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ clock, documents, modules: [ProbeModule] });
});
afterAll(() => gateway?.close());

interface Said {
  readonly status: number;
  readonly data: Record<string, never> & { viewer?: Record<string, unknown> | null; chooseRole?: Record<string, unknown> };
  readonly code: unknown;
}

/** What the portal does: a trusted document by its hash, our header, from our page. */
async function ask(
  browser: Browser,
  text: string,
  variables: object = {},
  change: { body?: object; headers?: Record<string, string> } = {},
): Promise<Said> {
  const answer = await browser.visit(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: gateway.url,
      'sec-fetch-site': 'same-origin',
      'x-cuao-csrf': '1',
      ...change.headers,
    },
    body: JSON.stringify(change.body ?? { documentId: hash(text), variables }),
  });
  const body = (await answer.json()) as { data?: Said['data']; errors?: { extensions: { code: string } }[] };
  return { status: answer.status, data: body.data ?? ({} as Said['data']), code: body.errors?.[0]?.extensions.code };
}

/** Somebody who has typed their password and is about to be sent back. @returns the browser and where it goes next */
async function atTheDoor(key: string): Promise<[browser: Browser, callback: string]> {
  const browser = new Browser();
  const page = await browser.open(`${gateway.url}/auth/login`);
  const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const form = new URLSearchParams({ username: key, password: key });
  const posted = await browser.visit(new URL(action, page.url).href, { method: 'POST', body: form });
  const resumed = await browser.visit(new URL(posted.headers.get('location') ?? '', page.url).href);
  return [browser, resumed.headers.get('location') ?? ''];
}

const entriesOf = async (type: string): Promise<object[]> =>
  (await gateway.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox order by id'))
    .map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as { t: string })
    .filter(({ t }) => t === type);

describe('signing in by the identity provider', () => {
  it('ends in a session of the only role, at the page that was asked for, and on the log', async () => {
    const browser = new Browser();
    const end = await browser.signIn(gateway.url, 'mai', '/camera?phuong=00070');
    expect(end.url).toBe(`${gateway.url}/camera?phuong=00070`);
    const { data } = await ask(browser, who);
    expect(data.viewer).toMatchObject({
      id: demoPersonId('mai'),
      role: { code: 'requester' },
      roles: [{ code: 'requester' }],
      otherSessions: 0,
    });
    expect(data.viewer?.['actions']).toContain('live_view');
    const [entry] = (await entriesOf('auth.signed_in')).slice(-1);
    expect(entry).toMatchObject({
      t: 'auth.signed_in',
      org: 'so-xay-dung',
      role: 'requester',
      outcome: 'done',
      details: { way: 'BROWSER' },
    });
    expect(JSON.stringify(entry)).not.toContain('Mai');
  });

  it('keeps only the hash of the cookie, and tells the browser to guard it', async () => {
    const [browser, back] = await atTheDoor('thu');
    const callback = await browser.visit(back);
    const line = callback.headers.getSetCookie().find((one) => one.startsWith('__Host-cuao=')) ?? '';
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(line).toContain(part);
    expect(line).not.toMatch(/Domain=/i);
    const secret = browser.cookie(gateway.url, '__Host-cuao') ?? '';
    expect(Buffer.from(secret, 'base64url').length).toBe(32);
    const rows = await gateway.services.sql<{ text: string }>('select session::text as text from session');
    expect(rows.some(({ text }) => text.includes(secret) || text.includes(Buffer.from(secret, 'base64url').toString('hex')))).toBe(false);
  });

  it('uses code, PKCE, state and nonce; the page needs no script and is in Vietnamese first', async () => {
    const browser = new Browser();
    const away = await browser.visit(`${gateway.url}/auth/login`);
    const question = new URL(away.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(question)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      prompt: 'login',
      state: expect.any(String),
      nonce: expect.any(String),
    });
    const page = await browser.open(away.headers.get('location') ?? '');
    expect(page.text).toContain('<html lang="vi">');
    expect(page.text).not.toContain('<script');
    expect(page.answer.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(page.text).toContain('Nguyễn Thị Mai');
  });

  it('with a wrong password says so, without saying whether the name exists', async () => {
    const wrong = await new Browser().signIn(gateway.url, 'mai', '/', 'sai');
    const nobody = await new Browser().signIn(gateway.url, 'khong-ai', '/', 'sai');
    expect(wrong.text).toContain('Tên hoặc mật khẩu chưa đúng');
    const plain = (text: string): string => text.replace(/\/interaction\/[\w-]+/g, '').replace(/nonce="[^"]+"/g, '');
    expect(plain(wrong.text)).toBe(plain(nobody.text));
  });

  it('returns to no page of somebody else', async () => {
    for (const foreign of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      const end = await new Browser().signIn(gateway.url, 'linh', foreign);
      expect(new URL(end.url).origin).toBe(gateway.url);
    }
  });

  it('takes an answer once, from the browser that asked, and only what was asked for', async () => {
    const [mine, callback] = await atTheDoor('son');
    const other = new Browser();
    const stolen = await other.visit(callback);
    expect(stolen.headers.get('location')).toBe('/dang-nhap?loi=khong-con-hieu-luc');
    const forged = await mine.visit(callback.replace(/state=[^&]+/, 'state=forged'));
    expect(forged.headers.get('location')).toBe('/dang-nhap?loi=khong-con-hieu-luc');
    expect((await mine.visit(callback)).headers.get('location')).toBe('/');
    expect((await mine.visit(callback)).headers.get('location')).toBe('/dang-nhap?loi=khong-con-hieu-luc');
    expect(other.cookie(gateway.url, '__Host-cuao')).toBeUndefined();
  });

  it('refuses, and records, somebody whom the provider knows and the record does not', async () => {
    await gateway.services.sql('update person set active = false where id = $1', [demoPersonId('lam')]);
    const end = await new Browser().signIn(gateway.url, 'lam');
    expect(end.url).toBe(`${gateway.url}/dang-nhap?loi=khong-co-trong-he-thong`);
    expect((await entriesOf('auth.refused')).slice(-1)).toMatchObject([{ outcome: 'refused', details: { why: 'not_in_the_record' } }]);
  });
});

describe('a session', () => {
  it('of somebody with several roles has none until one is chosen; another role is another session with another cookie', async () => {
    const browser = new Browser();
    await browser.signIn(gateway.url, 'hoa');
    const first = browser.cookie(gateway.url, '__Host-cuao') ?? '';
    expect((await ask(browser, who)).data.viewer).toMatchObject({ role: null, roles: [{ code: 'approver' }, { code: 'requester' }] });
    expect((await ask(browser, restricted)).code).toBe('ROLE_NOT_CHOSEN');

    expect((await ask(browser, choose, { role: 'requester' })).data.chooseRole).toEqual({
      __typename: 'RoleChosen',
      viewer: { role: { code: 'requester' } },
    });
    const second = browser.cookie(gateway.url, '__Host-cuao') ?? '';
    expect(second).not.toBe(first);
    expect((await ask(browser, restricted)).data).toEqual({ forRequesters: 'requester' });

    expect((await ask(browser, choose, { role: 'approver' })).data.chooseRole).toMatchObject({ __typename: 'RoleChosen' });
    expect((await ask(browser, restricted)).code).toBe('FORBIDDEN');
    const old = new Browser();
    old.setCookie(gateway.url, '__Host-cuao', second);
    expect((await ask(old, restricted)).code).toBe('SESSION_REVOKED');
    const rows = await gateway.services.sql<{ role: string | null; end_reason: string | null }>(
      'select role, end_reason from session where person_id = $1 order by created_at',
      [demoPersonId('hoa')],
    );
    expect(rows).toEqual([
      { role: null, end_reason: 'ROLE_CHOSEN' },
      { role: 'requester', end_reason: 'ROLE_CHOSEN' },
      { role: 'approver', end_reason: null },
    ]);
  });

  it('takes no role that the person does not hold', async () => {
    const browser = new Browser();
    await browser.signIn(gateway.url, 'mai');
    expect((await ask(browser, choose, { role: 'approver' })).data.chooseRole).toMatchObject({ code: 'ROLE_NOT_HELD' });
    expect((await ask(browser, choose, { role: 'emperor' })).data.chooseRole).toMatchObject({ code: 'UNKNOWN_ROLE' });
    expect((await ask(browser, who)).data.viewer).toMatchObject({ role: { code: 'requester' } });
  });

  it('ends at sign-out, for good, and says so on the log', async () => {
    const browser = new Browser();
    await browser.signIn(gateway.url, 'dung');
    const secret = browser.cookie(gateway.url, '__Host-cuao') ?? '';
    const foreign = await browser.visit(`${gateway.url}/auth/logout`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    expect((await ask(browser, who)).data.viewer).not.toBeNull();
    const left = await browser.visit(`${gateway.url}/auth/logout`, { method: 'POST', headers: { origin: gateway.url } });
    expect(left.status).toBe(204);
    expect(browser.cookie(gateway.url, '__Host-cuao')).toBeUndefined();
    browser.setCookie(gateway.url, '__Host-cuao', secret);
    expect((await ask(browser, who)).data.viewer).toBeNull();
    expect((await entriesOf('auth.signed_out')).slice(-1)).toMatchObject([{ role: 'approver', outcome: 'done' }]);
  });

  it('ends after 15 idle minutes, lives on while it is used, and never longer than 12 hours', async () => {
    const [idle, busy] = [new Browser(), new Browser()];
    await idle.signIn(gateway.url, 'khanh');
    await busy.signIn(gateway.url, 'khanh');
    expect((await ask(busy, who)).data.viewer).toMatchObject({ otherSessions: 1 });
    clock.moveMinutes(14);
    expect((await ask(busy, who)).data.viewer).toMatchObject({ id: demoPersonId('khanh') });
    clock.moveMinutes(2);
    expect((await ask(idle, who)).data.viewer).toBeNull();
    for (let minutes = 16; minutes < 720; minutes += 14) {
      expect((await ask(busy, who)).data.viewer).toMatchObject({ id: demoPersonId('khanh') });
      clock.moveMinutes(14);
    }
    expect((await ask(busy, who)).data.viewer).toBeNull();
  });

  it('tells of the sign-in before, so that people notice one that was not theirs', async () => {
    await new Browser().signIn(gateway.url, 'phuc');
    const again = new Browser();
    await again.signIn(gateway.url, 'phuc');
    const { viewer } = (await ask(again, who)).data;
    expect(viewer).toMatchObject({ otherSessions: 1, lastSignInAt: expect.any(String) });
  });
});

describe('a request with the session cookie', () => {
  it('is taken only from a page of ours, with our header, for a document of the portal', async () => {
    const browser = new Browser();
    await browser.signIn(gateway.url, 'mai');
    const refused = async (change: Parameters<typeof ask>[3]): Promise<unknown> => {
      const { status, code } = await ask(browser, who, {}, change);
      return [status, code];
    };
    expect(await refused({ headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).toEqual([403, 'CSRF_REFUSED']);
    expect(await refused({ headers: { 'sec-fetch-site': 'same-site' } })).toEqual([403, 'CSRF_REFUSED']);
    expect(await refused({ headers: { 'x-cuao-csrf': '' } })).toEqual([403, 'CSRF_REFUSED']);
    expect(await refused({ body: { documentId: hash('another') } })).toEqual([400, 'UNTRUSTED_DOCUMENT']);
    expect(await refused({ body: { query: '{ viewer { id } }' } })).toEqual([400, 'UNTRUSTED_DOCUMENT']);
    expect(await refused({ body: { documentId: hash(who), query: '{ viewer { id } }' } })).toEqual([400, 'UNTRUSTED_DOCUMENT']);
    expect(await refused({ body: { query: who } })).toEqual([200, undefined]);
    const get = await browser.visit(`${gateway.url}/graphql?query=${encodeURIComponent('{ viewer { id } }')}`);
    expect(get.status).toBe(403);
  });

  it('signs nobody in with a cookie that was made up', async () => {
    const browser = new Browser();
    browser.setCookie(gateway.url, '__Host-cuao', 'A'.repeat(43));
    expect((await ask(browser, who)).data.viewer).toBeNull();
    expect((await ask(browser, restricted)).code).toBe('SESSION_REVOKED');
  });
});

describe('an identity provider that is away', () => {
  it('keeps nobody out who is signed in, and says so to who comes', async () => {
    const browser = new Browser();
    await browser.signIn(gateway.url, 'ngoc');
    const [late, callback] = await atTheDoor('quan');
    const start = await gateway.stopIdp();
    expect((await ask(browser, who)).data.viewer).toMatchObject({ id: demoPersonId('ngoc') });
    expect((await late.visit(callback)).headers.get('location')).toBe('/dang-nhap?loi=chua-ket-noi-duoc');
    await start();
    expect((await new Browser().signIn(gateway.url, 'ngoc')).url).toBe(`${gateway.url}/`);
  });
});
