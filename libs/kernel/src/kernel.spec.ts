import { canonicalJson, foldVietnamese, hanoiDate, hasForbiddenCharacters, newId, newIdV7, parseId } from './index.js';

describe('ids', () => {
  it('parses what it makes and nothing of another kind', () => {
    const id = newId('cam');
    expect(parseId('cam', id)).toBe(id);
    expect(parseId('req', id)).toBeNull();
    expect(parseId('cam', 'cam_1')).toBeNull();
  });
  it('orders v7 ids by time', () => {
    expect(newIdV7('ent', 1_000) < newIdV7('ent', 2_000)).toBe(true);
    expect(newIdV7('ent', 1_764_000_000_000)).toMatch(/^ent_[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });
});

describe('text', () => {
  it('finds dong da in Đống Đa in either normal form', () => {
    expect(foldVietnamese('Đống Đa')).toBe('dong da');
    expect(foldVietnamese('Đống Đa'.normalize('NFD'))).toBe('dong da');
    expect(foldVietnamese('Văn Miếu - Quốc Tử Giám')).toBe('van mieu quoc tu giam');
  });
  it('sees bidirectional overrides', () => {
    expect(hasForbiddenCharacters('a\u202eb')).toBe(true);
    expect(hasForbiddenCharacters('Nguyễn Thị Mai')).toBe(false);
  });
});

describe('canonical JSON', () => {
  it('sorts keys and writes numbers as RFC 8785 says', () => {
    expect(canonicalJson({ b: 1e21, a: [true, null, 'é'] })).toBe('{"a":[true,null,"é"],"b":1e+21}');
  });
  it('refuses a lone surrogate', () => {
    expect(() => canonicalJson({ a: '\ud800' })).toThrow();
  });
});

it('tells the date in Hà Nội', () => {
  expect(hanoiDate(new Date('2026-08-18T17:00:00Z'))).toBe('2026-08-19');
});
