import { CameraPapersSources, Cameras, ListAlarms, type Camera, type CameraPapers, type FacetCount } from '#libs/registry';
import { ObligationRegistry, PolicyStore } from '#libs/regulation';
import type { CameraId, Viewer } from '#libs/kernel';
import { CameraRepository } from '../../libs/registry/src/camera.repository.js';
import { ClassVisibility } from '../../libs/registry/src/class-visibility.js';
import { openHouse, type SharingHouse } from './sharing-house.js';
import { disturb, Draw, matches, plantCameras, RowByRow, someFilter, somePapers, someViewer } from './lists-random.js';

// D6: a list is equal to asking about each camera by itself. `CUAO_LISTS=500 npm test -- test/journeys/lists-equal` is the long
// form: 500 inventories of 2,000 cameras, a question each. A million cameras: test/journeys/lists-million.
const databases = Number(process.env['CUAO_LISTS'] ?? '6');
const isLong = databases > 100;
/** How large an inventory is (null: as drawn, small), how many questions it is asked, rows of a page at most. */
interface Size {
  readonly cameraCount: number | null;
  readonly questionsEach: number;
  readonly pageRows: number;
}
const small: Size = { cameraCount: null, questionsEach: 3, pageRows: 15 };
const size: Size = isLong ? { cameraCount: 2_000, questionsEach: 1, pageRows: 400 } : small;
const enforced = ['watermark', 'no_download', 'max_duration'];

let house: SharingHouse;
let cameras: Cameras;
let like: Viewer;
let owners: string[];
let units: string[];
let papers: readonly CameraPapers[] = [];
/** An empty inventory, and a gateway that knows no class. */
async function openEmpty(): Promise<void> {
  house = await openHouse();
  // The demo city's own classes would be asked about for every viewer.
  await house.services.sql('truncate camera, camera_system, camera_tally, camera_class cascade');
  cameras = house.get(Cameras);
  like = await house.as('mai', 'requester');
  owners = (await house.services.sql<{ id: string }>('select id from organisation order by code limit 5')).map(({ id }) => id);
  units = (await house.services.sql<{ code: string }>('select code from unit order by code limit 3')).map(({ code }) => code);
  for (const code of enforced) house.get(ObligationRegistry).accept(code, 'stream');
  house
    .get(CameraPapersSources)
    .add((_tx, _viewer, { purpose }) => Promise.resolve(papers.filter(({ facts }) => facts.request?.purposeCode === purpose)));
}
beforeAll(openEmpty, 120_000);
afterAll(() => house?.close());

const sum = (counts: readonly { cameras: number }[]): number => counts.reduce((all, one) => all + one.cameras, 0);
const everything = { south: 20, west: 105, north: 22, east: 107 };

interface Tally {
  databases: number;
  cameras: number;
  decided: number;
  questions: number;
  pages: number;
  changes: number;
  shown: number;
  classes: number;
  empty: number;
}

/** Everything there is, in the order of lists, whoever may know of it. */
async function inventory(): Promise<Camera[]> {
  const ids = await house.services.sql<{ id: CameraId }>('select id from camera');
  return house.db.read((tx) =>
    house.get(CameraRepository).listForDeciding(
      tx,
      ids.map(({ id }) => id),
    ),
  );
}

/** @returns what differs, in words; empty when the list is what the rules say camera by camera */
async function compare(draw: Draw, tally: Tally, { cameraCount, questionsEach, pageRows }: Size): Promise<string[]> {
  const oracle = new RowByRow(
    house.get(PolicyStore).current(),
    house.clock.nowMs(),
    (code, mode) => (mode === 'stream' && enforced.includes(code)) || (code === 'log_access' && mode === 'before'),
  );
  await plantCameras(house.services, draw, cameraCount ?? draw.upTo(120), owners, units);
  let all = await inventory();
  tally.databases += 1;
  tally.cameras += all.length;
  const wrong: string[] = [];
  for (let n = 0; n < questionsEach; n += 1) {
    const [viewer, filter] = [someViewer(draw, like, owners), someFilter(draw, owners, units)];
    papers =
      filter.footage === undefined
        ? []
        : [1, 2].map(() => somePapers(draw, viewer, all, filter.footage?.purpose ?? '', house.clock.nowMs()));
    let open = new Set<string>();
    const wanted = (): string[] => {
      open = oracle.open(viewer, all, filter.footage ?? null, papers);
      tally.decided += all.length;
      return all.filter((camera) => open.has(camera.id) && matches(camera, filter)).map(({ code }) => code);
    };
    const [alarms, first] = [house.get(ListAlarms).count, 1 + draw.upTo(pageRows)];
    let [after, union, expected] = [null as string | null, [] as string[], wanted()];
    const said = (what: string): void => void wrong.push(`${what}: ${JSON.stringify({ role: viewer.role, filter })}`);
    for (;;) {
      const page = await cameras.list(viewer, { first, after, filter });
      const rows = page.rows.slice(0, first).map(({ code }) => code);
      const rest = expected.filter((code) => union.length === 0 || code > (union.at(-1) ?? ''));
      if (page.totalCount !== expected.length) said(`count ${page.totalCount}, are ${expected.length}`);
      if (rows.join() !== rest.slice(0, first).join()) said(`page of ${rows.length}, wanted ${Math.min(first, rest.length)}`);
      if (page.hasNextPage !== rest.length > first) said('next page or none');
      union.push(...rows);
      tally.pages += 1;
      const last = page.rows[Math.min(first, page.rows.length) - 1];
      if (!page.hasNextPage || last === undefined || wrong.length > 3) break;
      after = page.cursorOf(last);
      if (draw.chance(0.2)) {
        await disturb(house.services, draw);
        [all, tally.changes] = [await inventory(), tally.changes + 1];
        expected = wanted();
      }
    }
    if (new Set(union).size !== union.length) said('a row came twice');
    const [facets, clusters, names] = [
      await cameras.facets(viewer, filter),
      await cameras.clusters(viewer, filter, everything, 7),
      await cameras.suggestions(viewer, { ...filter, text: 'ho guom' }, 50),
    ];
    if (facets.totalCount !== expected.length) said(`facets count ${facets.totalCount}, are ${expected.length}`);
    const shown = all.filter(({ code }) => expected.includes(code));
    for (const [facet, of] of [
      ['units', 'unitCode'],
      ['zoneKinds', 'zoneKind'],
      ['ownerKinds', 'ownerKind'],
      ['systemKinds', 'systemKind'],
    ] as const)
      if (
        !sameCounts(
          facets[facet],
          shown.map((camera) => camera[of]),
        )
      )
        said(`facet ${facet}`);
    if (
      !sameCounts(
        facets.purposes,
        shown.flatMap(({ purposes }) => [...purposes]),
      )
    )
      said('facet purposes');
    if (sum(clusters) !== expected.length) said(`clusters ${sum(clusters)}, are ${expected.length}`);
    const named = [
      ...new Set(
        all.filter((camera) => open.has(camera.id) && matches(camera, { ...filter, text: 'ho guom' })).map(({ nameVi }) => nameVi),
      ),
    ];
    if ([...names].sort().join() !== named.sort().join()) said('suggestions');
    if (house.get(ListAlarms).count !== alarms) said('an alarm');
    tally.questions += 1;
    tally.shown += expected.length;
    tally.empty += expected.length === 0 ? 1 : 0;
  }
  return wrong;
}

