import '../support/node-errors.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused } from '../story/answers.js';
import { gather } from '../story/cast.js';
import { firstPicture, openLive } from '../story/footage.js';
import { ApiFault, hangUp } from '../story/graphql-client.js';
import { inspection, waitForProof } from '../story/inspection.js';
import { checkTheLog, rememberTheLog } from '../story/log-check.js';
import { mainRoad } from '../story/main-road.js';
import { Notebook } from '../story/notebook.js';
import { newCaseNumber } from '../story/papers.js';
import { revocation } from '../story/revocation.js';
import type { Road, Story } from '../story/story.js';
import { Transcript } from '../story/transcript.js';
import {
  anotherAgencysCamera,
  expiredGrant,
  inspectorAsksForFootage,
  noWrittenRequest,
  prepareShortGrant,
  replayedMediaToken,
  selfApproval,
  unfittingPurpose,
} from '../story/wrong-turns.js';
import { openRoadCity, type RoadCity } from './road-city.js';

let city: RoadCity;
let story: Story;
let transcript: Transcript;
let said: string[];

beforeAll(async () => {
  city = await openRoadCity();
  said = [];
  transcript = new Transcript(false, (line) => said.push(line));
  const cast = await gather(city.book, transcript, city.tokenOf);
  story = { book: city.book, cast, transcript, notebook: new Notebook(), caseReference: newCaseNumber(), startedAt: new Date() };
}, 180_000);

afterAll(async () => {
  hangUp();
  await city?.close();
});

/** Everything that one chapter states must hold; what it said stands in the failure. */
async function told<T>(chapter: () => Promise<T>): Promise<T> {
  const { passed, failed } = transcript;
  const from = said.length;
  const result = await chapter();
  if (transcript.failed > failed) throw new Error(said.slice(from).join(''));
  expect(transcript.passed).toBeGreaterThan(passed);
  return result;
}

/** Each test walks its own road, so that none waits for another. */
const newRoad = (): Promise<Road> => told(() => mainRoad(story));

describe('the main road', () => {
  it('leads from a request to a picture when five people turn their keys', async () => {
    await newRoad();
  });

  it('refuses and records each wrong turn of papers', async () => {
    const road = await newRoad();
    await told(() => selfApproval(story));
    await told(() => unfittingPurpose(story));
    await told(() => noWrittenRequest(story, road));
    await told(() => anotherAgencysCamera(story, road));
    await told(() => inspectorAsksForFootage(story, road));
  });

  it('ends with its grant: nothing opens after it, and what was open ends by itself', async () => {
    const road = await newRoad();
    const short = await prepareShortGrant(story, road);
    await told(() => expiredGrant(story, short));
  });

  it('gives a replayed media token nothing, and an inspector finds the attempt and proves every entry offline', async () => {
    const before = await rememberTheLog(city.book, transcript);
    const road = await newRoad();
    const replayed = await told(() => replayedMediaToken(story, road));
    const proofs = await told(() => inspection(story, road, replayed));
    await told(() => checkTheLog(story, before, proofs));
  }, 180_000);

  it('stops twenty pictures within a second when the owner takes the grant back', async () => {
    const road = await newRoad();
    await told(() => revocation(story, road));
  });
});

describe('a neighbour that is down', () => {
  const ask = (road: Road): Parameters<typeof openLive>[2] => ({
    grantId: road.grant.id,
    cameraId: road.grant.cameras[0]?.id ?? '',
    vi: 'mở hình',
    en: 'opens a picture',
  });

  it('Redis: a picture opens all the same, and its entry is sequenced, witnessed and proven meanwhile', async () => {
    const road = await newRoad();
    await city.toRedis.cut();
    try {
      const opened = await openLive(story, story.cast.requester, ask(road));
      if (isRefused(opened)) throw new Error(opened.textEn);
      const picture = await firstPicture(opened.session);
      picture.reader.close();
      expect(picture.codec).toMatch(/H\.264/);
      expect(await waitForProof(story.cast.inspector, opened.entry.id)).toMatchObject({ state: 'WITNESSED' });
    } finally {
      await city.toRedis.mend();
    }
  });

  it('PostgreSQL: none opens, the answer is a fault without details, and it opens again afterwards', async () => {
    const road = await newRoad();
    await city.toDatabase.cut();
    try {
      await expect(openLive(story, story.cast.requester, ask(road))).rejects.toThrow(ApiFault);
    } finally {
      await city.toDatabase.mend();
    }
    let opened = await openLive(story, story.cast.requester, ask(road)).catch(() => null);
    for (let attempt = 0; opened === null && attempt < 50; attempt += 1) {
      await sleep(100);
      opened = await openLive(story, story.cast.requester, ask(road)).catch(() => null);
    }
    expect(opened?.__typename).toBe('PlaybackOpened');
  });
});

describe('malformed', () => {
  it('asks nothing of the rules and opens nothing', async () => {
    const ask = { grantId: 'grt_nonsense', cameraId: 'cam_nonsense', vi: 'mở bằng mã sai', en: 'opens with ids of no form' };
    const outcome = await openLive(story, story.cast.requester, ask).catch((error: unknown) => error);
    if (outcome instanceof ApiFault) expect(outcome.message).not.toMatch(/at \/|select |pg_/);
    else expect(isRefused(outcome as { __typename: string })).toBe(true);
  });
});
