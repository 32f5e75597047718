import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { evaluateClasses, evaluateEach, loadPolicy, readInput, type Policy, type Question } from '#libs/regulation';
import { benchRow, type BenchRow } from './bench-row.js';
import { casbinEngine } from './engines/casbin.js';
import { cedarEngine } from './engines/cedar.js';
import { disagreements, inTurns, type Engine, type Timing } from './engines/engine.js';
import { familyQuestions } from './engines/family.js';
import { floorEngine, unquickened } from './engines/floor.js';
import { findOpa, opaServer } from './engines/opa-server.js';
import { bareSdk, gateEngine } from './engines/ours.js';
import { recordedRatio } from './recorded.js';

const root = packageRoot(import.meta.dirname);
const bundle = path.join(root, 'policies/bundle');
const someday = Date.parse('2026-11-24T00:00:00Z');
const seed = 20_261_128;
const rounds = 6;

/**
 * One decision as the gate makes it before it records, beside other engines in the same run and in turns. Agreement comes first:
 * an engine that opens anything else than the gate does is no peer. Every case of policies/cases for the engines that carry all
 * rules; a seeded family of questions (`engines/family.ts`) for those that can carry its rules only.
 */
export async function run(): Promise<BenchRow[]> {
  const policy = await loadPolicy(bundle, someday);
  const gate = gateEngine(policy, someday);
  const sdk = await bareSdk(bundle);
  const opa = findOpa();
  if (opa === null) process.stderr.write('no opa 1.22.2 found (OPA_PATH, PATH, ~/go/bin): its server and the floor are left out\n');
  const server = opa === null ? null : await opaServer(opa, root);
  const floor = opa === null ? null : await floorEngine(opa);
  const plain = opa === null ? null : await unquickened(opa, root);
  try {
    return [
      ...(await onCases(policy, gate, { sdk, plain, server, floor })),
      ...(await onFamily(policy, gate, sdk, server)),
      onPage(policy),
      onClasses(policy),
    ];
  } finally {
    server?.stop?.();
  }
}

interface CasePeers {
  readonly sdk: Engine;
  readonly plain: Engine | null;
  readonly server: Engine | null;
  readonly floor: Engine | null;
}

async function onCases(policy: Policy, gate: Engine, { sdk, plain, server, floor }: CasePeers): Promise<BenchRow[]> {
  const questions = caseQuestions(policy);
  const peers = [sdk, ...(plain === null ? [] : [plain]), ...(server === null ? [] : [server])];
  const wrong = await disagreements([gate, ...peers], questions);
  const timings = await inTurns([gate, ...peers, ...(floor === null ? [] : [floor])], questions, rounds, (engine) =>
    engine === server ? 150 : 1_500,
  );
  const work = { same: wrong.length === 0, how: wrong[0] ?? `the same yes or no to all ${questions.length} questions of policies/cases` };
  const ours = timingOf(timings, gate);
  const floorTiming = floor === null ? null : timingOf(timings, floor);
  const rows = [
    benchRow({
      name: 'decision: gate in process, with reasons, obligations and facts digest',
      ours: ours.percentile(0.5),
      baseline: timingOf(timings, sdk).percentile(0.5),
      baselineName: sdk.name,
      unit: 'µs p50',
      wanted: { ratioAtMost: recordedRatio('sdk') * 1.2 },
      work,
      details: {
        ...figures('ours', ours),
        ...figures('baseline', timingOf(timings, sdk)),
        ...(floorTiming === null ? {} : figures('floor (the SDK, the same questions, a policy of one line)', floorTiming)),
        'load of the machine, 1 min': loadavg()[0] ?? Number.NaN,
        'design asks on a quiet machine': 'p50 ≤ 60 µs, p99 ≤ 250 µs',
        rules: Object.keys(policy.tables.rules).length,
      },
    }),
  ];
  if (plain !== null) rows.push(against(gate, plain, timings, work, 1, 'the bare SDK beaten'));
  return server === null
    ? rows
    : [...rows, against(gate, server, timings, work, Math.max(10, 0.8 * recordedRatio('server')), 'at least 10 ×')];
}

async function onFamily(policy: Policy, gate: Engine, sdk: Engine, server: Engine | null): Promise<BenchRow[]> {
  const questions = familyQuestions(1_000, seed);
  const cedar = cedarEngine(policy);
  const casbin = await casbinEngine(policy);
  const peers = [sdk, ...(server === null ? [] : [server]), cedar, casbin];
  const wrong = await disagreements([gate, ...peers], questions);
  const opened = questions.filter((question) => gate.opens(question) === true).length;
  const timings = await inTurns([gate, ...peers], questions, rounds, (engine) => (engine === server ? 100 : 600));
  const agreed = (peer: Engine) => {
    const own = wrong.filter((line) => line.startsWith(peer.name));
    return {
      same: own.length === 0 && opened > 0.2 * questions.length && opened < 0.9 * questions.length,
      how: own[0] ?? `the same yes or no to ${questions.length} generated questions, ${opened} of them yes; it carries ${peer.carries}`,
    };
  };
  return [
    ...(server === null
      ? []
      : [against(gate, server, timings, agreed(server), Math.max(10, 0.8 * recordedRatio('familyServer')), 'at least 10 ×')]),
    against(
      gate,
      cedar,
      timings,
      agreed(cedar),
      0.8 * recordedRatio('familyCedar'),
      'at least 10 ×; not reached, see policies/README.md, Figures',
    ),
    against(gate, casbin, timings, agreed(casbin), 0.8 * recordedRatio('familyCasbin'), null),
  ];
}

