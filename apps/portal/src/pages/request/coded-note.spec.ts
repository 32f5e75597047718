import { codedNote, splitNote } from './coded-note.js';

describe('a coded note', () => {
  it('keeps the code in front of the words', () => {
    expect(codedNote('TOO_WIDE', ' chỉ cần đầu cầu ')).toBe('TOO_WIDE: chỉ cần đầu cầu');
    expect(codedNote('TOO_WIDE', '')).toBe('TOO_WIDE');
    expect(codedNote('', '  ')).toBeNull();
  });

  it('is read back as code and words', () => {
    expect(splitNote('TOO_WIDE: chỉ cần\nđầu cầu')).toEqual({ code: 'TOO_WIDE', words: 'chỉ cần\nđầu cầu' });
    expect(splitNote('PRIVACY')).toEqual({ code: 'PRIVACY', words: '' });
  });

  it('leaves a note that was written freely as it is', () => {
    expect(splitNote('KHÔNG: rõ')).toEqual({ code: null, words: 'KHÔNG: rõ' });
    expect(splitNote('UNKNOWN_CODE: x')).toEqual({ code: null, words: 'UNKNOWN_CODE: x' });
  });
});
