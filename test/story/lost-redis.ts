import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused } from './answers.js';
import { firstPicture, mustOpenLive, openLive } from './footage.js';
import { Player } from '../support/hls-client.js';
import type { Road, Story } from './story.js';

/** Asks the demo start itself to empty Redis; the story has no address of it. @returns what the command said */
function flushRedis(story: Story): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', '--silent', 'fault', '--', 'redis-flush'],
      { cwd: story.book.root, timeout: 30_000 },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, said: (stdout + stderr).trim() });
      },
    );
  });
}

/** Redis is emptied while somebody watches: nobody is refused for it, nothing recorded is lost (the last chapter proves the entries). */
export async function lostRedis(story: Story, road: Road): Promise<void> {
  const { cast, transcript } = story;
  transcript.chapter('Mất Redis giữa chừng', 'Redis is lost in the middle');
  const camera = road.grant.cameras.at(-1);
  if (camera === undefined) throw new Error('a grant without cameras');
  const ask = { grantId: road.grant.id, cameraId: camera.id };
  const before = await mustOpenLive(story, cast.requester, {
    ...ask,
    vi: 'đang xem trước khi Redis mất',
    en: 'is watching before Redis is lost',
  });
  const player = new Player({ mediaUrl: before.session.mediaUrl, eventsUrl: before.session.eventsUrl, manner: 'honest' });
  await player.start();

  const flushed = await flushRedis(story);
  transcript.step({
    who: null,
    vi: 'toàn bộ Redis bị xóa (lệnh gây lỗi của bản chạy thử)',
    en: 'all of Redis is flushed, by the demo start’s own fault command',
    answer: flushed.said,
  });
  transcript.expect(flushed.code === 0, 'lệnh gây lỗi đã chạy', 'the fault command has run', flushed);
  const flushedAt = performance.now();

  const during = await openLive(story, cast.requester, { ...ask, vi: 'mở ngay sau khi Redis bị xóa', en: 'opens right after the flush' });
  transcript.expect(!isRefused(during), 'không ai bị từ chối vì Redis', 'nobody is refused because of Redis', during);
  if (!isRefused(during)) {
    const picture = await firstPicture(during.session);
    picture.reader.close();
    transcript.step({
      who: cast.requester.speaker,
      vi: 'vẫn thấy hình',
      en: 'sees the picture all the same',
      answer: `${Math.round(picture.bytes / 1024)} KiB`,
      ms: picture.ms,
    });
  }
  await sleep(1_500);
  const report = await player.stop();
  transcript.expect(
    (report.lastMediaByteAt ?? 0) > flushedAt + 500,
    'hình đang xem không đứt quãng',
    'the picture that was running went on',
    report,
  );
}
