import { canonicalJson } from '#libs/kernel';
import { newDecisionId, questionText } from './question-text.js';
import { QuestionWriter } from './question-writer.js';

const writer = new QuestionWriter({ shape: {}, types: {} });
const written = (value: object): string => Buffer.from(writer.write(value).bytes).toString('utf8');

describe('the text of a question', () => {
  it.each([
    {},
    { b: 1, a: [true, false, null, 'é', '"', '\\', '\u0007', '\u007f', '🚦', ' '] },
    { z: { y: { x: [[], {}, [[1]]] } }, é: 1, E: 2, e: 3, '"': 4, 10: 5, 9: 6 },
    { n: [0, -0, 1.5, 1e21, 1e-7, 123456789012345680000, 5e-324, -1, 1789437600000] },
    { left: undefined, kept: null },
  ])('is what RFC 8785 writes: %j', (value) => {
    expect(questionText(value)).toBe(canonicalJson(value));
    expect(written(value)).toBe(canonicalJson(value));
  });

  it('refuses what JSON cannot carry', () => {
    for (const value of [
      { a: '\ud800' },
      { '\udc00': 1 },
      { a: Number.NaN },
      { a: Number.POSITIVE_INFINITY },
      { a: 1n },
      { a: [undefined] },
    ]) {
      expect(() => questionText(value)).toThrow();
      expect(() => written(value)).toThrow();
    }
  });

  it('is written whole where it is longer than what was written before', () => {
    for (const length of [10, 100_000, 300_000]) {
      const long = { a: 'x'.repeat(length), é: 'ư'.repeat(length) };
      expect(written(long) === canonicalJson(long)).toBe(true);
    }
  });

  it('gives decisions ids in order of time', () => {
    expect(newDecisionId(1_789_437_600_000)).toMatch(/^dec_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newDecisionId(1_789_437_600_000) < newDecisionId(1_789_437_600_001)).toBe(true);
    expect(Number.parseInt(newDecisionId(1_789_437_600_000).replace('dec_', '').replace('-', '').slice(0, 12), 16)).toBe(1_789_437_600_000);
  });
});
