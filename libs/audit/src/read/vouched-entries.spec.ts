import { leafHash } from '../tree/hash.js';
import { vouchedEntries, type EntryRow } from './vouched-entries.js';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const leafOf = (n: number, org = 'so-xay-dung'): Buffer =>
  Buffer.from(
    `{"at":"2026-11-29T10:00:00.000Z","id":"ent_${uuid(n)}","log":"audit.example/x","org":"${org}","outcome":"allowed","producer":"gateway-1","role":"requester","t":"live_view.open","v":1}`,
  );
const rowOf = (n: number, change: Partial<EntryRow> = {}): EntryRow => ({
  entry_id: uuid(n),
  idx: String(n),
  leaf: leafOf(n),
  leaf_hash: leafHash(leafOf(n)),
  accepted_at: new Date(0),
  ...change,
});
/** Entries 0 to 3, as they were published. */
const published = {
  leafHash: (index: number) => Promise.resolve(leafHash(leafOf(index)).toString('hex')),
  leaf: (index: number) => Promise.resolve<Buffer | null>(leafOf(index)),
};
const bent = leafOf(1, 'so-y-te');

describe('entries that are vouched for', () => {
  it.each<[string, EntryRow]>([
    ['another text', rowOf(1, { leaf: bent })],
    ['another text with its hash', rowOf(1, { leaf: bent, leaf_hash: leafHash(bent) })],
    ['another hash', rowOf(1, { leaf_hash: leafHash(bent) })],
    ['no text', rowOf(1, { leaf: null })],
    ['no row', rowOf(1, { leaf: null, leaf_hash: null })],
  ])('are taken from the published log where the database has %s', async (_, row) => {
    const { entries, withheld } = await vouchedEntries(published, [rowOf(0), row, rowOf(2)], 4);
    expect(withheld).toEqual([]);
    expect(entries.map(({ leafText, isRestored }) => [leafText, isRestored])).toEqual([
      [leafOf(0).toString(), false],
      [leafOf(1).toString(), true],
      [leafOf(2).toString(), false],
    ]);
    expect(entries[1]).toMatchObject({ index: 1, state: 'WITNESSED', leafHash: leafHash(leafOf(1)).toString('hex') });
  });

  it('are withheld where another entry stands in the published log: who may see it was decided by the row', async () => {
    const swapped = rowOf(1, { idx: '2' });
    expect(await vouchedEntries(published, [swapped], 4)).toEqual({ entries: [], withheld: [swapped] });
  });

  it.each<[string, typeof published]>([
    ['holds no sound bundle', { ...published, leaf: () => Promise.resolve(null) }],
    ['has another text too', { ...published, leaf: () => Promise.resolve(bent) }],
  ])('are withheld where the published log %s', async (_, spoiled) => {
    const row = rowOf(1, { leaf: bent });
    const { entries, withheld } = await vouchedEntries(spoiled, [row, rowOf(2)], 4);
    expect([entries.length, withheld]).toEqual([1, [row]]);
  });

  it('are withheld where nothing is witnessed yet and text and hash differ', async () => {
    const row = rowOf(1, { leaf: bent });
    expect((await vouchedEntries(published, [row, rowOf(2, { idx: null })], 1)).withheld).toEqual([row]);
  });
});
