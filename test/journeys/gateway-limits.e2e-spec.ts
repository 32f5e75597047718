import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { calls, ProbeModule } from '../conformance/probe.js';
import { startTestGateway, type Answer, type TestGateway } from '../conformance/test-gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ modules: [ProbeModule] });
});
afterAll(() => gateway?.close());
beforeEach(() => {
  calls.count = 0;
});

const codeOf = (answer: Answer): unknown => answer.body.errors?.[0]?.extensions['code'];
const limitOf = (answer: Answer): unknown =>
  answer.body.errors?.find(({ extensions }) => extensions['code'] === 'LIMIT_EXCEEDED')?.extensions['limit'];
const nested = (levels: number): string => (levels === 0 ? 'depth' : `next { ${nested(levels - 1)} }`);

describe('a document that asks for too much is refused before any resolver runs', () => {
  const tooMuch: [name: string, limit: string | null, query: string][] = [
    ['30 levels deep', 'depth', `{ probe { ${nested(30)} } }`],
    [
      'deep through fragments',
      'depth',
      `{ probe { ...a } } ${'abcdefghijklmn'
        .split('')
        .map((name, at, all) => `fragment ${name} on Probe { next { ${at + 1 < all.length ? `...${all[at + 1] ?? ''}` : 'depth'} } }`)
        .join(' ')}`,
    ],
    ['a fragment that spreads itself', null, '{ probe { ...a } } fragment a on Probe { next { ...a } }'],
    ['a page of a million rows', 'cost', '{ probes(first: 1000000) { nodes { depth } } }'],
    [
      'pages inside lists, the length a variable',
      'cost',
      `query q($n: Int!) { probes(first: $n) { nodes { many { many { many { depth } } } } } }`,
    ],
    ['300 aliases of one field', 'aliases', `{ probe { ${Array.from({ length: 300 }, (_, i) => `a${i}: depth`).join(' ')} } }`],
    ['four names for one root field', 'aliases', '{ a: probe { depth } b: probe { depth } c: probe { depth } d: probe { depth } }'],
    [
      'four names for one root field, through a fragment',
      'aliases',
      '{ a: probe { depth } b: probe { depth } ...more } fragment more on Query { c: probe { depth } d: probe { depth } }',
    ],
    ['20 directives', 'directives', `{ probe { depth ${'@include(if: true) '.repeat(20)} } }`],
    ['15,000 fields', 'tokens', `{ probe { ${'depth '.repeat(10_000)} } }`],
  ];

  it.each(tooMuch)('%s', async (_name, limit, query) => {
    const began = process.cpuUsage();
    const answer = await gateway.ask(query, { variables: { n: 100 } });
    expect(answer.status).toBe(400);
    if (limit !== null) expect(limitOf(answer)).toBe(limit);
    expect(calls.count).toBe(0);
    expect('data' in answer.body).toBe(false);
    // Of this process, client and gateway together; the clock on the wall would measure the neighbours as well.
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(400);
  });

  it('and says which limit, but never how far it reaches', async () => {
    for (const [, , query] of tooMuch) {
      const text = JSON.stringify(
        (await gateway.ask(query, { variables: { n: 100 } })).body.errors?.filter(
          ({ extensions }) => extensions['code'] === 'LIMIT_EXCEEDED',
        ),
      );
      expect(text.replace(/"(traceId|line|column)":("[^"]*"|\d+)/g, '')).not.toMatch(/\d{2,}/);
    }
  });

  it('a body of more than 64 KiB is not even read', async () => {
    const answer = await gateway.ask(`{ probe { depth } } # ${'x'.repeat(70_000)}`);
    expect([answer.status, codeOf(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('and what stays within the limits is answered', async () => {
    const answer = await gateway.ask(`{ probe { ${nested(8)} } probes(first: 100) { nodes { depth many { depth } } } }`);
    expect(answer.body.errors).toBeUndefined();
    expect(answer.status).toBe(200);
  });
});

describe('the schema is read from its file', () => {
  it('introspection is off, and tells nothing but whether a type of a name exists', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "Query") { fields { name } } }',
      '{ __type(name: "Query") { name ofType { name } } }',
    ])
      expect((await gateway.ask(query)).status).toBe(400);
    expect((await gateway.ask('{ __type(name: "Query") { name kind } }')).body.data).toEqual({ __type: { name: 'Query', kind: 'OBJECT' } });
  });

  it('a mistyped field gets no suggestions', async () => {
    const answer = await gateway.ask('{ prob { depth } }');
    expect(answer.body.errors?.[0]?.message).toBe('Cannot query field "prob" on type "Query".');
  });
});

describe('input', () => {
  it('outside its constraints is named by field, without the value', async () => {
    const answer = await gateway.ask('{ probes(first: 0) { nodes { depth } } }');
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.body.errors?.[0]?.extensions['fields']).toEqual([{ path: 'first', constraints: ['min'] }]);
    expect(calls.count).toBe(0);
  });

  it('a cursor that was edited is refused', async () => {
    expect(codeOf(await gateway.ask('{ page(after: "WzFd.AAAAAAAAAAAAAAAAAAAAAA") }'))).toBe('INVALID_CURSOR');
  });

  it('an expected refusal is data with its own code, texts and path', async () => {
    const answer = await gateway.ask('mutation { attempt { __typename ... on Problem { code textVi textEn path } } }');
    expect(answer.body).toEqual({
      data: { attempt: { __typename: 'InvalidInput', code: 'TOO_EARLY', textVi: 'Chưa đến lúc.', textEn: 'Too early.', path: ['when'] } },
    });
  });
});

it('answers the same with and without the compiled form of a document', async () => {
  const query =
    'query q($n: Int!) { probes(first: $n) { nodes { depth many { depth next { depth } } hidden } } down(neighbour: "policy") }';
  const answers: unknown[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    const { status, body } = await gateway.ask(query, { variables: { n: 3 } });
    answers.push(JSON.parse(JSON.stringify({ status, body }, (key, value: unknown) => (key === 'traceId' ? 'x' : value))));
  }
  for (const answer of answers) expect(sortedErrors(answer)).toEqual(sortedErrors(answers[0]));
  const wrong = await gateway.ask(query, { variables: { n: 'three' } });
  expect([wrong.status, codeOf(wrong)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
});

/** The order of errors is the one thing in which the compiled form may differ. */
function sortedErrors(answer: unknown): unknown {
  const { status, body } = answer as { status: number; body: Answer['body'] };
  const errors = [...(body.errors ?? [])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { status, data: body.data, errors };
}
