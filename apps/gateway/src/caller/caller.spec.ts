import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { AddressBudget } from './address-budget.js';
import { isFromOurPages } from './browser-check.js';

describe('the budget of an address', () => {
  it('lets a burst through, then so many a second, each address for itself', () => {
    let now = 0;
    const budget = new AddressBudget({ burst: 3, perSecond: 2 }, () => now);
    expect([1, 2, 3, 4].map(() => budget.take('a'))).toEqual([true, true, true, false]);
    expect(budget.take('b')).toBe(true);
    now += 500;
    expect([budget.take('a'), budget.take('a')]).toEqual([true, false]);
    now += 60_000;
    expect([1, 2, 3, 4].map(() => budget.take('a'))).toEqual([true, true, true, false]);
  });
});

describe('a request of a page of ours', () => {
  const ours = 'http://127.0.0.1:7400';
  const judge = (headers: Record<string, string>): boolean => isFromOurPages({ headers } as unknown as FastifyRequest, ours);

  it.each<[Record<string, string>, boolean]>([
    [{ origin: ours }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: ours, 'sec-fetch-site': 'same-origin' }, true],
    [{}, false],
    [{ origin: 'null' }, false],
    [{ origin: `${ours}.evil.example` }, false],
    [{ origin: 'http://127.0.0.1:7401' }, false],
    [{ origin: ours, 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
  ])('%j: %p', (headers, is) => {
    expect(judge(headers)).toBe(is);
  });
});
