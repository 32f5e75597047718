import { verifyExport } from '../../apps/cli/src/verify/export.js';
import { parseTrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { storedZip } from '../../libs/inspection/src/export/stored-zip.js';
import { bent, damages, seeded } from './export-damages.js';
import { goFound, OtherVerifier, ours, policy } from './export-judges.js';
import { makeExport, mlDsaPolicyText, repacked, unpacked } from './export-maker.js';

// Sealed exports, whole and damaged, before two verifiers of different makes.

const whereGoIs = goFound ? it : it.skip;
const other = new OtherVerifier();

beforeAll(() => {
  if (goFound) other.build();
});
afterAll(() => other.close());

const whole = makeExport(20, 5);
/** Another letter in the middle of each signature line that is long enough for ML-DSA-44. */
const turned = (text: string): string =>
  text.replace(/^(\u2014 \S+ .{2000})(.)/gm, (_, start: string, letter: string) => start + (letter === 'A' ? 'B' : 'A'));

describe('a sealed export', () => {
  it('is verified, with what it claims to hold', async () => {
    const report = await verifyExport(whole, policy);
    if ('what' in report) throw new Error(report.what);
    expect(report).toMatchObject({ entries: 18, openings: 18, complete: [{ from: 0, to: 20 }], beyond: 4 });
  });

  it('of the same content is the same bytes', () => {
    const files = unpacked(whole);
    expect(storedZip(new Map([...files].reverse())).equals(whole)).toBe(true);
    expect(repacked(files).equals(whole)).toBe(true);
  });

  whereGoIs('is verified by both, whatever was asked for', async () => {
    const zips = [
      whole,
      makeExport(1, 0),
      makeExport(33, 0, { type: 'live_view' }),
      makeExport(33, 8, { type: 'request.read', outcome: 'allowed' }),
      makeExport(12, 3, { cameraId: 'cam_00000000-0000-4000-8000-000000000000' }),
    ];
    for (const zip of zips) expect(await ours(zip)).toEqual({ verified: true, index: null });
    expect(other.judge(zips)).toEqual(zips.map(() => ({ verified: true, index: null })));
  });

  it('that a witness has signed by ML-DSA-44 too is verified under either policy by both, and under the wrong one by none', async () => {
    const zip = makeExport(20, 5, {}, null, true);
    const byMlDsa = parseTrustPolicy(mlDsaPolicyText);
    if (typeof byMlDsa === 'string') throw new Error(byMlDsa);
    const files = unpacked(zip);
    // A turned bit of that signature, with the lists and sums of the zip put right again.
    for (const [name, bytes] of files)
      if (name === 'checkpoint' || name.startsWith('proofs/')) files.set(name, Buffer.from(turned(bytes.toString('utf8'))));
    const zips = [zip, whole, repacked(files)];
    const right = [true, false, false];
    const verdicts = async (by: typeof policy): Promise<boolean[]> =>
      Promise.all(zips.map(async (each) => (await ours(each, by)).verified));
    expect([await verdicts(byMlDsa), await verdicts(policy)]).toEqual([right, [true, true, true]]);
    if (!goFound) return;
    expect(other.judge(zips, mlDsaPolicyText).map(({ verified }) => verified)).toEqual(right);
    expect(other.judge(zips).map(({ verified }) => verified)).toEqual([true, true, true]);
  });

  it.each(damages)('with %s is judged, index %s', async (_, index, harm) => {
    const files = unpacked(whole);
    harm(files);
    const judged = await ours(repacked(files));
    expect([judged.verified, judged.index, judged.because]).toEqual([index === -1, index === -1 ? null : index, judged.because]);
  });

  whereGoIs('is judged alike by the other verifier, damage by damage', () => {
    const judged = other.judge(
      damages.map(([, , harm]) => {
        const files = unpacked(whole);
        harm(files);
        return repacked(files);
      }),
    );
    const wrong = damages.flatMap(([what, index], at) => {
      const one = judged[at];
      return one?.verified === (index === -1) && one.index === (index === -1 ? null : index) ? [] : [`${what}: ${JSON.stringify(one)}`];
    });
    expect(wrong).toEqual([]);
  });

  whereGoIs(
    'is judged alike after 400 seeded changes of its files, packed so as to look right',
    async () => {
      const pick = seeded(20261129);
      const names = [...unpacked(whole).keys()].filter((name) => name !== 'manifest.json');
      const zips = Array.from({ length: 400 }, (_, at) => {
        const files = unpacked(whole);
        const name = at % 4 === 0 ? 'manifest.json' : (names[pick(names.length)] ?? '');
        const bytes = files.get(name) as Buffer;
        files.set(name, bent(bytes, pick));
        try {
          return name === 'manifest.json' ? storedZip(files) : repacked(files);
        } catch {
          return storedZip(files);
        }
      });
      const others = other.judge(zips);
      const differences: string[] = [];
      for (const [at, zip] of zips.entries()) {
        const [mine, theirs] = [await ours(zip), others[at]];
        if (mine.verified !== theirs?.verified || mine.index !== theirs.index)
          differences.push(`${at}: ${JSON.stringify(mine)} here, ${JSON.stringify(theirs)} there`);
      }
      expect(differences).toEqual([]);
      expect(others.filter(({ verified }) => !verified).length).toBeGreaterThan(250);
    },
    120_000,
  );
});
