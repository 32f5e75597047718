import { performance } from 'node:perf_hooks';
import { isRefused, rulesOf, type PlaybackOpened, type Refused } from './answers.js';
import type { Member } from './cast.js';
import { openPlayback } from './documents.js';
import { MediaReader, newestPicture, outerBoxes } from './media-reader.js';
import { RoadBlocked } from './papers.js';
import type { Story } from './story.js';

export interface OpenAsk {
  readonly grantId: string;
  readonly cameraId: string;
  readonly vi: string;
  readonly en: string;
  /** Not told in the transcript: one of many. */
  readonly silent?: boolean;
}

/** Asks for a live picture now. Whatever comes back is on the log, and the story notes under which id. */
export async function openLive(story: Story, member: Member, ask: OpenAsk): Promise<PlaybackOpened | Refused> {
  const input = {
    grantId: ask.grantId,
    cameraId: ask.cameraId,
    mode: 'LIVE',
    reason: `theo dõi hiện trường, hồ sơ ${story.caseReference}`,
  };
  const { data, ms } = await member.ask<{ openPlayback: PlaybackOpened | Refused }>(openPlayback, { input });
  const answer = data.openPlayback;
  const refused = isRefused(answer);
  const entryId = refused ? (answer.entryId ?? null) : answer.entry.id;
  if (ask.silent !== true || refused)
    story.transcript.step({
      who: member.speaker,
      vi: ask.vi,
      en: ask.en,
      answer: refused ? rulesOf(answer) : `phiên/session ${answer.session.id}`,
      entryId,
      ms,
    });
  if (!refused) {
    story.notebook.done(answer.entry.id, ask.vi, ask.en);
    if (answer.receipt !== null) story.notebook.receipts.push(answer.receipt.text);
  }
  return answer;
}

/** The same for the places of the story where a refusal means that the road is broken. @throws RoadBlocked */
export async function mustOpenLive(story: Story, member: Member, ask: OpenAsk): Promise<PlaybackOpened> {
  const answer = await openLive(story, member, ask);
  if (isRefused(answer)) throw new RoadBlocked(`${ask.en}: ${rulesOf(answer)}`);
  return answer;
}

export interface FirstPicture {
  readonly ms: number;
  /** Types of the outer boxes of the init section and of the first second. */
  readonly boxes: readonly string[];
  readonly codec: string | null;
  readonly bytes: number;
  /** A signed address that gave picture while the session lived, for the replay afterwards. */
  readonly segmentUrl: string;
  readonly reader: MediaReader;
}

/** Plays until the first second has arrived. @throws RoadBlocked when the edge does not give it */
export async function firstPicture(session: PlaybackOpened['session']): Promise<FirstPicture> {
  const startedAt = performance.now();
  const reader = new MediaReader();
  const playlist = await reader.get(session.mediaUrl);
  if (playlist.status !== 200) throw new RoadBlocked(`playlist: HTTP ${playlist.status} ${playlist.body.toString('utf8').slice(0, 200)}`);
  const urls = newestPicture(playlist.body.toString('utf8'), session.mediaUrl);
  if (urls === null) throw new RoadBlocked('the playlist names no picture');
  const init = await reader.get(urls.init);
  const segment = await reader.get(urls.segment);
  if (init.status !== 200 || segment.status !== 200) throw new RoadBlocked(`picture: HTTP ${init.status}, ${segment.status}`);
  return {
    ms: performance.now() - startedAt,
    boxes: [...outerBoxes(init.body), ...outerBoxes(segment.body)],
    codec: init.body.includes('avc1') ? 'H.264 (avc1)' : null,
    bytes: init.body.length + segment.body.length,
    segmentUrl: urls.segment,
    reader,
  };
}
