import { randomUUID } from 'node:crypto';
import { IdTable } from './id-table.js';

describe('a table of ids', () => {
  it('holds what a map holds, however it grows', () => {
    const [table, map] = [new IdTable(), new Map<string, number>()];
    let wrong = 0;
    for (let index = 0; index < 20_000; index += 1) {
      const id = `ent_${randomUUID()}`;
      wrong += table.add(id, index) ? 0 : 1;
      map.set(id, index);
    }
    for (const [id, index] of map) wrong += table.indexOf(id) === index && !table.add(id, -1) ? 0 : 1;
    for (let n = 0; n < 2_000; n += 1) wrong += table.indexOf(`ent_${randomUUID()}`) === null ? 0 : 1;
    expect([map.size, wrong]).toEqual([20_000, 0]);
  });

  it('tells ids apart that differ in one digit', () => {
    const table = new IdTable();
    const id = 'ent_01a227c5-631f-7187-a66c-00fe04ca828f';
    const others = [...id].flatMap((letter, at) =>
      /[0-9a-f]/.test(letter) && at > 3 ? [`${id.slice(0, at)}${letter === 'f' ? '0' : 'f'}${id.slice(at + 1)}`] : [],
    );
    for (const [index, each] of [id, ...others].entries()) expect(table.add(each, index)).toBe(true);
    for (const [index, each] of [id, ...others].entries()) expect(table.indexOf(each)).toBe(index);
    expect(others).toHaveLength(32);
  });
});
