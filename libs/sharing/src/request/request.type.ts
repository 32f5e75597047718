import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, Node, OrganisationType, PageInfo, PersonRef } from '#libs/identity';
import { CameraType } from '#libs/registry';
import { GrantType } from '../grant/grant.type.js';
import { requestLists, type RequestList } from './sharing-request.js';
import { requestStates, type RequestState } from './request-state.js';

const enumOf = <T extends string>(values: readonly T[]): { [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
/** GraphQL wants an object; the values are those of the domain. */
export const RequestStateEnum = enumOf(requestStates);
export const RequestListEnum = enumOf(requestLists);
registerEnumType(RequestStateEnum, {
  name: 'RequestState',
  description: 'Trạng thái của một yêu cầu chia sẻ · state of a sharing request',
});
registerEnumType(RequestListEnum, { name: 'RequestList', description: 'Danh sách theo việc của vai trò · lists by what a role has to do' });

@ObjectType('TimelineEvent', { description: 'Một việc đã xảy ra với yêu cầu · something that happened to the request' })
export class TimelineEventType {
  @Field(() => DateTime, { description: 'Lúc xảy ra · when' })
  at: Date;

  @Field(() => String, { description: 'Mã loại việc · kind' })
  type: string;

  @Field(() => String, { description: 'Mô tả bằng tiếng Việt · in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Mô tả bằng tiếng Anh · in English' })
  textEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Người làm; trống khi hệ thống tự làm theo giờ · who; empty for what time itself ended',
  })
  actorName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cơ quan; trống khi hệ thống tự làm · organisation; empty for what time itself ended',
  })
  organisationName: string | null;

  @Field(() => ID, { description: 'Bản ghi nhật ký · entry in the log' })
  entryId: string;
}

@ObjectType('SignedDecision', { description: 'Quyết định đã ký về yêu cầu · a signed decision on the request' })
export class SignedDecisionType {
  @Field(() => ID, { description: 'Mã quyết định · id' })
  id: string;

  @Field(() => String, { description: 'CONSENT: chủ camera, REVIEW: thẩm tra, APPROVAL: phê duyệt · which key' })
  kind: string;

  @Field(() => String, { description: 'Kết luận; WITHDRAWN khi đã rút · the verdict; WITHDRAWN once taken back' })
  verdict: string;

  @Field(() => OrganisationType, { description: 'Cơ quan quyết định · the organisation that decided' })
  organisation: OrganisationType;

  @Field(() => PersonRef, { description: 'Người ký · who signed' })
  person: PersonRef;

  @Field(() => DateTime, { description: 'Lúc ký · when' })
  signedAt: Date;

  @Field(() => String, { nullable: true, description: 'Ghi chú; trống nếu không có · note; empty when there is none' })
  note: string | null;

  @Field(() => String, { nullable: true, description: 'Điều kiện kèm theo; trống nếu không có · conditions; empty when there are none' })
  conditions: string | null;

  @Field(() => String, {
    description:
      "Chữ ký Ed25519 của hệ thống trên quyết định của người đã đăng nhập, base64 · the system's Ed25519 signature over the signed-in person's act",
  })
  signature: string;

  @Field(() => String, { description: 'SHA-256 của nội dung đã được xem khi ký · SHA-256 of what was shown when signing' })
  digest: string;
}

@ObjectType('ApprovalNeed', { description: 'Một bước đồng ý còn cần hoặc đã xong · one key, still needed or already there' })
export class ApprovalNeedType {
  @Field(() => String, { description: 'CONSENT, REVIEW hoặc APPROVAL · which key' })
  kind: string;

  @Field(() => OrganisationType, {
    nullable: true,
    description: 'Cơ quan; trống khi chưa rõ ai · organisation; empty while nobody has taken it',
  })
  organisation: OrganisationType | null;

  @Field(() => Boolean, { description: 'Đã xong · done' })
  done: boolean;

  @Field(() => String, { description: 'Mô tả bằng tiếng Việt · in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Mô tả bằng tiếng Anh · in English' })
  textEn: string;
}

@ObjectType('SharingRequest', { implements: () => [Node], description: 'Yêu cầu chia sẻ hình ảnh · a request for footage' })
export class SharingRequestType extends Node {
  @Field(() => String, { description: 'Mã yêu cầu, ví dụ YC-2026-000123 · code' })
  code: string;

  @Field(() => RequestStateEnum, { description: 'Trạng thái · state' })
  state: RequestState;

  @Field(() => Int, { description: 'Phiên bản nội dung, tăng mỗi lần bổ sung · version, grows with each supplement' })
  version: number;

  @Field(() => PersonRef, { description: 'Người yêu cầu · who asks' })
  requester: PersonRef;

  @Field(() => OrganisationType, { description: 'Cơ quan yêu cầu · the organisation that asks' })
  organisation: OrganisationType;

  @Field(() => String, { description: 'Mã mục đích · purpose' })
  purposeCode: string;

  @Field(() => String, { description: 'Mã căn cứ pháp lý · legal basis' })
  legalBasisCode: string;

