import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused, type GrantAnswer, type PlaybackOpened, type Recorded, type Refused } from './answers.js';
import { closePlayback, withdrawRequest } from './documents.js';
import { firstPicture, mustOpenLive, openLive } from './footage.js';
import { waitForEntry } from './inspection.js';
import { MediaReader } from './media-reader.js';
import {
  approve,
  consent,
  consentUnseen,
  findFittingCameras,
  listCameras,
  newCaseNumber,
  review,
  submit,
  walkToGrant,
  writtenRequest,
} from './papers.js';
import type { Member } from './cast.js';
import type { Road, Story } from './story.js';

type Outcome = { readonly __typename?: string } | Refused;

interface Wanted {
  readonly rule: string;
  /** Key of the sentence that must be among the reasons. */
  readonly message: string;
}

/** The common ending of a wrong turn: refused by a rule, and the refusal has an entry that the inspector will prove. */
function expectRefused(story: Story, outcome: Outcome, { rule, message }: Wanted, vi: string, en: string, byInspector = false): void {
  const refused = '__typename' in outcome && outcome.__typename === 'Denied' ? (outcome as Refused) : null;
  const reason = refused?.reasons?.find((each) => each.rule === rule && each.message === message);
  story.transcript.expect(
    reason !== undefined,
    `bị từ chối theo ${rule}: ${reason?.textVi ?? ''}`,
    `refused by ${rule}: ${reason?.textEn ?? message}`,
    outcome,
  );
  story.transcript.expect(
    (refused?.nextVi ?? '') !== '',
    `nói rõ có thể làm gì tiếp: ${refused?.nextVi ?? ''}`,
    'says what can be done next',
    refused,
  );
  if (refused?.entryId !== undefined) story.notebook.refused(refused.entryId, vi, en, { byInspector });
}

/** One person asks in one role and approves in another: the roles are two, the person is one (SE-05). */
export async function selfApproval(story: Story): Promise<void> {
  const { cast, transcript } = story;
  transcript.chapter('Rẽ sai: tự duyệt cho mình', 'Wrong turn: approving one’s own request');
  const { cameras, purposeCode } = await findFittingCameras(story, cast.hoaRequester, cast.owner.organisationId, 1);
  const form = { cameras, purposeCode, caseReference: newCaseNumber(), writtenRequest: writtenRequest('Công an Thành phố') };
  const request = await submit(
    story,
    cast.hoaRequester,
    form,
    'gửi yêu cầu với vai người yêu cầu',
    'submits a request, acting as requester',
  );
  if ('__typename' in request) {
    transcript.expect(false, 'yêu cầu phải gửi được', 'the request itself is in order', request);
    return;
  }
  await consent(story, cast.owner, request.id);
  await review(story, cast.reviewer, request.id);
  const outcome = await approve(story, cast.hoaApprover, request.id, new Date(Date.now() + 3_600_000));
  expectRefused(story, outcome, { rule: 'SE-05', message: 'requester_is_approver' }, 'tự duyệt', 'self-approval');
  const { data, ms } = await cast.hoaRequester.ask<{ withdrawRequest: Recorded | Refused }>(withdrawRequest, {
    id: request.id,
    reason: 'rút lại để đồng nghiệp gửi',
  });
  const withdrawn = data.withdrawRequest;
  if (!isRefused(withdrawn)) story.notebook.done(withdrawn.entry.id, 'rút yêu cầu', 'withdrawal');
  transcript.step({
    who: cast.hoaRequester.speaker,
    vi: 'rút yêu cầu',
    en: 'withdraws it',
    entryId: isRefused(withdrawn) ? null : withdrawn.entry.id,
    ms,
  });
}

/** A camera that was put up for one thing is asked for another (PD-04). */
export async function unfittingPurpose(story: Story): Promise<void> {
  const { cast, transcript } = story;
  transcript.chapter('Rẽ sai: mục đích không phù hợp', 'Wrong turn: a purpose that does not fit');
  const environment = await listCameras(cast.requester, { purpose: 'MOI_TRUONG' }, 20);
  const cameras = environment.filter((camera) => camera.purposes.length === 1).slice(0, 1);
  const form = { cameras, purposeCode: 'GIAO_THONG', caseReference: newCaseNumber(), writtenRequest: writtenRequest('Sở Xây dựng') };
  const outcome = await submit(
    story,
    cast.requester,
    form,
    'xin camera môi trường để xem giao thông',
    'asks for an environment camera to watch traffic',
  );
  expectRefused(
    story,
    outcome as Outcome,
    { rule: 'PD-04', message: 'purpose_does_not_fit' },
    'mục đích không phù hợp',
    'purpose that does not fit',
  );
}

