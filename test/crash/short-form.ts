/** `npm run crash` runs every point of every test; `npm test` one of each kind, and leaves out the longest. */
export const isWhole = process.env['CRASH'] === 'whole';
export const whereWhole: typeof it = isWhole ? it : (it.skip as typeof it);
export const some = <T>(points: readonly T[]): readonly T[] => (isWhole ? points : points.slice(0, 1));
