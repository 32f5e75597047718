import { createUnionType, Field, ID, InputType, Int, Float, ObjectType } from '@nestjs/graphql';
import { DateTime, InvalidInput, LogEntryRef, NotFound, StateConflict } from '#libs/identity';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { DeniedType } from '../decision.type.js';

@ObjectType('PolicySignature', {
  description: 'Chữ ký của một cơ quan trên một bộ quy tắc · one institution’s signature on a set of rules',
})
export class PolicySignatureType {
  @Field(() => String, { description: 'Cơ quan ký, ví dụ CATP · the institution' })
  signer: string;

  @Field(() => String, { description: 'Mã khóa đã ghim · id of the pinned key' })
  keyId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Người ký; trống khi chữ ký đi cùng chương trình · who signed; empty when the signature came with the program',
  })
  personName: string | null;

  @Field(() => String, { nullable: true, description: 'Ghi chú khi ký; trống khi không có · the signer’s note; empty when there is none' })
  note: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 của báo cáo tác động đã đọc; trống khi đi cùng chương trình · the impact report that was signed with it',
  })
  impactSha256: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Ký lúc; trống khi đi cùng chương trình · when; empty when it came with the program',
  })
  signedAt: Date | null;
}

@ObjectType('PolicyImpactRef', { description: 'Một báo cáo tác động, không kèm nội dung · an impact report, without its contents' })
export class PolicyImpactRefType {
  @Field(() => String, { description: 'SHA-256 của báo cáo: điều được ký · what is signed' })
  reportSha256: string;

  @Field(() => String, { description: 'So với bộ quy tắc nào · which rules it compares with' })
  againstSha256: string;

  @Field(() => Float, {
    description: 'Phần quyết định sẽ rộng hơn, 0 đến 1 · share of decisions that would be answered more widely, 0 to 1',
  })
  widenedShare: number;

  @Field(() => DateTime, { description: 'Lập lúc · made at' })
  madeAt: Date;
}

@ObjectType('PolicyReleaseNote', {
  description: 'Ghi chú của thanh tra về việc mở rộng quyền · an inspector’s note on a release that opens more',
})
export class PolicyNoteType {
  @Field(() => String, { description: 'Thanh tra viên · the inspector' })
  inspectorName: string;

  @Field(() => String, { description: 'Nội dung · what it says' })
  note: string;

  @Field(() => DateTime, { description: 'Lúc · when' })
  at: Date;
}

@ObjectType('PolicyRelease', {
  description: 'Một bộ quy tắc đã được đề xuất hoặc ban hành · a set of rules that was proposed or put in force',
})
export class PolicyReleaseType {
  @Field(() => ID, { description: 'SHA-256 của bản kê: tên của bộ quy tắc · names the rules as a whole' })
  sha256: string;

  @Field(() => Int, { description: 'Số thứ tự, chỉ tăng · number, only ever grows' })
  sequence: number;

  @Field(() => String, { description: 'Phiên bản · revision' })
  revision: string;

  @Field(() => String, { description: 'Văn bản ý kiến của Bộ Công an · the ministry’s written opinion' })
  opinionRef: string;

  @Field(() => DateTime, { description: 'Có hiệu lực từ · valid from' })
  notBefore: Date;

  @Field(() => DateTime, { description: 'Có hiệu lực đến · valid until' })
  notAfter: Date;

  @Field(() => DateTime, { description: 'Đến đây lúc · came here at' })
  proposedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'Ban hành lúc; trống khi chưa · put in force at; empty when it was not' })
  activatedAt: Date | null;

  @Field(() => String, {
    description:
      'Bản kê nguyên văn: điều được ký, kèm giá trị băm của từng tệp · the manifest as it stands: what is signed, with the hash of each file',
  })
  manifest: string;

  @Field(() => [PolicySignatureType], { description: 'Chữ ký · signatures' })
  signatures: PolicySignatureType[];

  @Field(() => [PolicyImpactRefType], { description: 'Báo cáo tác động, mới nhất trước · impact reports, newest first' })
  impacts: PolicyImpactRefType[];

  @Field(() => [PolicyNoteType], { description: 'Ghi chú của thanh tra · inspectors’ notes' })
  notes: PolicyNoteType[];
}

