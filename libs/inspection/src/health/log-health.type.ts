import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, LogEntryRef, InvalidInput, NotFound, StateConflict } from '#libs/identity';
import { DeniedType } from '#libs/regulation';
import { WitnessSignatureType } from '../entry-proof.type.js';

export enum ReleaseLevel {
  EVERYTHING = 'EVERYTHING',
  NOTHING_WITNESSED = 'NOTHING_WITNESSED',
  EMERGENCIES = 'EMERGENCIES',
}
registerEnumType(ReleaseLevel, {
  name: 'ReleaseLevel',
  description: 'Nhật ký còn cho phép trao những gì · what the log lets out',
  valuesMap: {
    EVERYTHING: { description: 'Mọi việc · everything' },
    NOTHING_WITNESSED: { description: 'Ngừng giao, trích xuất, công khai · nothing handed over, exported or published' },
    EMERGENCIES: { description: 'Chỉ việc khẩn cấp · emergencies only' },
  },
});

@ObjectType('LogHealthReason', { description: 'Một điều chưa ổn · one thing that is not well' })
export class LogHealthReasonType {
  @Field(() => String, { description: 'Mã cố định · a fixed code' })
  code: string;
  @Field(() => String, { description: 'Tiếng Việt · in Vietnamese' })
  textVi: string;
  @Field(() => String, { description: 'Tiếng Anh · in English' })
  textEn: string;
  @Field(() => String, { description: 'Việc cần làm, tiếng Việt · what to do, in Vietnamese' })
  nextVi: string;
  @Field(() => String, { description: 'Việc cần làm, tiếng Anh · what to do, in English' })
  nextEn: string;
}

@ObjectType('LogFindingHand', { description: 'Một trong hai người khép phát hiện · one of the two who close a finding' })
export class LogFindingHandType {
  @Field(() => String, { description: 'Mã cơ quan · code of the body' })
  organisationCode: string;
  @Field(() => String, { description: 'Tên cơ quan · the body, in Vietnamese' })
  organisationNameVi: string;
  @Field(() => String, { description: 'Tên cơ quan, tiếng Anh · the body, in English' })
  organisationNameEn: string;
  @Field(() => DateTime, { description: 'Lúc làm · when' })
  at: Date;
  @Field(() => ID, { description: 'Bản ghi của việc ấy · its entry' })
  entryId: string;
  @Field(() => Boolean, { description: 'Chính bạn · it was you' })
  isYou: boolean;
}

@ObjectType('LogFinding', {
  description:
    'Một phát hiện của nhật ký: mất bản ghi, cấu hình bị đổi khi đang chạy, hoặc tìm kiếm, số đếm khác bảng kê · a finding of the log: a loss, a change while it ran, or a search or counters that differ from a manifest',
})
export class LogFindingType {
  @Field(() => ID, { description: 'Bản ghi đã báo phát hiện · the entry that told it' })
  id: string;
  @Field(() => String, { description: 'Loại · kind' })
  kind: string;
  @Field(() => String, { description: 'Điều đã thấy, lời của máy · what was seen, in the words of the machine' })
  what: string;
  @Field(() => DateTime, { description: 'Lúc thấy · when it was found' })
  foundAt: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Lý do khép; trống khi chưa ai đề nghị · why it may be closed; empty until somebody asks',
  })
  reason: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'SHA-256 của điều được nêu để khép; trả lại đúng giá trị này khi xác nhận; trống khi chưa ai đề nghị · SHA-256 of what is asked to be confirmed: give it back to confirm; empty until somebody asks',
  })
  digest: string | null;
  @Field(() => LogFindingHandType, {
    nullable: true,
    description: 'Người đề nghị khép; trống khi chưa có · the first hand; empty until there is one',
  })
  opened: LogFindingHandType | null;
  @Field(() => LogFindingHandType, {
    nullable: true,
    description: 'Người xác nhận; trống khi còn mở · the second hand; empty while it is open',
  })
  closed: LogFindingHandType | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      'Lúc máy thấy đã đủ lại; trống khi chưa, hoặc khi không thể · when it was found whole again; empty until then, or where it cannot be',
  })
  healedAt: Date | null;
  @Field(() => ID, { nullable: true, description: 'Bản ghi của lần ấy; trống khi chưa · the entry of that; empty until then' })
  healedEntryId: string | null;
}

@ObjectType('LogNode', { description: 'Một tiến trình và bộ quy tắc nó đang dùng · a process and the rules it decides with' })
export class LogNodeType {
  @Field(() => String, { description: 'Tên tiến trình · name' })
  name: string;
  @Field(() => ID, { description: 'SHA-256 của bộ quy tắc · of the rules' })
  policySha256: string;
  @Field(() => DateTime, { description: 'Lần báo gần nhất · when it last reported' })
  seenAt: Date;
}

