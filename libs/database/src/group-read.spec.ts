import { describe, expect, it } from '@jest/globals';
import { GroupRead } from './group-read.js';

interface Row {
  readonly name: string;
  readonly turn: number;
}

/** A table that answers when it is told to. */
function slowTable(names: readonly string[]): {
  readonly reads: GroupRead<Row>;
  readonly statements: (readonly string[])[];
  readonly answer: () => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
} {
  const statements: (readonly string[])[] = [];
  const open: { keys: readonly string[]; turn: number; resolve: (rows: Row[]) => void; reject: (error: Error) => void }[] = [];
  const reads = new GroupRead<Row>({
    keyOf: ({ name }) => name,
    read: (keys) =>
      new Promise((resolve, reject) => {
        statements.push(keys);
        open.push({ keys, turn: statements.length, resolve, reject });
      }),
  });
  return {
    reads,
    statements,
    answer: async () => {
      const next = open.shift();
      next?.resolve(next.keys.filter((key) => names.includes(key)).map((name) => ({ name, turn: next.turn })));
      await turn();
    },
    fail: async (error) => {
      open.shift()?.reject(error);
      await turn();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('reading together', () => {
  it('asks one statement for everybody of a turn, each key once', async () => {
    const { reads, statements, answer } = slowTable(['a', 'b']);
    const all = Promise.all([reads.find('a'), reads.find('b'), reads.find('a'), reads.find('nobody')]);
    await turn();
    await answer();
    expect(await all).toEqual([{ name: 'a', turn: 1 }, { name: 'b', turn: 1 }, { name: 'a', turn: 1 }, null]);
    expect(statements).toEqual([['a', 'b', 'nobody']]);
  });

  it('joins no statement that is under way: it may have read what has changed since', async () => {
    const { reads, statements, answer } = slowTable(['a']);
    const first = reads.find('a');
    await turn();
    const second = reads.find('a');
    await turn();
    await answer();
    await answer();
    expect([await first, await second]).toEqual([
      { name: 'a', turn: 1 },
      { name: 'a', turn: 2 },
    ]);
    expect(statements).toHaveLength(2);
  });

  it('lets latecomers wait for one of two statements, and then asks for all of them at once', async () => {
    const { reads, statements, answer } = slowTable(['a', 'b', 'c', 'd']);
    const asked = [reads.find('a')];
    await turn();
    asked.push(reads.find('b'));
    await turn();
    for (const key of ['c', 'd']) {
      asked.push(reads.find(key));
      await turn();
    }
    expect(statements).toEqual([['a'], ['b']]);
    await answer();
    expect(statements).toEqual([['a'], ['b'], ['c', 'd']]);
    await answer();
    await answer();
    expect((await Promise.all(asked)).map((row) => row?.name)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells a failure to all who asked together, and goes on', async () => {
    const { reads, answer, fail } = slowTable(['a']);
    const both = Promise.allSettled([reads.find('a'), reads.find('b')]);
    await turn();
    await fail(new Error('the database does not answer'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = reads.find('a');
    await turn();
    await answer();
    expect(await again).toEqual({ name: 'a', turn: 2 });
  });
});