@ObjectType('PolicyNode', {
  description: 'Một tiến trình quyết định và bộ quy tắc nó đang dùng · one deciding process and the rules it uses',
})
export class PolicyNodeType {
  @Field(() => String, { description: 'Tên tiến trình · name of the process' })
  name: string;

  @Field(() => String, { description: 'Bộ quy tắc đang dùng · the rules in use' })
  sha256: string;

  @Field(() => Int, { description: 'Số thứ tự · number' })
  sequence: number;

  @Field(() => String, { description: 'Phiên bản · revision' })
  revision: string;

  @Field(() => DateTime, { description: 'Nạp lúc · loaded at' })
  loadedAt: Date;

  @Field(() => DateTime, { description: 'Báo tin lần cuối · last heard of' })
  seenAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Vì sao không theo được bộ quy tắc đang có hiệu lực; trống khi theo được · why it cannot follow; empty when it does',
  })
  errorCode: string | null;
}

@ObjectType('PolicyStatus', { description: 'Bộ quy tắc đang có hiệu lực và ai đang dùng bộ nào · the rules in force, and who uses which' })
export class PolicyStatusType {
  @Field(() => PolicyReleaseType, {
    nullable: true,
    description: 'Đang có hiệu lực; trống khi không có · in force; empty when there is none',
  })
  inForce: PolicyReleaseType | null;

  @Field(() => [PolicyNodeType], { description: 'Các tiến trình · the processes' })
  nodes: PolicyNodeType[];

  @Field(() => [PolicyReleaseType], { description: 'Hai mươi bộ mới nhất · the twenty newest' })
  releases: PolicyReleaseType[];
}

@ObjectType('PolicyReleaseDone', { description: 'Đã làm và đã ghi nhật ký · done, and on the log' })
export class PolicyReleaseDoneType {
  @Field(() => PolicyReleaseType, { description: 'Bộ quy tắc · the release' })
  release: PolicyReleaseType;

  @Field(() => LogEntryRef, { description: 'Bản ghi nhật ký · the log entry' })
  entry: LogEntryRef;
}

export const PolicyReleaseResult = createUnionType({
  name: 'PolicyReleaseResult',
  description: 'Kết quả của một bước ban hành bộ quy tắc · what came of a step of a release',
  types: () => [PolicyReleaseDoneType, DeniedType, InvalidInput, NotFound, StateConflict] as const,
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
});

@InputType('SignPolicyInput', { description: 'Chữ ký làm trên máy của người ký · made on the signer’s own machine' })
export class SignPolicyInput {
  @Field(() => ID, { description: 'Bộ quy tắc · the release' })
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;

  @Field(() => String, { description: 'Ed25519 trên bản kê nguyên văn, base64 · over the raw manifest' })
  @Length(88, 88)
  signature: string;

  @Field(() => String, { description: 'Lời ký, JSON chuẩn · the statement, canonical JSON' })
  @IsString()
  @MaxLength(4_000)
  statement: string;

  @Field(() => String, { description: 'Ed25519 trên lời ký, base64 · over the statement' })
  @Length(88, 88)
  statementSignature: string;
}

@InputType('RollBackPolicyInput', { description: 'Quay về bộ quy tắc trước · going back to earlier rules' })
export class RollBackPolicyInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Về bộ nào; trống: bộ ngay trước bộ đang có hiệu lực · to which; empty: the one before the present',
  })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  toSha256?: string | null;

  @Field(() => String, { description: 'Văn bản ý kiến của Bộ Công an cho lần này · the ministry’s opinion on going back' })
  @IsString()
  @Length(1, 200)
  opinionRef: string;
}
