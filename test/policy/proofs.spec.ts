import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { policyRoot } from './policy-cases.js';

interface Proven {
  readonly id?: string;
  readonly asked?: number;
  readonly violations?: readonly string[];
  readonly passed?: number;
}

/** The proofs that need no compiler, in their short form; `npm run policy:prove` asks all of their questions, and the others. */
const short = ['D1', 'D4', 'D7'];

describe('the proofs of the rules, in short', () => {
  it('find nothing: each denial alone, the law written twice, a small world', () => {
    const said = spawnSync(process.execPath, [path.join(policyRoot, 'tools/prove.mjs'), ...short, '--short', '--json'], {
      encoding: 'utf8',
    });
    const lines = said.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Proven);
    const proven = lines.filter(({ id }) => id !== undefined);
    expect(proven.flatMap(({ violations }) => violations ?? [])).toEqual([]);
    expect([...new Set(proven.map(({ id }) => id))]).toEqual(short);
    for (const { asked } of proven) expect(asked).toBeGreaterThan(400);
    expect(said.status).toBe(0);
  }, 300_000);

  it('are refused by numbers that nobody knows', () => {
    const said = spawnSync(process.execPath, [path.join(policyRoot, 'tools/prove.mjs'), 'D99'], { encoding: 'utf8' });
    expect(said.status).toBe(2);
    expect(said.stderr).toContain('no proof D99');
  });
});
