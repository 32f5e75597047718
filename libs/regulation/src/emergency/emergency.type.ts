import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, InvalidInput, LogEntryRef, StateConflict } from '#libs/identity';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { DeniedType } from '../decision.type.js';

@ObjectType('EmergencyNode', {
  description: 'Một tiến trình và danh sách cấm khẩn cấp nó đang áp dụng · one process and the emergency list it applies',
})
export class EmergencyNodeType {
  @Field(() => String, { description: 'Tên tiến trình · name of the process' })
  name: string;

  @Field(() => String, {
    description:
      'none: không có danh sách · no list; list: đang áp dụng · applied; damaged: danh sách hỏng, từ chối mọi việc · damaged, refuses everything',
  })
  state: string;

  @Field(() => Int, { nullable: true, description: 'Số của danh sách đang áp dụng; trống khi không có · number; empty when there is none' })
  sequence: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Vì sao không nhận danh sách mới nhất; trống khi đã nhận · why the newest is not taken; empty when it is',
  })
  errorCode: string | null;

  @Field(() => DateTime, { description: 'Báo tin lần cuối · last heard of' })
  seenAt: Date;
}

@ObjectType('EmergencyList', {
  description:
    'Danh sách cấm khẩn cấp: người, camera và vai trò bị ngăn ngay, bất kể quy định · whom and what every node stops at once, whatever the rules say',
})
export class EmergencyListType {
  @Field(() => ID, { description: 'SHA-256 của nguyên văn · of its text' })
  sha256: string;

  @Field(() => Int, { description: 'Số thứ tự, chỉ tăng · number, only ever grows' })
  sequence: number;

  @Field(() => DateTime, { description: 'Có hiệu lực từ · holds from' })
  notBefore: Date;

  @Field(() => DateTime, { description: 'Tự hết hiệu lực lúc · ends by itself at' })
  notAfter: Date;

  @Field(() => String, { description: 'Lý do chung, không nêu tên ai · the reason, naming nobody' })
  reason: string;

  @Field(() => [ID], { description: 'Người bị ngăn · barred people' })
  people: string[];

  @Field(() => [ID], { description: 'Camera bị ngăn · barred cameras' })
  cameras: string[];

  @Field(() => [String], { description: 'Vai trò bị ngăn · barred roles' })
  roles: string[];

  @Field(() => [String], { description: 'Cơ quan đã ký · institutions that signed' })
  signers: string[];

  @Field(() => String, { description: 'Nguyên văn: điều được ký · the text that is signed' })
  text: string;
}

@ObjectType('EmergencyStatus', {
  description:
    'Danh sách cấm khẩn cấp mà tiến trình này áp dụng, và các tiến trình khác · the list applied here, and by the other processes',
})
export class EmergencyStatusType {
  @Field(() => EmergencyListType, {
    nullable: true,
    description: 'Danh sách đang giữ; trống khi chưa từng có · the list that is held; empty when there never was one',
  })
  list: EmergencyListType | null;

  @Field(() => [EmergencyNodeType], { description: 'Các tiến trình · the processes' })
  nodes: EmergencyNodeType[];
}

@ObjectType('EmergencyListActivated', {
  description: 'Danh sách đã có hiệu lực và đã ghi nhật ký · in force and on the log',
})
export class EmergencyListActivated {
  @Field(() => LogEntryRef, { description: 'Bản ghi nhật ký · the log entry' })
  entry: LogEntryRef;

  @Field(() => Int, { description: 'Số luồng hình đang mở bị cắt ngay · open streams that were cut at once' })
  streamsCut: number;
}

export const EmergencyListResult = createUnionType({
  name: 'EmergencyListResult',
  description: 'Kết quả khi cho danh sách cấm khẩn cấp có hiệu lực · what came of putting an emergency list in force',
  types: () => [EmergencyListActivated, DeniedType, InvalidInput, StateConflict] as const,
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
});

@InputType('EmergencySignatureInput', { description: 'Chữ ký của một cơ quan trên danh sách · one institution’s signature on the list' })
export class EmergencySignatureInput {
  @Field(() => String, { description: 'Cơ quan, ví dụ CATP · the institution' })
  @Length(1, 40)
  signer: string;

  @Field(() => String, { description: 'Mã khóa · id of the key' })
  @Length(16, 16)
  keyId: string;

  @Field(() => String, { description: 'Ed25519, base64' })
  @Length(88, 88)
  signature: string;
}

@InputType('ActivateEmergencyListInput', { description: 'Danh sách cấm khẩn cấp đã ký · a signed emergency list' })
export class ActivateEmergencyListInput {
  @Field(() => String, { description: 'Nguyên văn danh sách, JSON chuẩn · its text, canonical JSON' })
  @IsString()
  @MaxLength(32_768)
  text: string;

  @Field(() => [EmergencySignatureInput], { description: 'Chữ ký · signatures' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => EmergencySignatureInput)
  signatures: EmergencySignatureInput[];
}
