import { distance, suggestion, usage } from './command.js';

describe('the command line', () => {
  it('counts single-letter changes between words', () => {
    expect(distance('verify', 'verify')).toBe(0);
    expect(distance('verfy', 'verify')).toBe(1);
    expect(distance('', 'db')).toBe(2);
    expect(distance('kitten', 'sitting')).toBe(3);
  });

  it('suggests the word that was meant, and nothing for a word far from all', () => {
    const known = ['policy', 'verify', 'token', 'demo', 'db'];
    expect(suggestion('polcy', known)).toBe('policy');
    expect(suggestion('Verifi', known)).toBe('verify');
    expect(suggestion('export', known)).toBeNull();
    expect(suggestion('x', ['db'])).toBeNull();
  });

  it('lists every command with its summary', () => {
    const text = usage([{ name: 'db', summary: 'database', load: async () => ({ run: async () => 0 }) }]);
    expect(text).toContain('cuao db  database');
  });
});
