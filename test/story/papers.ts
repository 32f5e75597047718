import { randomBytes, randomInt } from 'node:crypto';
import {
  checkRequestQuery,
  approveRequest,
  camerasQuery,
  giveConsent,
  requestQuery,
  requestsQuery,
  reviewRequest,
  submitRequest,
} from './documents.js';
import {
  isRefused,
  rulesOf,
  type ApprovalRecorded,
  type CameraAnswer,
  type GrantAnswer,
  type Recorded,
  type Refused,
  type RequestSubmitted,
} from './answers.js';
import type { Member } from './cast.js';
import type { Answered } from './graphql-client.js';
import type { Story } from './story.js';

/** Thrown when the road cannot go on; the story ends with failure and says where. */
export class RoadBlocked extends Error {}

/** One of the incidents that the department's book holds. */
export function newCaseNumber(): string {
  return `VV-${new Date().getFullYear()}-${String(randomInt(1, 10_000)).padStart(4, '0')}`;
}

export interface RequestForm {
  readonly cameras: readonly CameraAnswer[];
  readonly purposeCode: string;
  readonly caseReference: string;
  /** Left out in one of the wrong turns. */
  readonly writtenRequest?: { readonly number: string; readonly date: string; readonly issuer: string };
}

const hour = 3_600_000;

/** The form as the request page sends it: all facts that SH-02 asks for. */
export function requestInput(form: RequestForm): Record<string, unknown> {
  const now = Date.now();
  return {
    actions: ['live_view'],
    purposeCode: form.purposeCode,
    legalBasisCode: 'PDPL-17.1.dd',
    reason: `Theo dõi ùn tắc quanh hiện trường sự cố, hồ sơ ${form.caseReference}`,
    writtenRequestNumber: form.writtenRequest?.number ?? null,
    writtenRequestDate: form.writtenRequest?.date ?? null,
    writtenRequestIssuer: form.writtenRequest?.issuer ?? null,
    caseReference: form.caseReference,
    dataType: 'hình ảnh trực tiếp',
    detailLevel: 'toàn cảnh, không nhận dạng cá nhân',
    volume: `${form.cameras.length} camera`,
    accessFrequency: 'theo diễn biến, trong thời hạn yêu cầu',
    deliveryMethod: 'xem trực tiếp qua Cửa Ô',
    cameraIds: form.cameras.map((camera) => camera.id),
    windowFrom: new Date(now - 60_000).toISOString(),
    windowTo: new Date(now + 4 * hour).toISOString(),
  };
}

export function writtenRequest(issuer: string): { number: string; date: string; issuer: string } {
  const date = new Date(Date.now() + 7 * hour).toISOString().slice(0, 10);
  return { number: `${randomBytes(2).readUInt16BE(0)}/YC-${date.slice(0, 4)}`, date, issuer };
}

/** Cameras of one owner that fit a purpose of the requester's; asks the gate, as the form does, instead of knowing a rule. */
export interface Fitting {
  readonly cameras: CameraAnswer[];
  readonly purposeCode: string;
  /** What the rules say of the request before it is sent. */
  readonly effect: string;
  readonly ms: number;
}

export async function findFittingCameras(story: Story, requester: Member, ownerId: string, wanted: number): Promise<Fitting> {
  for (const purposeCode of ['GIAO_THONG', 'HA_TANG', 'TRAT_TU_DO_THI', 'AN_NINH_TRAT_TU']) {
    const cameras = await listCameras(requester, { ownerId, purpose: purposeCode }, 40);
    for (let start = 0; start + wanted <= cameras.length && start < 4 * wanted; start += wanted) {
      const chosen = cameras.slice(start, start + wanted);
      const input = requestInput({
        cameras: chosen,
        purposeCode,
        caseReference: story.caseReference,
        writtenRequest: writtenRequest('Sở'),
      });
      const { data, ms } = await requester.ask<{ checkRequest: { effect: string } }>(checkRequestQuery, { input });
      const { effect } = data.checkRequest;
      if (effect === 'NEEDS_APPROVAL' || effect === 'ALLOW') return { cameras: chosen, purposeCode, effect, ms };
    }
  }
  throw new RoadBlocked(`no ${wanted} cameras of ${ownerId} fit any purpose of ${requester.speaker.key} (${story.caseReference})`);
}

export async function listCameras(member: Member, filter: Record<string, string>, first: number): Promise<CameraAnswer[]> {
  const { data } = await member.ask<{ cameras: { edges: readonly { node: CameraAnswer }[] } }>(camerasQuery, { first, filter });
  return data.cameras.edges.map(({ node }) => node);
}

/** Submits, and returns the request or the refusal; both are entries. */
export async function submit(
  story: Story,
  member: Member,
  form: RequestForm,
  vi: string,
  en: string,
): Promise<RequestSubmitted['request'] | Refused> {
  const { data, ms } = await member.ask<{ submitRequest: RequestSubmitted | Refused }>(submitRequest, { input: requestInput(form) });
  const answer = data.submitRequest;
  if (isRefused(answer)) {
    story.transcript.step({ who: member.speaker, vi, en, answer: rulesOf(answer), entryId: answer.entryId ?? null, ms });
    return answer;
  }
  story.transcript.step({
    who: member.speaker,
    vi,
    en,
    answer: `${answer.request.code} ${answer.request.state}`,
    entryId: answer.entry.id,
    ms,
  });
  story.notebook.done(answer.entry.id, vi, en, { requestId: answer.request.id });
  return answer.request;
}

