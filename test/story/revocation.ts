import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused, rulesOf, type GrantRevoked, type PlaybackOpened, type Refused, type SessionAnswer } from './answers.js';
import { playbackSessionQuery, revokeGrant } from './documents.js';
import { mustOpenLive, openLive } from './footage.js';
import { RoadBlocked } from './papers.js';
import { percentiles, round, type Percentiles } from './transcript.js';
import { Player, type Manner, type PlayerReport } from '../support/hls-client.js';
import { SlowReader } from './slow-reader.js';
import type { Road, Story } from './story.js';

/** Twenty sessions: players, clients that take all they can get, and readers that are always in the middle of an answer. */
const readers: readonly Manner[] = [
  ...Array.from({ length: 10 }, (): Manner => 'honest'),
  ...Array.from({ length: 6 }, (): Manner => 'greedy'),
  ...Array.from({ length: 4 }, (): Manner => 'slow'),
];

/** `design.md`, figures to reach, in milliseconds. */
const honestP99 = 1_000;
const slowP99 = 3_000;
/** What P5 promises of every byte, and what is aimed at on a machine with nothing else to do. */
const edgeHandsNothingAfter = 1_000;
const edgeAimsAt = 250;

interface Watched {
  readonly opened: PlaybackOpened;
  readonly player: Player | SlowReader;
}

async function startWatching(story: Story, road: Road): Promise<Watched[]> {
  const watched: Watched[] = [];
  for (const [index, manner] of readers.entries()) {
    const camera = road.grant.cameras[index % road.grant.cameras.length];
    if (camera === undefined) throw new RoadBlocked('a grant without cameras');
    const opened = await mustOpenLive(story, story.cast.requester, {
      grantId: road.grant.id,
      cameraId: camera.id,
      vi: `mở hình (${manner})`,
      en: `opens a picture (${manner})`,
      silent: true,
    });
    const { mediaUrl, eventsUrl } = opened.session;
    const player = manner === 'slow' ? new SlowReader(mediaUrl) : new Player({ mediaUrl, eventsUrl, manner });
    watched.push({ opened, player });
  }
  // Not in step: clients that all pause at the same moment would all have read their last byte before it.
  await Promise.all(
    watched.map(async ({ player }, index) => {
      await sleep(index * 61);
      await player.start();
    }),
  );
  return watched;
}

/** The owner takes the grant back while twenty watch; measured in this client, from sending the mutation to the last byte read. */
export async function revocation(story: Story, road: Road): Promise<void> {
  const { cast, transcript } = story;
  transcript.chapter('Thu hồi: hình dừng trong một giây', 'Revocation: the picture stops within a second');
  const watched = await startWatching(story, road);
  transcript.step({
    who: cast.requester.speaker,
    vi: `${watched.length} phiên cùng xem`,
    en: `${watched.length} live sessions: 10 players, 6 greedy, 4 slow readers`,
  });
  await sleep(2_500);

  const sentAt = performance.now();
  const { data, ms } = await cast.owner.ask<{ revokeGrant: GrantRevoked | Refused }>(revokeGrant, {
    id: road.grant.id,
    reason: 'chủ camera thu hồi: sự cố đã xử lý xong',
  });
  const answer = data.revokeGrant;
  if (isRefused(answer)) throw new RoadBlocked(`the revocation was refused: ${rulesOf(answer)}`);
  story.notebook.done(answer.entry.id, 'thu hồi quyền xem', 'the revocation');
  transcript.step({
    who: cast.owner.speaker,
    vi: 'thu hồi quyền xem',
    en: 'revokes the grant',
    answer: `vị trí/position ${answer.revocation.position}, ${answer.revocation.edgesAcknowledged}/${answer.revocation.edgesExpected} edge`,
    entryId: answer.entry.id,
    ms,
  });
  transcript.expect(
    answer.revocation.edgesExpected > 0 && answer.revocation.edgesAcknowledged === answer.revocation.edgesExpected,
    'mọi máy phát đã xác nhận',
    'every edge has acknowledged',
    answer.revocation,
  );
  // Long enough for whatever a slow reader's kernel holds, and for a greedy one to run into refusals.
  await sleep(5_000);
  const reports = await Promise.all(watched.map(({ player }) => player.stop()));
  judge(story, reports, sentAt);
  await compareWithRecord(story, watched, answer);

  const camera = road.grant.cameras[0];
  if (camera === undefined) return;
  const again = await openLive(story, cast.requester, {
    grantId: road.grant.id,
    cameraId: camera.id,
    vi: 'mở lại sau khi bị thu hồi',
    en: 'opens it again after the revocation',
  });
  transcript.expect(isRefused(again) && again.__typename === 'Denied', 'không mở lại được', 'it does not open again', again);
  if (isRefused(again) && again.entryId !== undefined)
    story.notebook.refused(again.entryId, 'mở sau thu hồi', 'opening after the revocation');
}

