import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#libs/database';
import { Playback } from '#libs/footage';
import { UnavailableFault, type CameraId, type GrantId, type RequestId, type Viewer } from '#libs/kernel';
import { Cameras } from '#libs/registry';
import { Gate, ObligationRegistry } from '#libs/regulation';
import { Grants, type HeldGrant } from '#libs/sharing';
import { playbackFacts } from '../../libs/footage/src/playback-opening.js';
import { GrantRepository } from '../../libs/sharing/src/grant/grant.repository.js';
import { Draw } from './lists-random.js';
import { openPlaybackHouse, wardCameras, type PlaybackHouse } from './playback-house.js';

// D11: a revocation on one gateway beside checks, lists and openings on both. What began after the revocation was answered never
// gets a permission, and what was opened beside it does not outlive it. `npm run policy:prove -- D11` asks for 10,000 acts beside.
const acts = Number(process.env['CUAO_INTERLEAVINGS'] ?? '240');
const besideEach = 6;
/** How many times as many acts are tried before it is said that revocations and acts never met. */
const patience = 20;
const footage = { action: 'live_view', purpose: 'TRAT_TU_DO_THI' };
const kinds = ['check', 'list', 'open'] as const;

interface Lane {
  readonly grantId: GrantId;
  readonly cameraId: CameraId;
  readonly requestId: RequestId;
  readonly state: string;
}

interface Tally {
  revocations: number;
  beside: number;
  besideAllowed: number;
  after: number;
  openedBeside: number;
  /** A neighbour was too busy to answer in time; that opens nothing either. */
  faults: number;
  revokeMs: number[];
  wrong: string[];
}

let house: PlaybackHouse;
let gateways: INestApplicationContext[];
let mai: Viewer;
let dung: Viewer;
let lanes: Lane[];

beforeAll(async () => {
  house = await openPlaybackHouse();
  gateways = [house.gateway, await house.openAnother('gateway-other')];
  for (const gateway of gateways)
    for (const code of ['no_download', 'max_duration']) gateway.get(ObligationRegistry).accept(code, 'stream');
  [mai, dung] = [await house.as('mai', 'requester'), await house.as('dung', 'approver')];
  lanes = [];
  // Cameras whose notice nobody doubts: the others need the police's word for each request (PD-03).
  const noticed = await house.services.sql<{ id: CameraId }>(
    'select id from camera where id = any($1) and (notice_kind is null or notice_verified_at is not null)',
    [await wardCameras(house.services)],
  );
  for (const { id: cameraId } of noticed) {
    const { grantId, requestId } = await house.granted({ cameraIds: [cameraId] });
    const [row] = await house.services.sql<{ state: string }>('select state from sharing_request where id = $1', [requestId]);
    lanes.push({ grantId, cameraId, requestId, state: row?.state ?? '' });
  }
});
afterAll(() => house?.close());

const empty = (): Tally => ({ revocations: 0, beside: 0, besideAllowed: 0, after: 0, openedBeside: 0, faults: 0, revokeMs: [], wrong: [] });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** The acts begin at any moment of a revocation, however long one takes here: as long as the last one took, and a while around it. */
const whileRevoking = ({ revokeMs }: Tally): number => 25 + (revokeMs.at(-1) ?? 0);
/** Neither always before nor always after: only then was it a race. */
const wasRace = ({ beside, besideAllowed, openedBeside }: Tally): boolean =>
  besideAllowed > beside / 50 && besideAllowed < beside && openedBeside > 0;

/** Whether the camera is permitted, shown as open, or opened. */
async function permitted(gateway: INestApplicationContext, kind: (typeof kinds)[number], { grantId, cameraId }: Lane): Promise<boolean> {
  if (kind === 'list') {
    const page = await gateway.get(Cameras).list(mai, { first: 100, filter: { footage: { ...footage, openNow: true } } });
    if (page.rows.length !== page.totalCount) throw new Error(`${page.rows.length} rows of ${page.totalCount}`);
    return page.rows.some(({ id }) => id === cameraId);
  }
  if (kind === 'open') {
    const ask = { grantId, cameraId, mode: 'LIVE', reason: 'theo dõi hiện trường', cookieless: false } as const;
    const outcome = await gateway.get(Playback).open(mai, ask);
    if (outcome.kind === 'unsupported') throw new Error('the source of the camera is not offered');
    return outcome.kind === 'opened';
  }
  return gateway.get(Database).transaction(async (tx) => {
    const held = await gateway.get(Grants).findUsable(tx, mai, grantId);
    const camera = await gateway.get(Cameras).findVisible(tx, mai, cameraId);
    return gateway.get(Gate).preview(mai, 'live_view', playbackFacts(camera, held)).effect === 'allow';
  });
}

async function allows(gateway: INestApplicationContext, kind: (typeof kinds)[number], lane: Lane, tally: Tally): Promise<boolean> {
  try {
    return await permitted(gateway, kind, lane);
  } catch (error) {
    if (!(error instanceof UnavailableFault)) throw error;
    tally.faults += 1;
    return false;
  }
}

/** The same right given anew: the road from request to grant takes a second, and its own journeys walk it. */
async function giveAnew({ grantId, requestId, state }: Lane): Promise<void> {
  await house.services.sql(
    `update access_grant set ended_at = null, end_kind = null, end_reason = null, ended_by_id = null, end_entry_id = null, epoch = epoch + 1
     where id = $1`,
    [grantId],
  );
  await house.services.sql('update sharing_request set state = $2 where id = $1', [requestId, state]);
}

