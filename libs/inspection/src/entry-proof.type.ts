import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, Problem } from '#libs/identity';
import { entryStates, type EntryState } from './log-entry.type.js';

@ObjectType('WitnessSignature', { description: 'Đồng ký của một nhân chứng độc lập · co-signature of an independent witness' })
export class WitnessSignatureType {
  @Field(() => String, { description: 'Tên khóa của nhân chứng · name of the witness key' })
  name: string;

  @Field(() => DateTime, { description: 'Lúc đồng ký, theo giờ của nhân chứng · when it co-signed, by its own clock' })
  at: Date;
}

@ObjectType('EntryProof', {
  description:
    'Bằng chứng một bản ghi nằm trong nhật ký, kiểm chứng được ngoại tuyến · proof that an entry stands in the log; can be checked offline',
})
export class EntryProofType {
  @Field(() => ID, { description: 'Mã bản ghi · id of the entry' })
  entryId: string;

  @Field(() => String, { description: 'Số thứ tự trong nhật ký · number in the log' })
  index: string;

  @Field(() => String, { description: 'Số bản ghi mà đầu nhật ký này bao trùm · entries covered by the signed head' })
  size: string;

  @Field(() => String, { description: 'Mã băm của bản ghi theo RFC 6962, hệ 16 · RFC 6962 leaf hash, hex' })
  leafHash: string;

  @Field(() => String, { description: 'Tệp bằng chứng .tlog-proof, nguyên văn · the proof file, as it is' })
  proof: string;

  @Field(() => String, {
    nullable: true,
    description: 'Nguyên văn được băm; chỉ thanh tra và người làm thấy · the exact text that is hashed; for inspectors and the actor',
  })
  leaf: string | null;

  @Field(() => entryStates, { description: 'Mức bảo đảm · how firmly it stands' })
  state: EntryState;

  @Field(() => String, { description: 'Đầu nhật ký đã ký, nguyên văn · the signed head of the log, as it is' })
  checkpoint: string;

  @Field(() => [WitnessSignatureType], { description: 'Các nhân chứng đã đồng ký · witnesses that co-signed' })
  witnesses: WitnessSignatureType[];
}

@ObjectType('NotReady', {
  implements: () => [Problem],
  description:
    'Chưa có bằng chứng: bản ghi vừa nhận, đang chờ xếp số hoặc đồng ký · no proof yet: just accepted, waiting for its number or a witness',
})
export class NotReady extends Problem {
  @Field(() => entryStates, { description: 'Bản ghi đang ở mức nào · how far it has come' })
  state: EntryState;
}

@ObjectType('ReceiptCheck', { description: 'Kết quả kiểm một biên nhận · what a receipt turned out to be' })
export class ReceiptCheckType {
  @Field(() => Boolean, { description: 'Chữ ký trên biên nhận có đúng không · whether the signature on it is right' })
  signatureOk: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Mã bản ghi trên biên nhận; trống khi không đọc được · the entry it names; empty when unreadable',
  })
  entryId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Số thứ tự; trống khi chưa xếp hoặc không tìm thấy · number in the log; empty until it has one',
  })
  index: string | null;

  @Field(() => entryStates, {
    nullable: true,
    description: 'Mức bảo đảm; trống khi nhật ký không có bản ghi này · how firmly it stands; empty when the log has no such entry',
  })
  state: EntryState | null;
}