/** No written request of a competent authority (PD-14). */
export async function noWrittenRequest(story: Story, road: Road): Promise<void> {
  const { cast, transcript } = story;
  transcript.chapter('Rẽ sai: không có văn bản yêu cầu', 'Wrong turn: no written request');
  const { cameras } = await findFittingCameras(story, cast.requester, road.ownerId, 1);
  const form = { cameras, purposeCode: road.purposeCode, caseReference: newCaseNumber() };
  const outcome = await submit(story, cast.requester, form, 'gửi yêu cầu không kèm văn bản', 'submits without a written request');
  expectRefused(story, outcome as Outcome, { rule: 'PD-14', message: 'written_request_missing' }, 'không có văn bản', 'no written request');
}

/** A camera that the grant does not name, and consent by an owner of other cameras. */
export async function anotherAgencysCamera(story: Story, road: Road): Promise<void> {
  const { cast, transcript } = story;
  transcript.chapter('Rẽ sai: camera của cơ quan khác', 'Wrong turn: another agency’s camera');
  const [foreign] = await listCameras(cast.requester, { ownerId: cast.otherOwner.organisationId }, 1);
  if (foreign === undefined) {
    transcript.expect(false, 'thành phố có camera của chủ khác', 'the city has cameras of the other owner');
    return;
  }
  const opened = await openLive(story, cast.requester, {
    grantId: road.grant.id,
    cameraId: foreign.id,
    vi: `mở ${foreign.code} ngoài quyền xem`,
    en: 'opens a camera outside the grant',
  });
  expectRefused(story, opened, { rule: 'POL-5', message: 'camera_not_granted' }, 'camera ngoài quyền xem', 'camera outside the grant');

  const { cameras, purposeCode } = await findFittingCameras(story, cast.requester, road.ownerId, 1);
  const form = { cameras, purposeCode, caseReference: newCaseNumber(), writtenRequest: writtenRequest('Sở Xây dựng') };
  const request = await submit(story, cast.requester, form, 'gửi một yêu cầu khác', 'submits another request');
  if ('__typename' in request) {
    transcript.expect(false, 'yêu cầu phải gửi được', 'the request itself is in order', request);
    return;
  }
  const outcome = await consentUnseen(story, cast.otherOwner, request.id, request.digest);
  // Whoever takes no part must not learn that there is such a request: refused and not-there look the same, and both are recorded.
  transcript.expect(isRefused(outcome), 'không đồng ý thay được, và không biết thêm điều gì', 'refused, and none the wiser', outcome);
  const entry = await waitForEntry(story, { requestId: request.id, type: 'consent.sign', outcome: 'refused' });
  transcript.step({
    who: cast.inspector.speaker,
    vi: 'thấy việc đồng ý thay đã bị từ chối',
    en: 'finds the refused consent on the log',
    answer: entry === null ? 'không thấy/not found' : `${entry.organisationCode ?? '?'} [${entry.rules.join(', ')}]`,
    entryId: entry?.id ?? null,
  });
  transcript.expect(entry?.rules.includes('POL-4') === true, 'bị từ chối theo POL-4', 'refused by POL-4', entry);
  if (entry !== null)
    story.notebook.refused(entry.id, 'chủ camera khác đồng ý thay', 'consent by another owner', { requestId: request.id });
  await cast.requester.ask(withdrawRequest, { id: request.id, reason: 'không cần nữa' });
}

/** Inspectors read records about access; the picture itself is another, separately justified step (IN-08). */
export async function inspectorAsksForFootage(story: Story, road: Road): Promise<void> {
  const { cast, transcript } = story;
  transcript.chapter('Rẽ sai: thanh tra đòi xem hình', 'Wrong turn: the inspector asks for the picture');
  const camera = road.grant.cameras[0];
  if (camera === undefined) throw new Error('a grant without cameras');
  const outcome = await openLive(story, cast.inspector, {
    grantId: road.grant.id,
    cameraId: camera.id,
    vi: 'mở hình của người khác',
    en: 'opens a picture under somebody else’s grant',
  });
  expectRefused(
    story,
    outcome,
    { rule: 'IN-08', message: 'footage_not_justified' },
    'thanh tra đòi xem hình',
    'the inspector asking for footage',
    true,
  );
}

/** A grant whose end is near; it is waited out at the end of the wrong turns. */
export interface ShortGrant {
  readonly grant: GrantAnswer;
  readonly session: PlaybackOpened;
  readonly endsAt: Date;
}

const shortMs = 12_000;

