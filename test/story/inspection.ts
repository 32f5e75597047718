import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused, rulesOf, type EntryAnswer, type EntryConnection, type EntryProof, type Refused } from './answers.js';
import type { Member } from './cast.js';
import { entriesQuery, proofQuery } from './documents.js';
import type { Noted } from './notebook.js';
import { totalMs } from './transcript.js';
import type { Answered } from './graphql-client.js';
import type { ReplayedSession } from './wrong-turns.js';
import type { Road, Story } from './story.js';

/** A proof in the hands of somebody else than the actor, as text; verified offline by `log-check.ts`. */
export interface HeldProof {
  readonly noted: Noted;
  readonly index: bigint;
  readonly leaf: string;
  readonly proof: string;
}

/** A second as a rule; the rest is room for a worker that was killed and is started again. */
const witnessedWithinMs = 40_000;
const pageSize = 50;

/** The inspector, under the inspection decision and recorded too, finds the whole chain and holds a proof of every entry. */
export async function inspection(story: Story, road: Road, replayed: ReplayedSession): Promise<HeldProof[]> {
  const { transcript } = story;
  transcript.chapter('Thanh tra: mọi việc đều có bản ghi', 'The inspector: every act has its entry');
  await readChain(story, road);
  await findReplay(story, road, replayed);
  await askOutsideScope(story);
  return holdProofs(story);
}

async function readEntries(story: Story, filter: Record<string, unknown>): Promise<{ entries: EntryAnswer[]; ms: number } | Refused> {
  const entries: EntryAnswer[] = [];
  const answers: Answered<unknown>[] = [];
  for (let after: string | null = null; ;) {
    const answered: Answered<{ entries: EntryConnection | Refused }> = await story.cast.inspector.ask(entriesQuery, {
      first: pageSize,
      after,
      filter,
    });
    const page = answered.data.entries;
    if (isRefused(page)) return page;
    answers.push(answered);
    entries.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return { entries, ms: totalMs(answers) };
    after = page.pageInfo.endCursor;
  }
}

async function readChain(story: Story, road: Road): Promise<void> {
  const { cast, transcript } = story;
  const found = await readEntries(story, { requestId: road.requestId });
  if (isRefusedAnswer(found)) {
    transcript.expect(false, 'thanh tra đọc được nhật ký', 'the inspector may read the records of this request', rulesOf(found));
    return;
  }
  const types = [...new Set(found.entries.map(({ type }) => type))];
  transcript.step({
    who: cast.inspector.speaker,
    vi: 'đọc cả chuỗi việc của yêu cầu',
    en: 'reads the whole chain of the request',
    answer: `${found.entries.length} bản ghi/entries: ${types.join(', ')}`,
    ms: found.ms,
  });
  const byId = new Set(found.entries.map(({ id }) => id));
  const mine = story.notebook.entries.filter(({ requestId }) => requestId === road.requestId);
  const missing = mine.filter(({ entryId }) => !byId.has(entryId));
  transcript.expect(
    missing.length === 0,
    'đủ mọi bản ghi của yêu cầu',
    `every one of the ${mine.length} entries the actors were given is found`,
    missing,
  );
}

/** Looks until the entry has been sequenced and can be searched, a fraction of a second as a rule. */
export async function waitForEntry(
  story: Story,
  filter: Record<string, unknown>,
  isIt: (entry: EntryAnswer) => boolean = () => true,
): Promise<EntryAnswer | null> {
  const giveUpAt = performance.now() + witnessedWithinMs;
  for (;;) {
    const found = await readEntries(story, filter);
    const entry = isRefusedAnswer(found) ? undefined : found.entries.find(isIt);
    if (entry !== undefined) return entry;
    if (isRefusedAnswer(found) || performance.now() > giveUpAt) return null;
    await sleep(250);
  }
}

