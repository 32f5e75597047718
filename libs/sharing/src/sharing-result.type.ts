import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { InvalidInput, LogEntryRef, NotFound, StateConflict } from '#libs/identity';
import { DeniedType, PolicyDecisionType } from '#libs/regulation';
import { GrantType, RevocationType } from './grant/grant.type.js';
import { SharingRequestType, SignedDecisionType } from './request/request.type.js';

const request = 'Yêu cầu sau khi làm · the request after the act';
const entry = 'Bản ghi nhật ký của việc này · the log entry of this act';

@ObjectType('RequestSubmitted', { description: 'Yêu cầu đã được gửi · the request was sent' })
export class RequestSubmitted {
  @Field(() => SharingRequestType, { description: request })
  request: SharingRequestType;

  @Field(() => LogEntryRef, { nullable: true, description: `${entry}; trống khi gửi lại cùng khóa · empty when the same key came again` })
  entry: LogEntryRef | null;

  @Field(() => PolicyDecisionType, {
    nullable: true,
    description: 'Quyết định của quy định; trống khi gửi lại cùng khóa · what the rules decided; empty when the same key came again',
  })
  decision: PolicyDecisionType | null;
}

@ObjectType('ConsentRecorded', { description: "Ý kiến của chủ camera đã được ký · the owner's answer was signed" })
export class ConsentRecorded {
  @Field(() => SharingRequestType, { description: request })
  request: SharingRequestType;

  @Field(() => SignedDecisionType, { description: 'Quyết định vừa ký · what was signed' })
  decision: SignedDecisionType;

  @Field(() => LogEntryRef, { description: entry })
  entry: LogEntryRef;
}

@ObjectType('ReviewRecorded', { description: 'Kết quả thẩm tra đã được ký · the review was signed' })
export class ReviewRecorded {
  @Field(() => SharingRequestType, { description: request })
  request: SharingRequestType;

  @Field(() => SignedDecisionType, { description: 'Quyết định vừa ký · what was signed' })
  decision: SignedDecisionType;

  @Field(() => LogEntryRef, { description: entry })
  entry: LogEntryRef;
}

@ObjectType('ApprovalRecorded', { description: 'Phê duyệt hoặc từ chối đã được ký · the approval or refusal was signed' })
export class ApprovalRecorded {
  @Field(() => SharingRequestType, { description: request })
  request: SharingRequestType;

  @Field(() => SignedDecisionType, { description: 'Quyết định vừa ký · what was signed' })
  decision: SignedDecisionType;

  @Field(() => [GrantType], { description: 'Các quyền vừa cấp; trống khi từ chối · the grants; none after a refusal' })
  grants: GrantType[];

  @Field(() => LogEntryRef, { description: entry })
  entry: LogEntryRef;
}

@ObjectType('RequestWithdrawn', { description: 'Yêu cầu đã được rút · the request was withdrawn' })
export class RequestWithdrawn {
  @Field(() => SharingRequestType, { description: request })
  request: SharingRequestType;

  @Field(() => LogEntryRef, { description: entry })
  entry: LogEntryRef;

  @Field(() => RevocationType, {
    nullable: true,
    description: 'Việc ngắt hình; trống khi chưa có quyền nào · how pictures were cut; empty when there was no grant',
  })
  revocation: RevocationType | null;
}

@ObjectType('ConsentWithdrawn', { description: 'Sự đồng ý đã được rút · the consent was withdrawn' })
export class ConsentWithdrawn {
  @Field(() => SharingRequestType, { description: request })
  request: SharingRequestType;

  @Field(() => LogEntryRef, { description: entry })
  entry: LogEntryRef;

  @Field(() => RevocationType, {
    nullable: true,
    description: 'Việc ngắt hình; trống khi chưa có quyền nào · how pictures were cut; empty when there was no grant',
  })
  revocation: RevocationType | null;
}

@ObjectType('GrantRevoked', { description: 'Quyền đã bị thu hồi · the grant was revoked' })
export class GrantRevoked {
  @Field(() => GrantType, { description: 'Quyền sau khi thu hồi · the grant after the act' })
  grant: GrantType;

  @Field(() => LogEntryRef, { description: entry })
  entry: LogEntryRef;

  @Field(() => RevocationType, { description: 'Việc ngắt hình · how pictures were cut' })
  revocation: RevocationType;
}

/** Members name their own `__typename`; a member without one would be a defect of ours, not of the caller. */
const resolveType = (value: { readonly __typename?: string }): string | undefined => value.__typename;

export const SubmitRequestResult = createUnionType({
  name: 'SubmitRequestResult',
  description: 'Kết quả gửi yêu cầu · outcome of sending a request',
  types: () => [RequestSubmitted, DeniedType, InvalidInput, StateConflict, NotFound] as const,
  resolveType,
});
export const ConsentResult = createUnionType({
  name: 'ConsentResult',
  description: "Kết quả cho ý kiến của chủ camera · outcome of the owner's answer",
  types: () => [ConsentRecorded, DeniedType, InvalidInput, StateConflict, NotFound] as const,
  resolveType,
});
export const ReviewResult = createUnionType({
  name: 'ReviewResult',
  description: 'Kết quả thẩm tra · outcome of a review',
  types: () => [ReviewRecorded, DeniedType, InvalidInput, StateConflict, NotFound] as const,
  resolveType,
});
export const ApprovalResult = createUnionType({
  name: 'ApprovalResult',
  description: 'Kết quả phê duyệt · outcome of an approval',
  types: () => [ApprovalRecorded, DeniedType, InvalidInput, StateConflict, NotFound] as const,
  resolveType,
});
export const WithdrawResult = createUnionType({
  name: 'WithdrawResult',
  description: 'Kết quả rút yêu cầu · outcome of a withdrawal',
  types: () => [RequestWithdrawn, DeniedType, InvalidInput, StateConflict, NotFound] as const,
  resolveType,
});
export const WithdrawConsentResult = createUnionType({
  name: 'WithdrawConsentResult',
  description: 'Kết quả rút đồng ý · outcome of taking consent back',
  types: () => [ConsentWithdrawn, DeniedType, InvalidInput, StateConflict, NotFound] as const,
  resolveType,
});
export const RevokeResult = createUnionType({
  name: 'RevokeResult',
  description: 'Kết quả thu hồi quyền · outcome of a revocation',
  types: () => [GrantRevoked, DeniedType, InvalidInput, StateConflict, NotFound] as const,
  resolveType,
});
