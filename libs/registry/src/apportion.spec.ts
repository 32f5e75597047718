import { apportion } from './apportion.js';

describe('apportion', () => {
  it('sums to the whole and keeps each share within one', () => {
    const parts = apportion(40_210, [0.5, 0.16, 0.1, 0.06, 0.04, 0.04, 0.03, 0.02, 0.02, 0.02, 0.01]);
    expect(parts.reduce((a, b) => a + b, 0)).toBe(40_210);
    expect(parts.slice(0, 3)).toEqual([20_105, 6_434, 4_021]);
  });
  it('gives nothing where nothing weighs', () => {
    expect(apportion(5, [0, 0])).toEqual([0, 0]);
    expect(apportion(1, [0, 1, 1])).toEqual([0, 1, 0]);
  });
});
