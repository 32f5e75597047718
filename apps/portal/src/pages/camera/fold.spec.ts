import { fold } from './fold.js';

describe('fold', () => {
  it('finds Vietnamese names typed without marks, in either normal form', () => {
    expect(fold('Phường Đống Đa')).toBe('phuong dong da');
    expect(fold('Ô Chợ Dừa'.normalize('NFD'))).toBe('o cho dua');
  });
});