@ObjectType('LogAnchor', {
  description:
    'Thời gian độc lập: đầu nhật ký mới nhất đã được tổ chức cấp dấu thời gian đóng dấu (RFC 3161) · independent time: the newest checkpoint that a time-stamping authority has stamped',
})
export class LogAnchorType {
  @Field(() => Boolean, {
    description: 'Đã đặt tổ chức cấp dấu thời gian; không thì nhật ký chưa có thời gian độc lập · whether there is an authority',
  })
  isSet: boolean;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Lúc đóng dấu, theo đồng hồ của tổ chức ấy; trống trước lần đầu · by the clock of the authority; empty before the first',
  })
  at: Date | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Của ai: tên trong chứng thư của tổ chức ấy; trống trước lần đầu · whose: the name in its certificate; empty before the first',
  })
  by: string | null;
  @Field(() => Int, { description: 'Số bản ghi dưới dấu ấy · entries under it' })
  size: number;
  @Field(() => String, {
    nullable: true,
    description:
      'Lần thử cuối không thành: silent (không trả lời), refused (trả lời sai), clock (lệch giờ); trống khi thành · what the last attempt came to when it failed; empty when it did not',
  })
  trouble: string | null;
}

@ObjectType('LogHealth', { description: 'Sức khoẻ của nhật ký, cho người trông coi · how the log stands, for those who look after it' })
export class LogHealthType {
  @Field(() => ReleaseLevel, { description: 'Còn cho phép những gì · what it lets out' })
  releases: ReleaseLevel;
  @Field(() => [LogHealthReasonType], {
    description: 'Vì sao, nặng nhất trước; trống khi ổn · why, the gravest first; empty when all is well',
  })
  because: LogHealthReasonType[];
  @Field(() => String, {
    nullable: true,
    description: 'Lời của máy khi bị đóng băng; trống khi không · the word of the machine when frozen; empty when not',
  })
  frozenBecause: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Bản ghi chờ lâu nhất, giây; trống khi không có gì chờ · age of the oldest waiting entry, seconds; empty when none waits',
  })
  outboxAgeSeconds: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Giây từ lần công bố cuối; trống khi nhật ký chưa có gì · seconds since it was published; empty while the log is empty',
  })
  publishedAgeSeconds: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Giây từ lần nhân chứng xác nhận cuối; trống khi nhật ký chưa có gì · seconds since witnesses confirmed; empty while the log is empty',
  })
  witnessedAgeSeconds: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Phần ổ đĩa còn trống, 0 đến 1; trống khi ổ đĩa không trả lời · free share of the disk, 0 to 1; empty when it does not answer',
  })
  diskFree: number | null;
  @Field(() => Int, { description: 'Số bản ghi dưới điểm kiểm mới nhất · entries under the newest checkpoint' })
  checkpointSize: number;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Lúc công bố; trống trước điểm kiểm đầu tiên · when it was published; empty before the first',
  })
  checkpointAt: Date | null;
  @Field(() => Int, { description: 'Số bản ghi nhân chứng đã xác nhận · entries that witnesses have confirmed' })
  witnessedSize: number;
  @Field(() => [WitnessSignatureType], { description: 'Nhân chứng của điểm kiểm mới nhất · witnesses of the newest checkpoint' })
  witnesses: WitnessSignatureType[];
  @Field(() => LogAnchorType, { description: 'Thời gian độc lập của nhật ký · independent time of the log' })
  anchor: LogAnchorType;
  @Field(() => [LogNodeType], { description: 'Các tiến trình và bộ quy tắc của chúng · the processes and their rules' })
  nodes: LogNodeType[];
  @Field(() => ID, { description: 'Bộ quy tắc của tiến trình trả lời · rules of the process that answers' })
  policySha256: string;
  @Field(() => [LogFindingType], {
    description: 'Các phát hiện: chưa khép trước, rồi mới nhất · findings: open ones first, then the newest',
  })
  findings: LogFindingType[];
}

@ObjectType('LogFindingActDone', { description: 'Việc đã ghi nhận · it was done' })
export class LogFindingActDone {
  @Field(() => LogFindingType, { description: 'Phát hiện, như hiện nay · the finding as it stands now' })
  finding: LogFindingType;
  @Field(() => LogEntryRef, { description: 'Bản ghi của việc này · the entry of this act' })
  entry: LogEntryRef;
}

export const LogHealthResult = createUnionType({
  name: 'LogHealthResult',
  description: 'Sức khoẻ của nhật ký, hoặc vì sao không được xem · how the log stands, or why not',
  types: () => [LogHealthType, DeniedType] as const,
});

export const LogFindingActResult = createUnionType({
  name: 'LogFindingActResult',
  description: 'Việc khép phát hiện, hoặc vì sao chưa được · what was done to a finding, or why not',
  types: () => [LogFindingActDone, DeniedType, NotFound, StateConflict, InvalidInput] as const,
});