/** What happened at the edge without any word of the API: the refused requests, counted in the entry of the session's deliveries. */
async function findReplay(story: Story, road: Road, replayed: ReplayedSession): Promise<void> {
  const { cast, transcript } = story;
  const filter = { requestId: road.requestId, type: 'live_view.delivered' };
  const entry = await waitForEntry(story, filter, (each) => refusedRequests(each, replayed.sessionId) > 0);
  const refused = entry === null ? 0 : refusedRequests(entry, replayed.sessionId);
  transcript.step({
    who: cast.inspector.speaker,
    vi: 'tìm việc dùng lại mã xem',
    en: 'looks for the replayed token',
    answer: entry === null ? 'không thấy/not found' : `${entry.type}: ${refused} lần bị từ chối/refused (403)`,
    entryId: entry?.id ?? null,
  });
  transcript.expect(
    refused >= replayed.refusals,
    'việc dùng lại mã cũng có trong bản ghi',
    'the replay at the edge is on the log too',
    entry,
  );
  if (entry !== null) story.notebook.done(entry.id, 'dùng lại mã xem', 'the replayed media token', { requestId: road.requestId });
}

/** How many requests the edge refused with 403 in this session, as the entry's own text says. */
function refusedRequests(entry: EntryAnswer, sessionId: string): number {
  const leaf = JSON.parse(entry.leaf ?? '{}') as { playback?: string; details?: Record<string, unknown> };
  return leaf.playback === sessionId ? Number(leaf.details?.['refused403'] ?? 0) : 0;
}

async function askOutsideScope(story: Story): Promise<void> {
  const { cast, transcript } = story;
  const found = await readEntries(story, { organisationCode: 'ubnd-dong-da' });
  const refused = isRefusedAnswer(found) ? found : null;
  transcript.step({
    who: cast.inspector.speaker,
    vi: 'hỏi về cơ quan ngoài quyết định thanh tra',
    en: 'asks about a body that the inspection decision does not name',
    answer: refused === null ? 'được đọc/was let in' : rulesOf(refused),
    entryId: refused?.entryId ?? null,
  });
  transcript.expect(
    refused?.reasons?.some(({ rule }) => rule === 'IN-02') === true,
    'bị từ chối theo IN-02',
    'refused by IN-02, inspectors too',
    found,
  );
  if (refused?.entryId !== undefined)
    story.notebook.refused(refused.entryId, 'hỏi ngoài phạm vi', 'asking outside the scope', { byInspector: true });
}

function isRefusedAnswer(found: { entries: EntryAnswer[] } | Refused): found is Refused {
  return '__typename' in found;
}

async function holdProofs(story: Story): Promise<HeldProof[]> {
  const { cast, transcript } = story;
  const held: HeldProof[] = [];
  const failures: { noted: Noted; why: string }[] = [];
  const startedAt = performance.now();
  for (const noted of story.notebook.entries) {
    const got = await waitForProof(noted.byInspector ? cast.secondInspector : cast.inspector, noted.entryId);
    if (typeof got === 'string') failures.push({ noted, why: got });
    else held.push({ noted, index: BigInt(got.index), leaf: got.leaf ?? '', proof: got.proof });
  }
  const inOrder = [...held].sort((a, b) => (a.index < b.index ? -1 : 1));
  transcript.step({
    who: cast.inspector.speaker,
    vi: 'lấy bằng chứng của từng bản ghi',
    en: 'takes a proof of every entry',
    answer: `${held.length}/${story.notebook.entries.length}`,
    ms: performance.now() - startedAt,
  });
  for (const { index, noted } of inOrder) transcript.proven(index, noted.entryId, noted.vi, noted.en);
  transcript.expect(
    failures.length === 0,
    'bản ghi nào cũng có bằng chứng, có đồng ký',
    'every entry has a proof under a witnessed checkpoint',
    failures,
  );
  return held;
}

/** The proof under a witnessed head, or what is wrong. */
export async function waitForProof(prover: Member, entryId: string): Promise<EntryProof | string> {
  const giveUpAt = performance.now() + witnessedWithinMs;
  for (;;) {
    const { data } = await prover.ask<{ proof: EntryProof | Refused }>(proofQuery, { id: entryId });
    const answer = data.proof;
    if (!isRefused(answer) && answer.state === 'WITNESSED') return answer;
    if (isRefused(answer) && answer.__typename !== 'NotReady') return rulesOf(answer);
    if (performance.now() > giveUpAt) return isRefused(answer) ? 'not sequenced in time' : `still ${answer.state}`;
    await sleep(250);
  }
}
