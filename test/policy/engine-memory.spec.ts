import path from 'node:path';
import { readBundleFiles } from '../../libs/regulation/src/bundle.js';
import { instanceMaker, PolicyEngine, type PolicyInstance } from '../../libs/regulation/src/engine.js';
import { entrypoints } from '../../libs/regulation/src/policy.js';
import { loadCommitted, policyRoot, readCases } from './policy-cases.js';

/** Instances that begin with 1,000 bytes and have 3,000 after a large question. */
class Made {
  readonly asked: number[] = [];
  count = 0;
  possible = true;

  readonly make = async (): Promise<PolicyInstance> => {
    if (!this.possible) throw new Error('no memory');
    const number = (this.count += 1);
    const mem = { buffer: new ArrayBuffer(1_000) };
    return {
      mem,
      entrypoints: Object.fromEntries(entrypoints.map((name, i) => [name, i])),
      setData: () => undefined,
      evaluate: (question) => {
        this.asked.push(number);
        if (String(question).includes('large')) mem.buffer = new ArrayBuffer(3_000);
        return [{ result: number }];
      },
    };
  };
}

describe('an instance of the policy module that has grown too large', () => {
  const ask = (engine: PolicyEngine, question: string): unknown => engine.ask('gate/decision', question, 100);

  it('answers, and is replaced by the one that stands by', async () => {
    const made = new Made();
    const engine = await PolicyEngine.start(made.make, entrypoints, 2_000);
    expect([ask(engine, '{}'), ask(engine, '{}')]).toEqual([
      { kind: 'value', value: 1 },
      { kind: 'value', value: 1 },
    ]);
    expect(engine.replaced).toBe(0);
    expect(ask(engine, '{"large":1}')).toEqual({ kind: 'value', value: 1 });
    expect([engine.memoryBytes, engine.replaced]).toEqual([1_000, 1]);
    expect(ask(engine, '{}')).toEqual({ kind: 'value', value: 2 });
  });

  it('goes on while no other can be made, and is replaced as soon as one is', async () => {
    const made = new Made();
    const engine = await PolicyEngine.start(made.make, entrypoints, 2_000);
    made.possible = false;
    ask(engine, '{"large":1}');
    await engine.warm();
    expect(ask(engine, '{"large":2}')).toEqual({ kind: 'value', value: 2 });
    await engine.warm();
    expect(ask(engine, '{}')).toEqual({ kind: 'value', value: 2 });
    expect([engine.memoryBytes, engine.replaced]).toEqual([3_000, 1]);
    made.possible = true;
    await engine.warm();
    await engine.warm();
    ask(engine, '{}');
    expect(ask(engine, '{}')).toEqual({ kind: 'value', value: 3 });
    expect([engine.memoryBytes, engine.replaced, made.asked]).toEqual([1_000, 2, [1, 2, 2, 2, 3]]);
  });

  it('is the real module, too: each answer by a fresh one is the same', async () => {
    const files = await readBundleFiles(path.join(policyRoot, 'bundle'));
    const data = files['data.json'];
    const make = instanceMaker(
      await WebAssembly.compile(Uint8Array.from(files['policy.wasm'])),
      JSON.parse(Buffer.from(data).toString()),
      data.byteLength,
    );
    const engine = await PolicyEngine.start(make, entrypoints, 1);
    const question = JSON.stringify(readCases(await loadCommitted()).find(({ want }) => want.effect === 'allow')?.input);
    const answers = new Set<string>();
    for (let n = 0; n < 20; n += 1) {
      answers.add(JSON.stringify(engine.ask('gate/decision', question, 16_384)));
      await engine.warm();
    }
    expect(engine.replaced).toBe(20);
    expect([...answers]).toEqual([expect.stringContaining('"effect":"allow"')]);
  });
});