  @Field(() => String, { description: 'Lý do · reason' })
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: 'Số văn bản yêu cầu; trống nếu không nêu · number of the written request; empty when not stated',
  })
  writtenRequestNumber: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Ngày văn bản (năm-tháng-ngày); trống nếu không nêu · its date; empty when not stated',
  })
  writtenRequestDate: string | null;

  @Field(() => String, { nullable: true, description: 'Nơi ban hành; trống nếu không nêu · its issuer; empty when not stated' })
  writtenRequestIssuer: string | null;

  @Field(() => String, { nullable: true, description: 'Số hồ sơ vụ việc; trống nếu không nêu · case file; empty when not stated' })
  caseReference: string | null;

  @Field(() => Boolean, {
    description:
      'Yêu cầu khẩn cấp đã nêu văn bản chứng minh: vẫn đi tiếp khi nhật ký không có nhân chứng · an emergency that names its proof: it goes on while nobody witnesses the log',
  })
  isEmergency: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Văn bản công bố hoặc xác nhận tình trạng khẩn cấp; trống nếu không nêu · the document that proves the emergency; empty when not stated',
  })
  emergencyDeclRef: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Lý do cần thấy rõ mặt; trống nếu không nêu · why faces must be seen unblurred; empty when not stated',
  })
  clearTextReason: string | null;

  @Field(() => String, { nullable: true, description: 'Loại dữ liệu; trống nếu không nêu · type of data; empty when not stated' })
  dataType: string | null;

  @Field(() => String, { nullable: true, description: 'Mức chi tiết; trống nếu không nêu · level of detail; empty when not stated' })
  detailLevel: string | null;

  @Field(() => String, { nullable: true, description: 'Khối lượng; trống nếu không nêu · volume; empty when not stated' })
  volume: string | null;

  @Field(() => String, { nullable: true, description: 'Tần suất; trống nếu không nêu · frequency of access; empty when not stated' })
  accessFrequency: string | null;

  @Field(() => String, { nullable: true, description: 'Cách cung cấp; trống nếu không nêu · how it is provided; empty when not stated' })
  deliveryMethod: string | null;

  @Field(() => [String], { description: 'Các việc xin làm · the acts asked for' })
  actions: string[];

  @Field(() => DateTime, { description: 'Từ lúc · from' })
  windowFrom: Date;

  @Field(() => DateTime, { description: 'Đến lúc · to' })
  windowTo: Date;

  @Field(() => [CameraType], { description: 'Các camera xin xem mà bạn được biết · the cameras asked for, as far as you may know of them' })
  cameras: CameraType[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Người này đã xin camera được xin nhiều nhất trong yêu cầu bao nhiêu lần trong 30 ngày, kể cả lần này; chỉ người thẩm tra và phê duyệt thấy · how often this person asked for the most asked-for of these cameras in 30 days, this time included; only reviewers and approvers see it',
  })
  sameTargetCount30d: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Bạn và người yêu cầu đã phê duyệt cho nhau bao nhiêu lần trong 30 ngày; chỉ người phê duyệt thấy · how often you and the requester approved each other in 30 days; only approvers see it',
  })
  pairApprovals30d: number | null;

  @Field(() => DateTime, { description: 'Lúc gửi · when it was sent' })
  submittedAt: Date;

  @Field(() => DateTime, { description: 'Hạn thẩm tra · when the review is due' })
  dueAt: Date;

  @Field(() => [TimelineEventType], { description: 'Diễn biến, theo thứ tự · what happened, in order' })
  timeline: TimelineEventType[];

  @Field(() => [SignedDecisionType], {
    description: 'Các quyết định đã ký về phiên bản hiện tại · signed decisions on the present version',
  })
  decisions: SignedDecisionType[];

  @Field(() => [GrantType], { description: 'Các quyền đã cấp · grants that came of it' })
  grants: GrantType[];

  @Field(() => String, {
    description:
      'SHA-256 của nội dung phiên bản này: người quyết định gửi lại đúng giá trị đã xem · what a decider is shown and gives back',
  })
  digest: string;

  @Field(() => [ApprovalNeedType], { description: 'Các bước đồng ý của phiên bản hiện tại · the keys of the present version' })
  approvalsNeeded: ApprovalNeedType[];

  @Field(() => [String], { description: 'Việc bạn làm được lúc này · what you can do now' })
  availableActions: string[];
}

@ObjectType('RequestEdge', { description: 'Một dòng của danh sách yêu cầu · one row of the list' })
export class RequestEdge {
  @Field(() => String, { description: 'Vị trí của dòng · where the row stands' })
  cursor: string;

  @Field(() => SharingRequestType, { description: 'Yêu cầu · the request' })
  node: SharingRequestType;
}

@ObjectType('RequestConnection', { description: 'Một trang yêu cầu · one page of requests' })
export class RequestConnection {
  @Field(() => [RequestEdge], { description: 'Các dòng · the rows' })
  edges: RequestEdge[];

  @Field(() => PageInfo, { description: 'Vị trí của trang · where the page stands' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Tổng số dòng · rows of the whole list' })
  totalCount: number;
}

@ObjectType('WorkItem', { description: 'Một danh sách việc và số việc trong đó · a worklist and how much is in it' })
export class WorkItem {
  @Field(() => RequestListEnum, { description: 'Danh sách · which list' })
  list: RequestList;

  @Field(() => Int, { description: 'Số việc · how many' })
  count: number;

  @Field(() => String, { description: 'Tên danh sách bằng tiếng Việt · in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Tên danh sách bằng tiếng Anh · in English' })
  textEn: string;
}

@ObjectType('Work', { description: 'Việc của bạn trong vai trò này · your work in this role' })
export class Work {
  @Field(() => [WorkItem], { description: 'Các danh sách của vai trò · the lists of your role' })
  items: WorkItem[];
}
