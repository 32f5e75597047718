import { readPasted } from './pasted.js';

const id = 'ent_01923b1e-7c1e-7f00-8000-0123456789ab';

describe('what was pasted', () => {
  it('may be the id of an entry', () => {
    expect(readPasted(`  ${id}\n`)).toEqual({ kind: 'entry', entryId: id });
  });

  it('may be a receipt, kept as it came because its signature covers the bytes', () => {
    const text = `{"v":1,"entry": "${id}","leafHash":"ab"}`;
    expect(readPasted(text)).toEqual({ kind: 'receipt', text, entryId: id, digest: 'ab' });
  });

  it.each(['', 'hello', '{', '{}', '[]', '{"entry":"ent_1"}', 'null'])('is nothing when it is %j', (text) => {
    expect(readPasted(text)).toEqual({ kind: 'nothing' });
  });
});