export async function prepareShortGrant(story: Story, road: Road): Promise<ShortGrant> {
  const { cast, transcript } = story;
  transcript.chapter('Một quyền xem rất ngắn', 'A grant that ends in seconds');
  const { cameras, purposeCode } = await findFittingCameras(story, cast.requester, road.ownerId, 1);
  const endsAt = new Date(Date.now() + shortMs);
  const form = { cameras, purposeCode, caseReference: newCaseNumber(), writtenRequest: writtenRequest('Sở Xây dựng') };
  const { grant } = await walkToGrant(story, form, endsAt);
  const camera = grant.cameras[0];
  if (camera === undefined) throw new Error('a grant without cameras');
  const session = await mustOpenLive(story, cast.requester, {
    grantId: grant.id,
    cameraId: camera.id,
    vi: 'mở hình trong thời hạn',
    en: 'opens the picture while it lasts',
  });
  return { grant, session, endsAt };
}

/** After its end the grant opens nothing, and the session that was open under it has ended by itself. */
export async function expiredGrant(story: Story, short: ShortGrant): Promise<void> {
  const { cast, transcript } = story;
  transcript.chapter('Rẽ sai: quyền xem đã hết hạn', 'Wrong turn: an expired grant');
  const picture = await firstPicture(short.session.session).catch(() => null);
  await sleep(Math.max(0, short.endsAt.getTime() - Date.now()) + 300);
  const camera = short.grant.cameras[0];
  if (camera === undefined) throw new Error('a grant without cameras');
  const outcome = await openLive(story, cast.requester, {
    grantId: short.grant.id,
    cameraId: camera.id,
    vi: 'mở lại sau khi hết hạn',
    en: 'opens it again after the end',
  });
  expectRefused(story, outcome, { rule: 'POL-5', message: 'grant_expired' }, 'quyền xem đã hết hạn', 'expired grant');
  if (picture === null) return;
  const answer = await picture.reader.get(picture.segmentUrl);
  picture.reader.close();
  transcript.expect(
    answer.status === 410 || answer.cut,
    'phiên đang mở cũng tự kết thúc',
    'the session that was open has ended by itself (410)',
    answer.status,
  );
}

async function close(story: Story, member: Member, opened: PlaybackOpened): Promise<void> {
  const { data, ms } = await member.ask<{ closePlayback: Recorded | Refused }>(closePlayback, { id: opened.session.id });
  const answer = data.closePlayback;
  if (!isRefused(answer)) story.notebook.done(answer.entry.id, 'đóng phiên xem', 'closing the session');
  story.transcript.step({
    who: member.speaker,
    vi: 'đóng phiên xem',
    en: 'closes the session',
    entryId: isRefused(answer) ? null : answer.entry.id,
    ms,
  });
}

export interface ReplayedSession {
  readonly sessionId: string;
  /** Requests that the edge has refused in it while it lived. */
  readonly refusals: number;
}

/** A ticket used twice, a signed address without its session's cookie, and a rightly signed address of an ended session. */
export async function replayedMediaToken(story: Story, road: Road): Promise<ReplayedSession> {
  const { cast, transcript } = story;
  transcript.chapter('Rẽ sai: dùng lại mã xem', 'Wrong turn: a replayed media token');
  const camera = road.grant.cameras[0];
  if (camera === undefined) throw new Error('a grant without cameras');
  const opened = await mustOpenLive(story, cast.requester, {
    grantId: road.grant.id,
    cameraId: camera.id,
    vi: 'mở hình',
    en: 'opens a picture',
  });
  const picture = await firstPicture(opened.session);
  const thief = new MediaReader();
  const ticketAgain = await thief.get(opened.session.mediaUrl);
  transcript.step({
    who: null,
    vi: 'người khác dùng lại vé vào',
    en: 'somebody else uses the ticket again',
    answer: `HTTP ${ticketAgain.status}`,
  });
  transcript.expect(ticketAgain.status === 403, 'vé chỉ dùng một lần', 'a ticket works once', ticketAgain.status);
  const withoutCookie = await thief.get(picture.segmentUrl, { cookie: false });
  transcript.expect(
    withoutCookie.status === 403,
    'địa chỉ có chữ ký mà không có phiên thì không xem được',
    'a signed address is worth nothing without its session',
    withoutCookie.status,
  );
  const before = await picture.reader.get(picture.segmentUrl);
  transcript.expect(before.status === 200, 'người xem thật vẫn xem được', 'the true viewer still sees the picture', before.status);
  await close(story, cast.requester, opened);
  const after = await picture.reader.get(picture.segmentUrl);
  transcript.step({
    who: null,
    vi: 'phát lại địa chỉ đã ký của phiên đã kết thúc',
    en: 'the rightly signed address of the ended session is played again',
    answer: `HTTP ${after.status}`,
  });
  transcript.expect(after.status === 410, 'phiên đã kết thúc trả lời 410', 'an ended session answers 410', after.status);
  picture.reader.close();
  thief.close();
  return { sessionId: opened.session.id, refusals: 2 };
}
