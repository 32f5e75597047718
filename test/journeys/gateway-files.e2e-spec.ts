import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
  // A log of three entries as its keeper leaves it: a checkpoint, a partial tile, a partial bundle, and a bundle not yet published.
  const log = gateway.config.logDir ?? '';
  await mkdir(path.join(log, 'tile/0/000.p'), { recursive: true });
  await mkdir(path.join(log, 'tile/entries/000.p'), { recursive: true });
  await writeFile(path.join(log, 'checkpoint'), `${gateway.config.logOrigin}\n3\nAAAA\n\n— key AAAA\n`);
  await writeFile(path.join(log, 'vkeys'), 'key+00000000+AAAA\n');
  await writeFile(path.join(log, 'tile/0/000.p/3'), Buffer.alloc(96, 1));
  await writeFile(path.join(log, 'tile/entries/000.p/3'), Buffer.from([0, 1, 65, 0, 1, 66, 0, 1, 67]));
  await writeFile(path.join(log, 'tile/entries/000.p/4'), Buffer.from([0, 1, 65]));
});
afterAll(() => gateway?.close());

const get = (where: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${gateway.url}${where}`, { headers });
/** As it is written: `fetch` would tidy the path up before it is sent. */
const rawStatus = (where: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(gateway.url);
    request({ hostname, port, path: where }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const typesOnLog = async (): Promise<string[]> =>
  (await gateway.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox order by id')).map(
    ({ leaf }) => (JSON.parse(leaf.toString('utf8')) as { t: string }).t,
  );

describe('the log as files', () => {
  it('is open to anyone, from any page: checkpoint, keys, tiles', async () => {
    const checkpoint = await get('/log/checkpoint');
    expect([checkpoint.status, checkpoint.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(checkpoint.headers.get('cache-control')).toContain('max-age=1');
    expect((await get('/log/vkeys')).status).toBe(200);
    const tile = await get('/log/tile/0/000.p/3');
    expect([tile.status, (await tile.arrayBuffer()).byteLength]).toEqual([200, 96]);
    expect(tile.headers.get('cache-control')).toContain('immutable');
  });

  it('answers HEAD as GET without the body, for tools of any make', async () => {
    const head = async (where: string, headers: Record<string, string> = {}): Promise<unknown[]> => {
      const answer = await fetch(`${gateway.url}${where}`, { method: 'HEAD', headers });
      return [answer.status, answer.headers.get('content-length'), (await answer.arrayBuffer()).byteLength];
    };
    expect(await head('/log/tile/0/000.p/3')).toEqual([200, '96', 0]);
    expect((await head('/log/tile/0/000'))[0]).toBe(404);
    expect((await head('/log/tile/entries/000.p/3'))[0]).toBe(401);
    expect(await head('/log/tile/entries/000.p/3', { ...bearer(await gateway.token('linh')), 'accept-encoding': 'identity' })).toEqual([
      200,
      '9',
      0,
    ]);
    for (const where of ['/', '/nhat-ky', '/health/live', '/health/ready', '/verify/verify.mjs'])
      expect([where, (await head(where))[0]]).toEqual([where, 200]);
    expect((await head('/khong-co.js'))[0]).toBe(404);
  });

  it('packs entries for those who can unpack them, and says to caches that it does', async () => {
    const linh = bearer(await gateway.token('linh'));
    const packed = await get('/log/tile/entries/000.p/3', { ...linh, 'accept-encoding': 'gzip' });
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
    const refused = await get('/log/tile/entries/000.p/3', { ...linh, 'accept-encoding': 'br, gzip;q=0' });
    expect([refused.headers.get('content-encoding'), refused.headers.get('vary')]).toEqual([null, 'Accept-Encoding']);
    expect(Buffer.from(await packed.arrayBuffer())).toEqual(Buffer.from([0, 1, 65, 0, 1, 66, 0, 1, 67]));
    const plain = await get('/log/tile/entries/000.p/3', { ...linh, 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), plain.headers.get('content-length')]).toEqual([null, '9']);
  });

  it('knows no path but its own', async () => {
    for (const where of [
      '/log/../keys/oidc-client.json',
      '/log/..%2fkeys%2foidc-client.json',
      '/log/tile/0/000.p/0003',
      '/log/checkpoint/',
      '/log/tile/0/000',
    ])
      expect([where, await rawStatus(where)]).toEqual([where, 404]);
  });

  it('keeps entry bundles for inspectors and mirrors: 401 without a token, 403 with too little right, the same for absent ones', async () => {
    for (const bundle of ['/log/tile/entries/000.p/3', '/log/tile/entries/999']) {
      const nobody = await get(bundle);
      expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Bearer')]);
      const refused = await get(bundle, bearer(await gateway.token('mai')));
      expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([403, expect.stringContaining('insufficient_scope')]);
      expect((await get(bundle, bearer('a.b.c'))).status).toBe(401);
    }
    const linh = bearer(await gateway.token('linh'));
    const bundle = await get('/log/tile/entries/000.p/3', linh);
    expect([bundle.status, (await bundle.arrayBuffer()).byteLength]).toEqual([200, 9]);
    expect(bundle.headers.get('cache-control')).toContain('private');
    expect((await get('/log/tile/entries/000.p/4', linh)).status).toBe(404);
  });

  it('records an inspector who reads entries each time, before the first byte, and a mirror once an hour', async () => {
    const before = await typesOnLog();
    const linh = bearer(await gateway.token('linh'));
    await get('/log/tile/entries/000.p/3', linh);
    await get('/log/tile/entries/000.p/3', linh);
    const mirror = bearer(await gateway.machineToken('inspectorate-mirror'));
    expect((await get('/log/tile/entries/000.p/3', mirror)).status).toBe(200);
    await get('/log/tile/entries/000.p/3', mirror);
    const since = (await typesOnLog()).slice(before.length).filter((type) => type.startsWith('log.'));
    expect(since).toEqual(['log.read', 'log.read', 'log.mirrored']);
  });

  it('gives a mirror whose right was taken away nothing', async () => {
    await gateway.services.sql(`update machine_client set rights = '{}'`);
    expect((await get('/log/tile/entries/000.p/3', bearer(await gateway.machineToken('inspectorate-mirror')))).status).toBe(403);
  });
});

describe('the portal', () => {
  const nonceOf = (policy: string | null): string | undefined => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

  it('is one page with a fresh nonce for every answer and a policy that names the edge and the identity provider exactly', async () => {
    const [one, two] = [await get('/'), await get('/yeu-cau/moi?buoc=2')];
    const policy = one.headers.get('content-security-policy') ?? '';
    const edge = new URL(gateway.config.edgeUrl).origin;
    for (const part of [
      `default-src 'none'`,
      `connect-src 'self' ${edge}`,
      `media-src blob: ${edge}`,
      `img-src 'self' data: ${edge}`,
      `form-action 'self' ${gateway.idpUrl}`,
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
      `worker-src 'self'`,
      `font-src 'self'`,
    ])
      expect(policy.split('; ')).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(nonceOf(policy)).not.toBe(nonceOf(two.headers.get('content-security-policy')));
    const text = await one.text();
    expect(text).not.toContain('__CSP_NONCE__');
    expect(text.split(`nonce="${nonceOf(policy) ?? ''}"`).length).toBe(3);
    expect([one.headers.get('cache-control'), two.status]).toEqual(['no-store', 200]);
  });

  it('serves its files by their names only, compressed where the browser can, for ever where the name carries the hash', async () => {
    const script = await get('/assets/app-1.mjs', { 'accept-encoding': 'gzip' });
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(script.headers.get('cache-control')).toContain('immutable');
    const again = await get('/assets/app-1.mjs', { 'if-none-match': script.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    for (const where of ['/trusted-documents.json', '/index.html', '/assets/../../../package.json', '/assets/app-2.mjs', '/favicon.ico'])
      expect([where, await rawStatus(where)]).toEqual([where, 404]);
  });
});

describe('probes', () => {
  it('live says that the process turns, ready that it can decide and record', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await get('/health/ready')).json()).toEqual({ status: 'ready', checks: { database: 'ok', policy: 'ok', log: 'ok' } });
  });

  it('metrics are Prometheus text and name no person', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^# TYPE cuao_http_requests_total counter$/m);
    expect(text).toMatch(/^cuao_policy_revision_info\{.*revision="[^"]+".*\} 1$/m);
    expect(text).not.toMatch(/per_|ses_/);
  });

  it('every answer carries the house headers', async () => {
    for (const where of ['/', '/health/live', '/log/checkpoint', '/graphql?query=%7B__typename%7D', '/nowhere.txt']) {
      const { headers } = await get(where);
      expect([where, headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([where, 'nosniff', 'DENY']);
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
});

describe('the offline verifier', () => {
  it('is one file that anybody may take, the very one that was built', async () => {
    const answer = await get('/verify/verify.mjs');
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'attachment; filename="verify.mjs"',
    ]);
    const taken = Buffer.from(await answer.arrayBuffer());
    expect(taken.equals(await readFile(path.join(gateway.config.verifierDir ?? '', 'verify.mjs')))).toBe(true);
  });

  it('is a page too, under a policy that lets it speak to nobody', async () => {
    const answer = await get('/verify/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-\S+'; style-src 'sha256-\S+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(policy).not.toContain('unsafe');
    expect(await rawStatus('/verify')).toBe(308);
  });

  it('brings no other file along', async () => {
    for (const where of ['/verify/package.json', '/verify/../verify/verify.mjs.map', '/verify/index.html'])
      expect([where, await rawStatus(where)]).toEqual([where, 404]);
  });
});
