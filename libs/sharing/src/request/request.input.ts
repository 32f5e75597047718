import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsDate, IsOptional, IsString, MaxLength } from 'class-validator';
import { DateTime } from '#libs/identity';
import type { RawRequestForm } from './request-form.js';

export const ConsentVerdictEnum = { CONSENT: 'CONSENT', DECLINE: 'DECLINE' } as const;
export const ReviewVerdictEnum = { FORWARD: 'FORWARD', RETURN: 'RETURN', REFUSE: 'REFUSE' } as const;
export const ApprovalVerdictEnum = { APPROVE: 'APPROVE', REFUSE: 'REFUSE' } as const;
export type ConsentVerdict = keyof typeof ConsentVerdictEnum;
export type ReviewVerdict = keyof typeof ReviewVerdictEnum;
export type ApprovalVerdict = keyof typeof ApprovalVerdictEnum;
registerEnumType(ConsentVerdictEnum, { name: 'ConsentVerdict', description: 'Đồng ý hoặc không · consent or not' });
registerEnumType(ReviewVerdictEnum, { name: 'ReviewVerdict', description: 'Chuyển duyệt, trả lại, từ chối · forward, return or refuse' });
registerEnumType(ApprovalVerdictEnum, { name: 'ApprovalVerdict', description: 'Duyệt hoặc từ chối · approve or refuse' });

/**
 * Outer bounds only, far above what a form needs: they keep machines in check and answer with an error. What a person can mend
 * (a missing date, a note that is too long) is checked by `checkRequestForm` and answered as `InvalidInput` with its field.
 */
@InputType('RequestInput', { description: 'Nội dung yêu cầu chia sẻ · what is asked, by whose paper and why' })
export class RequestInput implements RawRequestForm {
  @Field(() => [String], { description: 'Các việc xin làm, ví dụ live_view · the acts, for example live_view' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  actions: string[];

  @Field(() => String, { description: 'Mã mục đích · purpose' })
  @IsString()
  @MaxLength(200)
  purposeCode: string;

  @Field(() => String, { description: 'Mã căn cứ pháp lý · legal basis' })
  @IsString()
  @MaxLength(200)
  legalBasisCode: string;

  @Field(() => String, { description: 'Lý do, bằng lời · why, in words' })
  @IsString()
  @MaxLength(20_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Số văn bản yêu cầu · number of the written request' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  writtenRequestNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Ngày văn bản, năm-tháng-ngày · its date, year-month-day' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  writtenRequestDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Nơi ban hành văn bản · who issued it' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  writtenRequestIssuer?: string | null;

  @Field(() => String, { nullable: true, description: 'Số hồ sơ vụ việc · case file' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  caseReference?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Văn bản công bố hoặc xác nhận tình trạng khẩn cấp; chỉ với căn cứ đòi hỏi nó · the document that declares or confirms the emergency; only with a basis that asks for it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  emergencyDeclRef?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Lý do cần thấy rõ mặt (trường học, bệnh viện) · why faces must be seen unblurred (schools, hospitals)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  clearTextReason?: string | null;

  @Field(() => String, { nullable: true, description: 'Loại dữ liệu · type of data' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  dataType?: string | null;

  @Field(() => String, { nullable: true, description: 'Mức chi tiết · level of detail' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  detailLevel?: string | null;

  @Field(() => String, { nullable: true, description: 'Khối lượng · volume' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  volume?: string | null;

  @Field(() => String, { nullable: true, description: 'Tần suất truy cập · frequency of access' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  accessFrequency?: string | null;

  @Field(() => String, { nullable: true, description: 'Cách cung cấp · method of provision' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  deliveryMethod?: string | null;

  @Field(() => [ID], { description: 'Các camera xin xem · the cameras' })
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  cameraIds: string[];

  @Field(() => DateTime, { description: 'Từ lúc · from' })
  @IsDate()
  windowFrom: Date;

  @Field(() => DateTime, { description: 'Đến lúc · to' })
  @IsDate()
  windowTo: Date;
}
