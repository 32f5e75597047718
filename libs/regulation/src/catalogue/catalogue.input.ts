import { Field, InputType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DateTime } from '#libs/identity';

@InputType('PolicyRuleFilter', { description: 'Điều kiện lọc; bỏ trống là không lọc · conditions; leave out what does not matter' })
export class PolicyRuleFilterInput {
  @Field(() => String, { nullable: true, description: 'Nhóm: HN, CT, PD, SH, EV, DS, AI, SE, IN, INT, TR, POL · group' })
  @IsOptional()
  @Matches(/^[A-Z]{2,4}$/)
  group?: string | null;

  @Field(() => String, { nullable: true, description: 'Lớp: national, hanoi, gate · layer' })
  @IsOptional()
  @Matches(/^[a-z]{1,20}$/)
  layer?: string | null;

  @Field(() => String, { nullable: true, description: 'Thực thi bằng: policy, clock, data, process, none · what enforces it' })
  @IsOptional()
  @Matches(/^[a-z]{1,20}$/)
  enforcedBy?: string | null;

  @Field(() => String, { nullable: true, description: 'Mức độ kiểm chứng: V, S, I, B, NF · how far it was verified' })
  @IsOptional()
  @Matches(/^[A-Z]{1,2}$/)
  status?: string | null;

  @Field(() => String, { nullable: true, description: 'Khóa của điều khoản mà quy tắc dựa vào · key of an article it rests on' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  articleKey?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Có hiệu lực tại thời điểm này · in force at this instant' })
  @IsOptional()
  @IsDate()
  inForceAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Tìm theo mã, tên, điều khoản; không cần dấu · id, title or article; marks are not needed',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  text?: string | null;
}
