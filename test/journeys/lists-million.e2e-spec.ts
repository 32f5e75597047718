import { Cameras, ListAlarms, type CameraFilter } from '#libs/registry';
import { PolicyStore } from '#libs/regulation';
import type { CameraId, Viewer } from '#libs/kernel';
import { CameraRepository } from '../../libs/registry/src/camera.repository.js';
import { growCity } from '../support/grow-city.js';
import { RowByRow } from './lists-random.js';
import { openHouse, type SharingHouse } from './sharing-house.js';

// D6 on one large inventory. `CUAO_LISTS_CAMERAS=1000000 npm test -- test/journeys/lists-million` is the long form; else a part of the
// demo city, because every camera is decided on by itself.
const wanted = Number(process.env['CUAO_LISTS_CAMERAS'] ?? '0');
const units = wanted === 0 ? ['00070', '00004'] : [null];
const atATime = 2_000;

let house: SharingHouse;
let mai: Viewer;
beforeAll(async () => {
  house = await openHouse();
  mai = await house.as('mai', 'requester');
  if (wanted > 0) await growCity((text) => house.services.sql(text), wanted);
}, 1_800_000);
afterAll(() => house?.close());

const questions: readonly CameraFilter[] = [{}, { footage: { action: 'live_view', purpose: 'HA_TANG' } }];

it.each(
  questions.flatMap((filter) => units.map((unitCode) => [JSON.stringify({ ...filter, unitCode }), { ...filter, unitCode }] as const)),
)(
  'all pages together are the cameras that the rules leave open one by one: %s',
  async (_name, filter) => {
    const oracle = new RowByRow(house.get(PolicyStore).current(), house.clock.nowMs(), () => true);
    const ids = await house.services.sql<{ id: CameraId; code: string }>(
      'select id, code from camera where $1::text is null or unit_code = $1 order by code',
      [filter.unitCode],
    );
    const alarms = house.get(ListAlarms).count;
    const [open, listed, counts]: [string[], string[], Set<number>] = [[], [], new Set()];
    let after: string | null = null;
    for (let from = 0; from < ids.length; from += atATime) {
      const part = await house.db.read((tx) =>
        house.get(CameraRepository).listForDeciding(
          tx,
          ids.slice(from, from + atATime).map(({ id }) => id),
        ),
      );
      const left = oracle.open(mai, part, filter.footage ?? null, []);
      open.push(...part.filter(({ id }) => left.has(id)).map(({ code }) => code));
    }
    for (;;) {
      const page = await house.get(Cameras).list(mai, { first: atATime, after, filter });
      counts.add(page.totalCount);
      const rows = page.rows.slice(0, atATime);
      listed.push(...rows.map(({ code }) => code));
      const last = rows.at(-1);
      if (!page.hasNextPage || last === undefined) break;
      after = page.cursorOf(last);
    }
    process.stdout.write(
      `list = decisions: ${ids.length} cameras, ${listed.length} listed, ${open.length} open, counts ${[...counts].join()}\n`,
    );
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.length).toBeLessThan(ids.length);
    expect(listed.join()).toBe(open.join());
    expect([...counts]).toEqual([open.length]);
    const facets = await house.get(Cameras).facets(mai, filter);
    expect(facets.units.reduce((sum, { cameras }) => sum + cameras, 0)).toBe(open.length);
    expect(house.get(ListAlarms).count).toBe(alarms);
  },
  7_200_000,
);
