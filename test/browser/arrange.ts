import type { TypedDocumentNode } from 'urql';
import { CameraRows } from '../../apps/portal/src/pages/camera/generated/camera.js';
import { ApproveRequest, GiveConsent, ReviewRequest } from '../../apps/portal/src/pages/decision/generated/decide.js';
import { SubmitRequest } from '../../apps/portal/src/pages/new-request/generated/new-request.js';
import { OneRequest } from '../../apps/portal/src/pages/request/generated/request.js';
import { hanoiWall } from './acts.js';
import type { Person } from './person.js';
import type { Walk } from './walk.js';

/** The portal's own question, asked from the person's page with the person's session: what the pages do, without the pages. */
export async function ask<Data, Variables extends object>(
  person: Person,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { documentId } = document as unknown as { documentId: string };
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', 'x-cuao-csrf': '1' },
    body: JSON.stringify({ documentId, variables }),
  };
  const answer = await person.page.evaluate<{ data?: Data | null; errors?: unknown }>(
    `fetch('/graphql', ${JSON.stringify(init)}).then((response) => response.json())`,
  );
  if (answer.data === undefined || answer.data === null) throw new Error(`no answer: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

export interface Asked {
  readonly id: string;
  readonly code: string;
  readonly path: string;
}

/** A request of Mai's with everything it needs, for two urban-order cameras of Hoàn Kiếm's own. */
export async function arrangeRequest(mai: Person): Promise<Asked> {
  const { cameras } = await ask(mai, CameraRows, { first: 100, filter: { unitCode: '00070', purpose: 'TRAT_TU_DO_THI' } });
  const own = cameras.edges.map((edge) => edge.node).filter((camera) => camera.owner.nameVi.endsWith('phường Hoàn Kiếm'));
  const { submitRequest } = await ask(mai, SubmitRequest, {
    input: {
      actions: ['live_view'],
      purposeCode: 'TRAT_TU_DO_THI',
      legalBasisCode: 'PDPL-17.1.dd',
      reason: 'Theo dõi lấn chiếm vỉa hè trong giờ cao điểm.',
      writtenRequestNumber: '129/SXD-HT',
      writtenRequestDate: hanoiWall(-48).slice(0, 10),
      writtenRequestIssuer: 'Sở Xây dựng Hà Nội',
      caseReference: 'VV-2026-0420',
      dataType: 'hình ảnh trực tiếp',
      detailLevel: 'toàn cảnh, không nhận dạng cá nhân',
      volume: '2 camera, 4 giờ',
      accessFrequency: 'khi có sự việc',
      deliveryMethod: 'xem trên cổng, không tải về',
      cameraIds: own.slice(0, 2).map((camera) => camera.id),
      windowFrom: new Date(`${hanoiWall(-0.2)}:00+07:00`).toISOString(),
      windowTo: new Date(`${hanoiWall(4)}:00+07:00`).toISOString(),
    },
  });
  if (submitRequest.__typename !== 'RequestSubmitted') throw new Error(`not submitted: ${JSON.stringify(submitRequest)}`);
  const { id, code } = submitRequest.request;
  return { id, code, path: `/yeu-cau/${id}` };
}

async function digestOf(person: Person, id: string): Promise<string> {
  const { request } = await ask(person, OneRequest, { id });
  if (request === null) throw new Error(`${id} is not to be seen`);
  return request.digest;
}

export async function arrangeConsent(thu: Person, { id }: Asked): Promise<void> {
  const { giveConsent } = await ask(thu, GiveConsent, { requestId: id, verdict: 'CONSENT', shownDigest: await digestOf(thu, id) });
  if (giveConsent.__typename !== 'ConsentRecorded') throw new Error(`no consent: ${JSON.stringify(giveConsent)}`);
}

/** Walks ask for the same cameras again and again: from the fifth time on the rules want a second approver. */
export async function arrangeSecondApproval(walk: Walk, { id }: Asked): Promise<void> {
  const vinh = await walk.open();
  await vinh.signIn('vinh', '/dang-nhap');
  const { approveRequest } = await ask(vinh, ApproveRequest, { requestId: id, verdict: 'APPROVE', shownDigest: await digestOf(vinh, id) });
  if (approveRequest.__typename !== 'ApprovalRecorded' || approveRequest.request.grants.length === 0)
    throw new Error(`no second approval: ${JSON.stringify(approveRequest)}`);
}

/** A request that the owner, the reviewer and the approver have signed. */
export async function arrangeApproval(walk: Walk): Promise<{ readonly mai: Person; readonly dung: Person; readonly asked: Asked }> {
  const [mai, thu, son, dung] = await Promise.all([walk.open(), walk.open(), walk.open(), walk.open()]);
  await mai.signIn('mai', '/dang-nhap');
  const asked = await arrangeRequest(mai);
  const { id } = asked;
  await thu.signIn('thu', '/dang-nhap');
  await arrangeConsent(thu, asked);
  await son.signIn('son', '/dang-nhap');
  const { reviewRequest } = await ask(son, ReviewRequest, { requestId: id, verdict: 'FORWARD', shownDigest: await digestOf(son, id) });
  if (reviewRequest.__typename !== 'ReviewRecorded') throw new Error(`not reviewed: ${JSON.stringify(reviewRequest)}`);
  await dung.signIn('dung', '/dang-nhap');
  const { approveRequest } = await ask(dung, ApproveRequest, { requestId: id, verdict: 'APPROVE', shownDigest: await digestOf(dung, id) });
  if (approveRequest.__typename !== 'ApprovalRecorded') throw new Error(`not approved: ${JSON.stringify(approveRequest)}`);
  if (approveRequest.request.grants.length === 0) await arrangeSecondApproval(walk, asked);
  return { mai, dung, asked };
}
