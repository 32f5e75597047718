import '../support/node-errors.js';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { verifyExport } from '../../apps/cli/src/verify/export.js';
import { parseTrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { eventually } from '../support/eventually.js';
import { openRoadCity, type RoadCity } from './road-city.js';

// An export as an inspector's program asks for it: over the public API, and fetched from the address that it was given.

let city: RoadCity;
let khanh: string;

interface Answer {
  readonly data?: { readonly exportLog: Record<string, unknown> };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

beforeAll(async () => {
  city = await openRoadCity();
  khanh = await city.tokenOf('khanh', 'inspection_head');
}, 180_000);
afterAll(() => city?.close(), 30_000);

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

async function ask(token: string, input: Record<string, unknown>): Promise<Answer> {
  const query = `mutation($input: ExportLogInput!) { exportLog(input: $input) { __typename
    ... on LogExport { address: path fileName bytes sha256 entries entryId }
    ... on ExportHindered { code textVi textEn }
    ... on Denied { effect reasons { rule } entryId } } }`;
  const answer = await fetch(`${city.book.gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(token) },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return (await answer.json()) as Answer;
}

const get = (where: string, token?: string): Promise<Response> =>
  fetch(`${city.book.gateway}${where}`, token === undefined ? {} : { headers: bearer(token) });

describe('an export over the public API', () => {
  it('is made, fetched once by who asked, and verifies offline', async () => {
    const mai = await city.tokenOf('mai', 'requester');
    // Her first question signs her in, and that is an entry of her body.
    await ask(mai, { format: 'CSV' });
    let made: Record<string, unknown> = {};
    let last: unknown;
    await eventually('an entry of mai is witnessed', async () => {
      last = await ask(khanh, { format: 'SEALED', filter: { organisationCode: 'so-xay-dung' } });
      made = (last as Answer).data?.exportLog ?? {};
      return made['__typename'] === 'LogExport';
    }).catch((error: unknown) => {
      throw new Error(JSON.stringify(last), { cause: error });
    });
    const where = String(made['address']);
    expect(where).toMatch(/^\/log-exports\/[A-Za-z0-9_-]{43}$/);
    expect((await get(where)).status).toBe(401);
    expect((await get(where, mai)).status).toBe(404);
    expect((await get(where, await city.tokenOf('khanh', 'inspection_head'))).status).toBe(404);
    const answer = await get(where, khanh);
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([
      200,
      'no-store',
      'application/zip',
    ]);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${String(made['fileName'])}"`);
    const zip = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(zip).digest('hex')).toBe(made['sha256']);
    const policy = parseTrustPolicy(readFileSync(path.join(city.book.stateFolder, 'log/policy'), 'latin1'));
    if (typeof policy === 'string') throw new Error(policy);
    expect(await verifyExport(zip, policy)).toMatchObject({ entries: made['entries'] });
    expect((await get(where, khanh)).status).toBe(404);
  });

  it('is refused with the rules to whoever has no papers for it, and to roles that do not inspect', async () => {
    const outside = await ask(khanh, { format: 'CSV', filter: { organisationCode: 'ubnd-dong-da' } });
    expect(outside.data?.exportLog).toMatchObject({ __typename: 'Denied', effect: 'DENY' });
    const mai = await ask(await city.tokenOf('mai', 'requester'), { format: 'SEALED' });
    expect(mai.errors?.map(({ extensions }) => extensions.code) ?? mai.data?.exportLog['__typename']).toEqual(['FORBIDDEN']);
  });

  it('knows its forms, and no other filter than a search', async () => {
    for (const input of [{ format: 'XML' }, { format: 'CSV', filter: { nonsense: 1 } }, { format: 'CSV', filter: { type: '../x' } }])
      expect((await ask(khanh, input)).data?.exportLog ?? null).toBeNull();
  });
});
