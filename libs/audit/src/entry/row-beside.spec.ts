import fc from 'fast-check';
import { checkRowBeside, type TableBeside } from './row-beside.js';

const table: TableBeside = { name: 'beside', columns: { id: 'text', facts: 'jsonb' } };
const row = (id: string, facts: unknown) => ({ table, values: [id, JSON.stringify(facts)] });

describe('a row that goes with an entry', () => {
  it('is refused for what jsonb and text cannot hold', () => {
    for (const facts of [{ a: '\0' }, { '\0': 1 }, ['\ud800'], { a: 'x\udc00' }, { a: '\\\0' }])
      expect(() => checkRowBeside(row('dec_1', facts))).toThrow('beside.facts');
    expect(() => checkRowBeside(row('dec\0', {}))).toThrow('beside.id');
  });

  it('is kept whatever else a person types', () => {
    for (const text of ['\\u0000', '\\\\u0000', '\\ud800', '😀', 'Hà Nội', '"', '\u0001'])
      expect(() => checkRowBeside(row('dec_1', { text }))).not.toThrow();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (text.includes('\0')) return;
        checkRowBeside(row('dec_1', { text: `\\${text}`, [text]: [text] }));
      }),
    );
  });
});