function sameCounts(counts: readonly FacetCount[], codes: readonly string[]): boolean {
  const wanted = new Map<string, number>();
  for (const code of codes) wanted.set(code, (wanted.get(code) ?? 0) + 1);
  return counts.length === wanted.size && counts.every(({ code, cameras: n }) => wanted.get(code) === n);
}

async function countClasses(tally: Tally): Promise<void> {
  const [classes] = await house.services.sql<{ n: number }>('select count(*)::int as n from camera_class');
  tally.classes += classes?.n ?? 0;
}

it(`lists are equal to the decisions on each camera, on ${databases} random inventories`, async () => {
  const tally: Tally = { databases: 0, cameras: 0, decided: 0, questions: 0, pages: 0, changes: 0, shown: 0, classes: 0, empty: 0 };
  const seed = Number(process.env['CUAO_SEED'] ?? '20261128');
  for (let n = 0; n < databases; n += 1) {
    // Random inventories have a class for almost every camera, and rows of classes are for ever.
    if (n > 0 && n % 50 === 0) {
      await countClasses(tally);
      await house.close();
      await openEmpty();
    }
    const wrong = await compare(new Draw(seed + n), tally, size);
    expect({ seed: seed + n, wrong }).toEqual({ seed: seed + n, wrong: [] });
    if (isLong && n % 10 === 9) process.stdout.write(`lists = decisions so far: ${JSON.stringify(tally)}\n`);
  }
  await countClasses(tally);
  process.stderr.write(`lists = decisions: ${JSON.stringify(tally)}\n`);
  // Neither trivially full nor trivially empty.
  expect(tally.shown).toBeGreaterThan(0);
  expect(tally.empty).toBeLessThan(tally.questions);
  expect(tally.changes).toBeGreaterThan(0);
}, 14_400_000);

type Visible = Awaited<ReturnType<ClassVisibility['visible']>>;

/** What goes wrong when the predicate does: each must be seen. */
const mutants: Readonly<Record<string, (visible: Visible, any: readonly number[]) => Visible>> = {
  'a class too many': (visible, any) => ({ ...visible, classIds: [...visible.classIds, ...any] }),
  'a class too few': (visible) => ({ ...visible, classIds: visible.classIds.slice(1) }),
  'counts of other classes than rows': (visible) => ({
    ...visible,
    fullClasses: (of) => visible.fullClasses(of).filter(({ id }) => id % 2 === 0),
  }),
  'cameras with papers of their own forgotten': (visible) => ({ ...visible, added: [] }),
};

it.each(Object.keys(mutants))(
  'and a planted fault is seen: %s',
  async (name) => {
    const visibility = house.get(ClassVisibility);
    const right = visibility.visible.bind(visibility);
    const ids = (await house.services.sql<{ id: number }>('select id from camera_class')).map(({ id }) => id);
    visibility.visible = async (...args) => (mutants[name] ?? ((same: Visible) => same))(await right(...args), ids);
    try {
      const tally: Tally = { databases: 0, cameras: 0, decided: 0, questions: 0, pages: 0, changes: 0, shown: 0, classes: 0, empty: 0 };
      const wrong: string[] = [];
      for (let n = 0; n < 20 && wrong.length === 0; n += 1) wrong.push(...(await compare(new Draw(4_000 + n), tally, small)));
      expect(wrong.length).toBeGreaterThan(0);
    } finally {
      visibility.visible = right;
    }
  },
  300_000,
);
