import { readFileSync } from 'node:fs';
import { readCameraMix } from './camera-mix.js';
import { zoneTerms } from './zones.js';

describe('kinds of places', () => {
  it('are those of the demo city, and the rules know each with the same answer to "public?"', () => {
    expect(
      zoneTerms()
        .map((zone) => zone.code)
        .sort(),
    ).toEqual(Object.keys(readCameraMix().zone.shares).sort());
    const { zones } = JSON.parse(readFileSync('policies/tables/zones.json', 'utf8')) as { zones: Record<string, { public: boolean }> };
    expect(zoneTerms().map((zone) => [zone.code, zone.isPublic])).toEqual(zoneTerms().map((zone) => [zone.code, zones[zone.code]?.public]));
  });
});