function judge(story: Story, reports: readonly PlayerReport[], sentAt: number): void {
  const { transcript } = story;
  const lateness = (kinds: readonly Manner[]): number[] =>
    reports
      .filter(({ manner }) => kinds.includes(manner))
      .map(({ lastMediaByteAt }) => Math.max(0, (lastMediaByteAt ?? Number.POSITIVE_INFINITY) - sentAt));
  const quick = percentiles(lateness(['honest', 'greedy']));
  const slow = percentiles(lateness(['slow']));
  const inWords = (p: Percentiles): string => `p50 ${p.p50} · p95 ${p.p95} · p99 ${p.p99} · max ${p.max} ms`;
  transcript.figure(
    'revokeToLastByteMs',
    {
      revokeToLastByteMs: quick,
      slow,
      honest: percentiles(lateness(['honest'])),
      greedy: percentiles(lateness(['greedy'])),
      sessions: reports.length,
      readers: { honest: 10, greedy: 6, slow: 4 },
    },
    `từ lúc gửi lệnh thu hồi đến byte hình cuối cùng: ${inWords(quick)}; người đọc chậm: ${inWords(slow)}`,
    'from sending the revocation to the last byte of picture read; slow readers apart',
  );
  transcript.expect(quick.p99 <= honestP99, `p99 ≤ ${honestP99} ms`, 'players and greedy clients: p99 within one second', quick);
  transcript.expect(
    slow.p99 <= slowP99,
    `người đọc chậm p99 ≤ ${slowP99} ms`,
    'slow readers read only what their own side already held',
    slow,
  );
  transcript.expect(
    reports.every(({ bytes, segments }) => bytes > 0 && segments > 0),
    'cả hai mươi phiên đều đã có hình',
    'all twenty had been watching',
    reports.filter(({ segments }) => segments === 0),
  );
  const heard = reports.filter(({ manner, events }) => manner === 'honest' && events.includes('revoked')).length;
  transcript.expect(heard === 10, 'mọi trình xem được báo ngay', 'every player was told on its event channel', heard);
  const greedy = reports.filter(({ manner }) => manner === 'greedy');
  transcript.expect(
    greedy.every(({ statuses }) => (statuses[410] ?? 0) > 0),
    'kẻ tham nhận 410',
    'greedy clients that went on asking were answered 410',
    greedy.map(({ statuses }) => statuses),
  );
}

/** The record must say the same as the client saw: ended as revoked, nothing handed over later than promised. */
async function compareWithRecord(story: Story, watched: readonly Watched[], revoked: GrantRevoked): Promise<void> {
  const revokedAt = new Date(revoked.revocation.revokedAt).getTime();
  const late: { id: string; ms: number }[] = [];
  let ended = 0;
  let worst = Number.NEGATIVE_INFINITY;
  for (const { opened } of watched) {
    const { data } = await story.cast.requester.ask<{ playbackSession: SessionAnswer | null }>(playbackSessionQuery, {
      id: opened.session.id,
    });
    const session = data.playbackSession;
    if (session?.endReason?.toLowerCase() === 'revoked') ended += 1;
    const lastByteMs =
      session?.lastByteAt === null || session?.lastByteAt === undefined ? Number.NaN : new Date(session.lastByteAt).getTime() - revokedAt;
    worst = Math.max(worst, lastByteMs);
    if (!(lastByteMs <= edgeHandsNothingAfter)) late.push({ id: opened.session.id, ms: lastByteMs });
  }
  story.transcript.expect(
    ended === watched.length,
    'sổ ghi: cả hai mươi phiên kết thúc vì thu hồi',
    'the record says of all twenty: ended, revoked',
    ended,
  );
  story.transcript.figure(
    'lastByteAfterRevokedMs',
    { lastByteAfterRevokedMs: round(worst), aim: edgeAimsAt },
    `theo sổ: byte cuối rời máy phát muộn nhất ${round(worst)} ms sau lúc thu hồi (mục tiêu ${edgeAimsAt} ms)`,
    'by the record: from revokedAt to the last lastByteAt',
  );
  story.transcript.expect(
    late.length === 0,
    `sổ ghi: không byte nào rời máy phát sau ${edgeHandsNothingAfter} ms`,
    'the record shows revokedAt and lastByteAt, and no byte left the edge later than a second after',
    late,
  );
}
