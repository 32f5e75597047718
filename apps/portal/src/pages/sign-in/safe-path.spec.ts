import { safePath } from './safe-path.js';

describe('the page to return to after the sign-in', () => {
  it('is a path of this portal', () => {
    expect(safePath('/duyet/req_1-2')).toBe('/duyet/req_1-2');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/x?y=https://evil.example', undefined])(
    'is the first page instead of %s',
    (path) => {
      expect(safePath(path)).toBe('/');
    },
  );
});