/** Asks again while the log is too busy to answer in time: the first try may have ended the grant all the same. */
async function revoked(gateway: INestApplicationContext, { grantId }: Lane, tally: Tally): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const outcome = await gateway.get(Grants).revoke(dung, grantId, 'Hết cần thiết');
      if (outcome.kind === 'revoked' || (tries > 1 && outcome.kind === 'conflict')) return;
      throw new Error(`not revoked: ${JSON.stringify(outcome)}`);
    } catch (error) {
      if (!(error instanceof UnavailableFault) || tries === 10) throw error;
      tally.faults += 1;
    }
  }
}

/** One revocation, with acts around it that begin at drawn moments on drawn gateways. */
async function race(draw: Draw, lane: Lane, tally: Tally): Promise<void> {
  await giveAnew(lane);
  const revoking = draw.one(gateways);
  const spreadMs = whileRevoking(tally);
  let answered = false;
  const beside = Array.from({ length: besideEach }, async (_, i) => {
    const [gateway, kind] = [draw.one(gateways), kinds[i % kinds.length] ?? 'open'];
    await pause(draw.upTo(spreadMs));
    const beganAfter = answered;
    const allowed = await allows(gateway, kind, lane, tally);
    if (!beganAfter) {
      tally.beside += 1;
      tally.besideAllowed += allowed ? 1 : 0;
      return;
    }
    tally.after += 1;
    if (allowed) tally.wrong.push(`${kind} allowed though it began after the revocation`);
  });
  const revocation = pause(draw.upTo(25)).then(async () => {
    const began = performance.now();
    await revoked(revoking, lane, tally);
    answered = true;
    tally.revokeMs.push(performance.now() - began);
  });
  await Promise.all([...beside, revocation]);
  tally.revocations += 1;
  // And surely after it: the gateway that did not revoke.
  for (const kind of kinds) {
    for (const gateway of gateways.filter((one) => one !== revoking)) {
      tally.after += 1;
      if (await allows(gateway, kind, lane, tally)) tally.wrong.push(`${kind} allowed on the other gateway after the revocation`);
    }
  }
  const opened = await house.services.sql<{ holds: boolean }>(
    `select coalesce(e.papers_hold and s.state <> 'ended', false) as holds
     from playback_session s left join edge_session e on e.id = s.id where s.grant_id = $1`,
    [lane.grantId],
  );
  if (opened.some(({ holds }) => holds)) tally.wrong.push('a session that was opened beside it still has its papers');
  tally.openedBeside += opened.length;
  await house.services.sql('delete from playback_session where grant_id = $1', [lane.grantId]);
}

async function races(seed: number, wanted: number): Promise<Tally> {
  const tally = empty();
  const run = async (lane: Lane, i: number): Promise<void> => {
    const draw = new Draw(seed + i);
    const goesOn = (): boolean => tally.beside < wanted || (!wasRace(tally) && tally.beside < wanted * patience);
    while (goesOn() && tally.wrong.length < 5) await race(draw, lane, tally);
  };
  await Promise.all(lanes.map(run));
  return tally;
}

it(`no permission outlives its revocation, in ${acts} acts beside revocations on two gateways`, async () => {
  const began = performance.now();
  const tally = await races(Number(process.env['CUAO_SEED'] ?? '20261128'), acts);
  const { revokeMs, wrong, ...figures } = tally;
  revokeMs.sort((a, b) => a - b);
  const [p50, p99] = [0.5, 0.99].map((share) => Math.round(revokeMs[Math.floor(share * revokeMs.length)] ?? 0));
  const said = {
    ...figures,
    'revoke to answer, ms p50': p50,
    'revoke to answer, ms p99': p99,
    seconds: Math.round((performance.now() - began) / 1000),
  };
  process.stderr.write(`races: ${JSON.stringify({ ...said, wrong: wrong.length })}\n`);
  expect(wrong).toEqual([]);
  expect(figures.beside).toBeGreaterThanOrEqual(acts);
  expect(wasRace(tally)).toBe(true);
}, 7_200_000);

/** Gateways that forget: each must be noticed. */
const plants: Readonly<Record<string, (gateway: INestApplicationContext) => () => void>> = {
  'a gateway that remembers grants': (gateway) => {
    const grants = gateway.get(Grants);
    const right = grants.findUsable.bind(grants);
    const remembered = new Map<GrantId, HeldGrant>();
    grants.findUsable = async (tx, viewer, id) => {
      const held = remembered.get(id) ?? (await right(tx, viewer, id));
      if (held !== null) remembered.set(id, held);
      return held;
    };
    return () => (grants.findUsable = right);
  },
  'lists that remember grants': (gateway) => {
    const grants = gateway.get(GrantRepository);
    const right = grants.listRunning.bind(grants);
    let remembered: ReturnType<typeof right> | null = null;
    grants.listRunning = (...asked) => (remembered ??= right(...asked));
    return () => (grants.listRunning = right);
  },
};

it.each(Object.keys(plants))(
  'and a planted fault is seen: %s',
  async (name) => {
    const undo = gateways.map((gateway) => plants[name]?.(gateway));
    try {
      await Promise.all(lanes.map(giveAnew));
      for (const gateway of gateways) for (const kind of kinds) for (const lane of lanes) await permitted(gateway, kind, lane);
      expect((await races(7, 120)).wrong.length).toBeGreaterThan(0);
    } finally {
      for (const back of undo) back?.();
    }
  },
  120_000,
);
