import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, InvalidInput, LogEntryRef, Node, NotFound, StateConflict } from '#libs/identity';
import { CameraType } from '#libs/registry';
import { DeniedType, ObligationType, PolicyDecisionType } from '#libs/regulation';
import { RevocationType } from '#libs/sharing';
import type { PlaybackMode } from './playback-session.js';
import { PlaybackModeEnum } from './playback.input.js';

@ObjectType('MediaRange', { description: 'Một đoạn hình đã được phát, theo giờ trong hình · a stretch of footage that was handed over' })
export class MediaRangeType {
  @Field(() => DateTime, { description: 'Từ · from' })
  from: Date;

  @Field(() => DateTime, { description: 'Đến · to' })
  to: Date;
}

/** Fields whose answer lies elsewhere (`grant`, `deliveredRanges`) are resolved when they are asked for. */
@ObjectType('PlaybackSession', {
  implements: () => [Node],
  description: 'Một lần xem một camera · one opening of one camera by one person',
})
export class PlaybackSessionType extends Node {
  @Field(() => String, { description: 'OPENING: đang mở, LIVE: đang xem, ENDED: đã kết thúc · state' })
  state: string;

  @Field(() => PlaybackModeEnum, { description: 'Trực tiếp hay xem lại · live or recorded' })
  mode: PlaybackMode;

  @Field(() => CameraType, { description: 'Camera' })
  camera: CameraType;

  @Field(() => String, {
    nullable: true,
    description: 'Địa chỉ hình, chỉ cho biết một lần khi mở; sau đó trống · where the picture is; told once, at the opening, empty later',
  })
  mediaUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Địa chỉ nhận báo ngắt, chỉ cho biết khi mở · where the end is announced; told once, empty later',
  })
  eventsUrl: string | null;

  @Field(() => DateTime, { description: 'Chậm nhất kết thúc lúc · ends by itself at the latest' })
  notAfter: Date;

  @Field(() => [ObligationType], { description: 'Nghĩa vụ khi xem · duties while watching' })
  obligations: ObligationType[];

  @Field(() => String, { description: 'Chữ đóng dấu trên hình; giờ được thêm khi vẽ · the watermark; the time is added where it is drawn' })
  watermarkText: string;

  @Field(() => DateTime, { description: 'Mở lúc · opened' })
  openedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'Kết thúc lúc; trống khi chưa · ended; empty until then' })
  endedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Vì sao kết thúc: client, revoked, expired, idle, source, lease, unrecorded, edge_stopped, edge_lost, not_started · why it ended; empty until then',
  })
  endReason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Bị thu hồi lúc; trống nếu không · when it was revoked; empty if it was not' })
  revokedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Byte hình đầu tiên lúc; trống khi chưa có · first byte of picture; empty before' })
  firstByteAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Byte hình cuối cùng lúc; trống khi chưa có · last byte of picture; empty before' })
  lastByteAt: Date | null;

  @Field(() => ID, { description: 'Quyết định đã cho mở · the decision that permitted it' })
  decisionId: string;

  @Field(() => String, { description: 'Phiên bản bộ quy tắc khi mở · revision of the rules at the opening' })
  policyRevision: string;

  /** Not a field: the grant is asked for by id. */
  grantId: string;
}

@ObjectType('Receipt', {
  description: 'Biên nhận của nhật ký cho một việc, kiểm chứng được ngoại tuyến · the log’s receipt for one act; can be checked offline',
})
export class ReceiptType {
  @Field(() => ID, { description: 'Mã bản ghi · id of the entry' })
  entryId: string;

  @Field(() => String, { description: 'Mã băm của bản ghi theo RFC 6962, hệ 16 · RFC 6962 leaf hash, hex' })
  digest: string;

  @Field(() => String, { description: 'Tiến trình đã nhận bản ghi · the process that accepted it' })
  producer: string;

  @Field(() => DateTime, { description: 'Nhận bền vững lúc · durably accepted' })
  acceptedAt: Date;

  @Field(() => String, { description: 'Chữ ký Ed25519, base64 · Ed25519 signature' })
  signature: string;

  @Field(() => String, {
    description: 'Toàn văn biên nhận, một dòng JSON, cho lệnh cuao verify receipt · the whole receipt as one JSON line',
  })
  text: string;
}

@ObjectType('PlaybackOpened', { description: 'Đã mở; việc mở đã vào nhật ký trước khi có hình · opened; on the log before any picture' })
export class PlaybackOpened {
  @Field(() => PlaybackSessionType, { description: 'Phiên xem · the session' })
  session: PlaybackSessionType;

  @Field(() => LogEntryRef, { description: 'Bản ghi nhật ký của việc mở · the log entry of the opening' })
  entry: LogEntryRef;

  @Field(() => ReceiptType, {
    nullable: true,
    description:
      'Biên nhận; trống nếu lúc này chưa cấp được, bản ghi vẫn có · the receipt; empty if it could not be given just now, the entry stands',
  })
  receipt: ReceiptType | null;

  @Field(() => PolicyDecisionType, { description: 'Quyết định của quy định · what the rules decided' })
  decision: PolicyDecisionType;
}

@ObjectType('PlaybackClosed', { description: 'Phiên xem đã kết thúc theo ý người xem · ended at the viewer’s own wish' })
export class PlaybackClosed {
  @Field(() => PlaybackSessionType, { description: 'Phiên xem · the session' })
  session: PlaybackSessionType;

  @Field(() => LogEntryRef, { description: 'Bản ghi nhật ký của việc này · the log entry of this act' })
  entry: LogEntryRef;
}

@ObjectType('PlaybackRevoked', { description: 'Phiên xem đã bị ngắt · the session was cut' })
export class PlaybackRevoked {
  @Field(() => PlaybackSessionType, { description: 'Phiên xem · the session' })
  session: PlaybackSessionType;

  @Field(() => LogEntryRef, { description: 'Bản ghi nhật ký của việc này · the log entry of this act' })
  entry: LogEntryRef;

  @Field(() => RevocationType, { description: 'Việc ngắt hình · how the picture was cut' })
  revocation: RevocationType;
}

const resolveType = (value: { readonly __typename?: string }): string | undefined => value.__typename;

export const OpenPlaybackResult = createUnionType({
  name: 'OpenPlaybackResult',
  description: 'Kết quả xin mở hình · outcome of asking for a picture',
  types: () => [PlaybackOpened, DeniedType, InvalidInput, NotFound] as const,
  resolveType,
});
export const ClosePlaybackResult = createUnionType({
  name: 'ClosePlaybackResult',
  description: 'Kết quả kết thúc xem · outcome of ending one’s own session',
  types: () => [PlaybackClosed, DeniedType, StateConflict, NotFound] as const,
  resolveType,
});
export const RevokePlaybackResult = createUnionType({
  name: 'RevokePlaybackResult',
  description: 'Kết quả ngắt một phiên xem · outcome of cutting a session',
  types: () => [PlaybackRevoked, DeniedType, InvalidInput, StateConflict, NotFound] as const,
  resolveType,
});
