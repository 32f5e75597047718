import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, Node, PageInfo } from '#libs/identity';
import { EntryCountsType } from './entry-counts.type.js';

/** How far an entry has come; each level promises more than the one before (`audit.md` D9). */
export const entryStates = { COMMITTED: 'COMMITTED', SEQUENCED: 'SEQUENCED', WITNESSED: 'WITNESSED' } as const;
export type EntryState = keyof typeof entryStates;

registerEnumType(entryStates, {
  name: 'EntryState',
  description: 'Mức bảo đảm của một bản ghi · how firmly an entry stands',
  valuesMap: {
    COMMITTED: { description: 'Đã ghi bền vững · durably accepted' },
    SEQUENCED: { description: 'Đã có số thứ tự trong nhật ký · has its number in the log' },
    WITNESSED: { description: 'Đã được nhân chứng độc lập đồng ký · covered by a head that independent witnesses co-signed' },
  },
});

@ObjectType('LogEntry', {
  implements: () => [Node],
  description: 'Một bản ghi của nhật ký: một việc đã làm hoặc đã bị từ chối · one entry of the log: one act done or refused',
})
export class LogEntryType extends Node {
  @Field(() => String, { description: 'Việc và bước, ví dụ live_view.open · act and step' })
  type: string;

  @Field(() => DateTime, { description: 'Lúc việc xảy ra · when it happened' })
  at: Date;

  @Field(() => String, { description: 'allowed: được phép, refused: bị từ chối, done: đã xong, failed: không xong · how it ended' })
  outcome: string;

  @Field(() => String, {
    nullable: true,
    description: 'Mã cơ quan của người làm; trống khi hệ thống tự làm · body of the actor; empty for a process',
  })
  organisationCode: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Tên cơ quan theo danh bạ hiện nay; trống khi không còn cơ quan mang mã ấy, hoặc khi hệ thống tự làm · the body by today’s directory; empty when no body bears the code any more, and for a process',
  })
  organisationNameVi: string | null;

  @Field(() => String, { nullable: true, description: 'Tên cơ quan, tiếng Anh; trống như trên · the body, in English; empty likewise' })
  organisationNameEn: string | null;

  @Field(() => String, { nullable: true, description: 'Vai trò khi làm; trống khi hệ thống tự làm · role acted in; empty for a process' })
  role: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Họ tên người làm; trống khi bạn không được biết hoặc đã xóa theo luật · name of the actor; empty where it is not yours to see, or erased',
  })
  actorName: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Mã người làm, để lọc theo; trống như họ tên · id of the actor, to filter by; empty where the name is',
  })
  actorId: string | null;

  @Field(() => String, { nullable: true, description: 'Mục đích; trống khi việc không cần · purpose; empty where the act has none' })
  purpose: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Căn cứ pháp lý; trống khi việc không cần · legal basis; empty where the act has none',
  })
  basis: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Số hồ sơ vụ việc; trống khi không có, không được biết hoặc đã xóa · case; empty when there is none, it is not yours to see, or erased',
  })
  caseReference: string | null;

  @Field(() => ID, { nullable: true, description: 'Yêu cầu liên quan; trống nếu không có · the request it belongs to, if any' })
  requestId: string | null;

  @Field(() => ID, { nullable: true, description: 'Quyền xem liên quan; trống nếu không có · the grant it used, if any' })
  grantId: string | null;

  @Field(() => ID, { nullable: true, description: 'Camera liên quan; trống nếu không có · the camera it was about, if any' })
  cameraId: string | null;

  @Field(() => ID, { nullable: true, description: 'Quyết định của quy định; trống nếu không cần · the decision it rests on, if any' })
  decisionId: string | null;

  @Field(() => [String], { description: 'Mã các quy tắc đã quyết định · ids of the rules that decided' })
  rules: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Mã băm của bộ quy tắc khi quyết định; trống nếu không có quyết định · hash of the rules in force',
  })
  policySha256: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Số thứ tự trong nhật ký; trống khi chưa xếp · number in the log; empty until it has one',
  })
  index: string | null;

  @Field(() => entryStates, { description: 'Mức bảo đảm · how firmly it stands' })
  state: EntryState;

  @Field(() => String, {
    nullable: true,
    description:
      'Nguyên văn được băm (JSON chuẩn); chỉ thanh tra và người làm thấy · the exact text that is hashed; for inspectors and the actor',
  })
  leaf: string | null;

  @Field(() => Boolean, {
    description:
      'Cơ sở dữ liệu đang có nội dung khác hoặc không còn nội dung; phần hiện ra lấy từ sổ đã công bố và đã đồng ký · the database has another text or none; what is shown comes from the published, co-signed log',
  })
  isRestored: boolean;

  @Field(() => Boolean, {
    description:
      'Tên, số hồ sơ đang lưu không mở được hoặc không khớp cam kết trong nhật ký nên không hiện · the stored name or case cannot be opened or does not fit the commitment on the log, so none is shown',
  })
  areOpeningsAltered: boolean;
}

@ObjectType('EntryEdge', { description: 'Một dòng của danh sách bản ghi · one row of the list of entries' })
export class EntryEdge {
  @Field(() => String, { description: 'Vị trí của dòng, để lấy trang sau · where the row stands, to continue after it' })
  cursor: string;

  @Field(() => LogEntryType, { description: 'Bản ghi · the entry' })
  node: LogEntryType;
}

@ObjectType('EntryConnection', {
  description:
    'Một trang bản ghi, mới nhất trước; không có tổng số vì nhật ký luôn dài thêm · a page of entries, newest first; no total, for the log grows',
})
export class EntryConnection {
  @Field(() => [EntryEdge], { description: 'Các dòng · the rows' })
  edges: EntryEdge[];

  @Field(() => PageInfo, { description: 'Vị trí của trang · where the page stands' })
  pageInfo: PageInfo;

  @Field(() => String, {
    description:
      'Danh sách này nói về bấy nhiêu bản ghi đầu của nhật ký, trang sau cũng vậy dù nhật ký dài thêm · the list speaks of so many first entries of the log; so do its later pages, however the log grows',
  })
  logSize: string;

  @Field(() => [String], {
    description:
      'Số thứ tự của bản ghi thuộc trang này mà không còn nội dung nào khớp mã băm nên không hiện · numbers of entries of this page of which nothing is shown, for no text anywhere fits their hash',
  })
  withheld: string[];

  @Field(() => EntryCountsType, {
    nullable: true,
    description:
      'Số đếm theo ngày, chỉ ở trang đầu và chỉ cho thanh tra; trống khi lọc theo camera, người, vụ việc, yêu cầu hoặc quyền · counts by day, on the first page and for inspectors only; empty under a filter by camera, person, case, request or grant',
  })
  counts: EntryCountsType | null;
}
