import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestGateway, type TestGateway } from './test-gateway.js';

// The audits are made before the gateway listens; they ask for its address only when they run.
const place: { gateway?: TestGateway } = {};
const url = (): string => `${place.gateway?.url ?? 'http://127.0.0.1:1'}/graphql`;

beforeAll(async () => {
  place.gateway = await startTestGateway();
});
afterAll(() => place.gateway?.close());

describe('GraphQL over HTTP, asked by an anonymous client without a cookie and without a header of ours', () => {
  const audits = serverAudits({ url, fetchFn: fetch });

  it('has the 61 audits that the figures are about', () => {
    expect(audits.length).toBe(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({ status: 'ok' });
  });
});

describe('media types and methods', () => {
  const post = (headers: Record<string, string>, body: string): Promise<Response> => fetch(url(), { method: 'POST', headers, body });
  const json = { 'content-type': 'application/json' };

  it('answers in the type that is preferred, and in none of which it speaks with 406', async () => {
    const accepting = async (accept: string): Promise<[number, string | null]> => {
      const answer = await post({ ...json, accept }, '{"query":"{__typename}"}');
      await answer.text();
      return [answer.status, answer.headers.get('content-type')];
    };
    expect(await accepting('application/graphql-response+json')).toEqual([200, 'application/graphql-response+json; charset=utf-8']);
    expect(await accepting('application/json;q=0.5, application/graphql-response+json')).toEqual([
      200,
      'application/graphql-response+json; charset=utf-8',
    ]);
    expect(await accepting('text/html, */*;q=0.1')).toEqual([200, 'application/json; charset=utf-8']);
    expect((await accepting('text/html'))[0]).toBe(406);
  });

  it('takes JSON in UTF-8 only', async () => {
    for (const type of ['text/plain', 'application/graphql', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])
      expect((await post({ 'content-type': type }, '{"query":"{__typename}"}')).status).toBe(415);
    expect((await post({ 'content-type': 'application/json; charset=UTF-8' }, '{"query":"{__typename}"}')).status).toBe(200);
  });

  it('changes nothing on GET, and says which method would', async () => {
    const answer = await fetch(`${url()}?query=${encodeURIComponent('mutation { __typename }')}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(url(), { method: 'DELETE' })).status).toBe(405);
  });

  it('refuses a GET whose operation cannot be told', async () => {
    const two = encodeURIComponent('query a { __typename } query b { __typename }');
    expect((await fetch(`${url()}?query=${two}`)).status).toBe(400);
    expect((await fetch(`${url()}?query=${two}&operationName=b`)).status).toBe(200);
  });

  it('takes no batch', async () => {
    const answer = await post(
      { ...json, accept: 'application/graphql-response+json' },
      '[{"query":"{__typename}"},{"query":"{__typename}"}]',
    );
    expect(answer.status).toBe(400);
  });

  it('writes list positions in an error path as numbers, and no data beside an error of the request', async () => {
    const answer = await post({ ...json, accept: 'application/graphql-response+json' }, '{"query":"{ nothingLikeThis }"}');
    const body = (await answer.json()) as object;
    expect([answer.status, 'data' in body]).toEqual([400, false]);
  });

  it('still answers 200 under application/json when the document does not fit, as older clients expect', async () => {
    const answer = await post({ ...json, accept: 'application/json' }, '{"query":"{ nothingLikeThis }"}');
    expect(answer.status).toBe(200);
  });
});