/** Medians: on a shared machine the mean of either side is made by the neighbours' bursts. */
function against(
  gate: Engine,
  peer: Engine,
  timings: Map<string, Timing>,
  work: { same: boolean; how: string },
  ratioAtLeast: number,
  designAsks: string | null,
): BenchRow {
  const [ours, theirs] = [timingOf(timings, gate), timingOf(timings, peer)];
  return benchRow({
    name: `decision: gate in process against ${peer.name}`,
    ours: 1e6 / ours.percentile(0.5),
    baseline: 1e6 / theirs.percentile(0.5),
    baselineName: peer.name,
    unit: 'decisions/s at the median',
    wanted: { ratioAtLeast: Math.round(ratioAtLeast * 100) / 100 },
    work,
    details: { ...figures('ours', ours), ...figures('baseline', theirs), ...(designAsks === null ? {} : { 'design asks': designAsks }) },
  });
}

/** A page of a list: fifty cameras in one call, beside the same cameras one by one. */
function onPage(policy: Policy): BenchRow {
  const { camera, ...question } = familyQuestions(1, seed)[0] ?? fail();
  const cameras = Array.from({ length: 50 }, (_, i) => ({ ...camera, id: `cam_${i}`, ownerOrgId: `org_o${i % 9}` }));
  const one = gateEngine(policy, someday);
  const page = medianOf(60, () => evaluateEach(policy, { ...question, action: 'live_view' }, cameras));
  const alone = medianOf(60, () => cameras.map((each) => one.opens({ ...question, camera: each } as Question)));
  const effects = evaluateEach(policy, { ...question, action: 'live_view' }, cameras).map(({ effect }) => effect === 'allow');
  const same = effects.every((open, i) => open === one.opens({ ...question, camera: cameras[i] ?? {} } as Question));
  return benchRow({
    name: 'decision: a page of 50 cameras in one call',
    ours: page,
    baseline: alone,
    baselineName: 'the same 50, one by one',
    unit: 'ms at the median',
    wanted: { ratioAtMost: 1 },
    work: { same, how: 'the same yes or no for each of the 50' },
    details: { 'design asks on a quiet machine': 'about 0.75 ms' },
  });
}

/** What a list asks once for a person and an act: 400 classes of cameras, effects only. */
function onClasses(policy: Policy): BenchRow {
  const classes = Array.from({ length: 400 }, (_, i) => ({
    systemKind: ['central', 'roadTraffic', 'private', 'internal'][i % 4] ?? 'central',
    missionClass: ['GIAO_THONG', 'HA_TANG', 'AN_NINH_TRAT_TU', 'QUOC_PHONG', 'MOI_TRUONG'][i % 5] ?? 'GIAO_THONG',
    classification: i % 7 === 0 ? 'stateSecret' : 'normal',
    zoneKind: ['street', 'school'][i % 2] ?? 'street',
  }));
  const viewer = { userId: 'per_1', orgId: 'org_a1', orgKind: 'SO_XD', roles: ['requester'], functions: ['HA_TANG'] };
  const question = { action: 'list_cameras', asOf: Date.parse('2026-09-20T00:00:00Z'), viewer };
  const gate = gateEngine(policy, someday);
  const { open } = evaluateClasses(policy, question, classes, ['allow']);
  const alone = (): boolean[] =>
    classes.map((camera) => gate.opens({ ...question, camera: { id: 'class', ...camera } } as Question) === true);
  return benchRow({
    name: 'decision: 400 classes of cameras in one call',
    ours: medianOf(15, () => evaluateClasses(policy, question, classes, ['allow'])),
    baseline: medianOf(15, alone),
    baselineName: 'the same 400, one by one',
    unit: 'ms at the median',
    wanted: { ratioAtMost: 1 },
    work: {
      same: JSON.stringify(open) === JSON.stringify(alone()) && open.includes(true) && open.includes(false),
      how: `the same yes or no for each, ${open.filter(Boolean).length} of them yes`,
    },
  });
}

function medianOf(times: number, work: () => unknown): number {
  const took = Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

function figures(whose: string, timing: Timing): Record<string, number> {
  return {
    [`${whose} p50 µs`]: timing.percentile(0.5),
    [`${whose} p99 µs`]: timing.percentile(0.99),
    [`${whose} per second`]: timing.perSecond(),
  };
}

function timingOf(timings: Map<string, Timing>, engine: Engine): Timing {
  return timings.get(engine.name) ?? fail();
}

/** Every case whose form the input schema accepts; what is refused before the engine is no question for it. */
function caseQuestions(policy: Policy): Question[] {
  const folder = path.join(root, 'policies/cases');
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const read = readInput(policy.tables, (JSON.parse(line) as { input: unknown }).input);
    return read.kind === 'input' && typeof read.input['action'] === 'string' && typeof read.input['asOf'] === 'number'
      ? [read.input as unknown as Question]
      : [];
  });
}

function fail(): never {
  throw new Error('nothing was measured');
}

function packageRoot(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : packageRoot(path.dirname(from));
}
