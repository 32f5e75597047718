import { searchPatterns, searchTextOf } from './search-text.js';

const matches = (text: string, query: string): boolean => searchPatterns(query).every((pattern) => text.includes(pattern.slice(1, -1)));

describe('search', () => {
  const text = searchTextOf('HN-00235-0007', 'Gò Đống Đa, phường Đống Đa');
  it('finds a place typed without marks, in either normal form, with capitals', () => {
    for (const query of ['dong da', 'Đống Đa', 'Đống Đa'.normalize('NFD'), 'DONG  DA', 'go dong', 'phuong dong da', 'hn 00235'])
      expect(matches(text, query)).toBe(true);
  });
  it('begins at a word', () => {
    expect(matches(text, 'ong da')).toBe(false);
    expect(matches(text, 'da dong')).toBe(false);
  });
  it('wants every phrase between commas', () => {
    expect(matches(text, 'dong da, hn')).toBe(true);
    expect(matches(text, 'dong da, hoan kiem')).toBe(false);
  });
  it('turns a query of signs into no pattern at all', () => {
    expect(searchPatterns(' %,_ ')).toEqual([]);
  });
});
