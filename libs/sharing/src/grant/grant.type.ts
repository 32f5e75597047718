import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, Node, OrganisationType, PageInfo } from '#libs/identity';
import { CameraType } from '#libs/registry';
import { ObligationType } from '#libs/regulation';
import { SharingRequestType } from '../request/request.type.js';
import type { GrantState } from './grant.js';

/** The two types name each other; a plain type here keeps the emitted metadata from needing the other class at load time. */
type Relation<T> = T;

export const GrantStateEnum = { ACTIVE: 'ACTIVE', REVOKED: 'REVOKED', EXPIRED: 'EXPIRED', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(GrantStateEnum, { name: 'GrantState', description: 'Trạng thái của một quyền · state of a grant' });

@ObjectType('Grant', {
  implements: () => [Node],
  description: "Quyền xem hình của một chủ camera, có hạn · the right to one owner's cameras, until it expires",
})
export class GrantType extends Node {
  @Field(() => GrantStateEnum, { description: 'Trạng thái lúc này · state now' })
  state: GrantState;

  @Field(() => OrganisationType, { description: 'Chủ camera · the owner' })
  owner: OrganisationType;

  @Field(() => [CameraType], { description: 'Các camera được xem · the cameras' })
  cameras: CameraType[];

  @Field(() => [String], { description: 'Các việc được làm · the acts' })
  actions: string[];

  @Field(() => DateTime, { description: 'Từ lúc · from' })
  windowFrom: Date;

  @Field(() => DateTime, { description: 'Đến lúc · to' })
  windowTo: Date;

  @Field(() => DateTime, { description: 'Hết hạn lúc · expires' })
  expiresAt: Date;

  @Field(() => [ObligationType], { description: 'Nghĩa vụ kèm theo · duties' })
  obligations: ObligationType[];

  @Field(() => DateTime, { description: 'Cấp lúc · issued' })
  issuedAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Kết thúc trước hạn lúc; trống nếu chưa · when it was taken back; empty if it was not',
  })
  revokedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Lý do kết thúc trước hạn; trống nếu chưa · why it was taken back; empty if it was not',
  })
  revokedReason: string | null;

  @Field(() => SharingRequestType, { description: 'Yêu cầu mà quyền này trả lời · the request it answers' })
  request: Relation<SharingRequestType>;
}

@ObjectType('GrantEdge', { description: 'Một dòng của danh sách quyền · one row of the list' })
export class GrantEdge {
  @Field(() => String, { description: 'Vị trí của dòng · where the row stands' })
  cursor: string;

  @Field(() => GrantType, { description: 'Quyền · the grant' })
  node: GrantType;
}

@ObjectType('GrantConnection', { description: 'Một trang quyền · one page of grants' })
export class GrantConnection {
  @Field(() => [GrantEdge], { description: 'Các dòng, mới nhất trước · the rows, newest first' })
  edges: GrantEdge[];

  @Field(() => PageInfo, { description: 'Vị trí của trang · where the page stands' })
  pageInfo: PageInfo;
}

@ObjectType('Revocation', {
  description: 'Một lần thu hồi và việc các cửa hình đã ngắt · a revocation, and how far the edges have applied it',
})
export class RevocationType {
  @Field(() => String, { description: 'Số thứ tự · its number' })
  position: string;

  @Field(() => DateTime, { description: 'Có hiệu lực lúc · in force since' })
  revokedAt: Date;

  @Field(() => Int, { description: 'Số cửa hình đang hoạt động · edges that are alive' })
  edgesExpected: number;

  @Field(() => Int, { description: 'Số cửa hình đã ngắt · edges that have applied it' })
  edgesAcknowledged: number;

  @Field(() => Int, { description: 'Đã chờ bao lâu (mili giây) · how long was waited, in milliseconds' })
  tookMs: number;

  @Field(() => Int, { description: 'Số phiên xem đã bị ngắt · sessions that were ended' })
  sessionsEnded: number;
}