interface RequestPage {
  readonly requests: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Whether the request waits in somebody's list; older ones may wait before it. */
async function waitsFor(story: Story, member: Member, list: string, requestId: string): Promise<void> {
  for (let after: string | null = null; ;) {
    const answered: Answered<RequestPage> = await member.ask<RequestPage>(requestsQuery, { list, after });
    const { edges, pageInfo } = answered.data.requests;
    const found = edges.some(({ node }) => node.id === requestId);
    if (found || !pageInfo.hasNextPage) {
      story.transcript.expect(
        found,
        `yêu cầu chờ ${member.speaker.displayName}`,
        `the request waits in the list ${list} of ${member.speaker.key}`,
      );
      return;
    }
    after = pageInfo.endCursor;
  }
}

async function shownDigest(member: Member, requestId: string): Promise<string> {
  const { data } = await member.ask<{ request: { digest: string } | null }>(requestQuery, { id: requestId });
  if (data.request === null) throw new RoadBlocked(`${member.speaker.key} does not see request ${requestId}`);
  return data.request.digest;
}

async function sign<T extends { readonly __typename: string; readonly entry: { readonly id: string } }>(
  story: Story,
  member: Member,
  mutation: string,
  variables: Record<string, unknown>,
  words: readonly [vi: string, en: string],
): Promise<T | Refused> {
  const { data, ms } = await member.ask<Record<string, T | Refused>>(mutation, variables);
  const [answer] = Object.values(data);
  if (answer === undefined) throw new RoadBlocked(`no answer to: ${words[1]}`);
  if (isRefused(answer)) {
    story.transcript.step({
      who: member.speaker,
      vi: words[0],
      en: words[1],
      answer: rulesOf(answer),
      entryId: answer.entryId ?? null,
      ms,
    });
    return answer;
  }
  story.transcript.step({ who: member.speaker, vi: words[0], en: words[1], answer: 'đã ghi/recorded', entryId: answer.entry.id, ms });
  story.notebook.done(answer.entry.id, words[0], words[1], { requestId: String(variables['id']) });
  return answer;
}

/** Owner's consent, signed over what was shown. */
export async function consent(story: Story, member: Member, requestId: string): Promise<Recorded | Refused> {
  const digest = await shownDigest(member, requestId);
  return sign<Recorded>(story, member, giveConsent, { id: requestId, digest }, ['đồng ý cho xem', 'consents, as owner of the cameras']);
}

/** Consent to papers that one has not even been shown, as somebody who guesses an id would send it. */
export async function consentUnseen(story: Story, member: Member, requestId: string, digest: string): Promise<Recorded | Refused> {
  return sign<Recorded>(story, member, giveConsent, { id: requestId, digest }, [
    'đồng ý thay cho chủ camera khác',
    'consents in the place of another owner',
  ]);
}

export async function review(story: Story, member: Member, requestId: string): Promise<Recorded | Refused> {
  const digest = await shownDigest(member, requestId);
  return sign<Recorded>(story, member, reviewRequest, { id: requestId, digest }, ['thẩm tra, chuyển duyệt', 'reviews and forwards']);
}

export async function approve(story: Story, member: Member, requestId: string, expiresAt: Date): Promise<ApprovalRecorded | Refused> {
  const digest = await shownDigest(member, requestId);
  return sign<ApprovalRecorded>(story, member, approveRequest, { id: requestId, digest, expiresAt: expiresAt.toISOString() }, [
    'duyệt',
    'approves',
  ]);
}

/** Whoever comes back to the same cameras needs a second approver; the first approval has opened nothing. */
async function approvedAgain(story: Story, requestId: string, expiresAt: Date): Promise<readonly GrantAnswer[]> {
  const { secondApprover } = story.cast;
  await waitsFor(story, secondApprover, 'TO_APPROVE', requestId);
  const approved = await approve(story, secondApprover, requestId, expiresAt);
  if (isRefused(approved)) throw new RoadBlocked(`not approved by the second: ${rulesOf(approved)}`);
  return approved.grants;
}

/** The whole way from a form to a grant, all keys turned by different hands. @throws RoadBlocked when any of them refuses */
export async function walkToGrant(story: Story, form: RequestForm, expiresAt: Date): Promise<{ requestId: string; grant: GrantAnswer }> {
  const { cast } = story;
  const request = await submit(story, cast.requester, form, 'gửi yêu cầu', 'submits the request');
  if ('__typename' in request) throw new RoadBlocked(`the request was refused: ${rulesOf(request)}`);
  await waitsFor(story, cast.owner, 'TO_CONSENT', request.id);
  const consented = await consent(story, cast.owner, request.id);
  if (isRefused(consented)) throw new RoadBlocked(`no consent: ${rulesOf(consented)}`);
  await waitsFor(story, cast.reviewer, 'TO_REVIEW', request.id);
  const reviewed = await review(story, cast.reviewer, request.id);
  if (isRefused(reviewed)) throw new RoadBlocked(`not forwarded: ${rulesOf(reviewed)}`);
  await waitsFor(story, cast.approver, 'TO_APPROVE', request.id);
  const approved = await approve(story, cast.approver, request.id, expiresAt);
  if (isRefused(approved)) throw new RoadBlocked(`not approved: ${rulesOf(approved)}`);
  const [grant] = approved.grants.length > 0 ? approved.grants : await approvedAgain(story, request.id, expiresAt);
  if (grant === undefined) throw new RoadBlocked('an approval without a grant');
  return { requestId: request.id, grant };
}
