import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { costRule } from './cost-rule.js';

const schema = buildSchema(`
  type Query { me: Person people(first: Int!): PersonConnection find: Found search(first: Int!): Searched }
  type PersonConnection { edges: [Edge!]! counts: Counts! }
  type Counts { days: [Day!]! }
  type Day { entries: Int }
  type Edge { node: Person! }
  type Person { name: String friends: [Person!]! page(first: Int!): PersonConnection }
  union Found = Person | Edge
  union Searched = PersonConnection | Person
`);

/** The lowest limit that lets the document through: what it costs. */
function costOf(query: string): number {
  const document = parse(query);
  let [low, high] = [0, 1e12];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (validate(schema, document, [costRule(middle)]).length === 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

describe('the cost of a document is the number of fields it makes us resolve', () => {
  it.each([
    ['{ me { name } }', 2],
    ['{ a: me { name } b: me { name } }', 4],
    ['{ people(first: 5) { edges { node { name } } } }', 2 + 5 * 2],
    ['query q($n: Int!) { people(first: $n) { edges { node { name } } } }', 2 + 100 * 2],
    ['{ me { friends { name } } }', 1 + 1 + 10],
    ['{ people(first: 2) { edges { node { friends { friends { name } } } } } }', 2 + 2 * (1 + (1 + 10 * (1 + 10)))],
    ['{ me { ...f ...f } } fragment f on Person { friends { name } }', 1 + 2 * 11],
    ['{ find { ... on Person { name } ... on Edge { node { name } } } }', 1 + 1 + 2],
    ['{ people(first: 1000000) { edges { node { name } } } }', 2 + 2e6],
    ['{ people(first: 50) { edges { node { name } } counts { days { entries } } } }', 2 + 50 * 2 + 2 + 10],
    [
      '{ search(first: 50) { ... on PersonConnection { ...p } ... on Person { friends { name } } } } fragment p on PersonConnection { edges { node { name } } }',
      2 + 50 * 2 + 1 + 50,
    ],
    ['{ people(first: -5) { edges { node { name } } } }', 4],
  ])('%s costs %i', (query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  it('is found without walking fragments that double again and again', () => {
    const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
    const fragments = names.map(
      (name, i) =>
        `fragment ${name} on Person { friends { ${names[i + 1] === undefined ? 'name' : `...${names[i + 1]} ...${names[i + 1]}`} } }`,
    );
    const began = performance.now();
    expect(validate(schema, parse(`{ me { ...f0 } } ${fragments.join(' ')}`), [costRule(1e6)]).length).toBe(1);
    // 2^30 steps would take minutes.
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('of a fragment that spreads itself is finite', () => {
    expect(costOf('{ me { ...f } } fragment f on Person { name friends { ...f } }')).toBeLessThan(100);
  });
});
