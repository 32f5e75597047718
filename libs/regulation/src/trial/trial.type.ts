import { ArgsType, createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DateTime, InvalidInput, NotFound, Problem } from '#libs/identity';
import { DeniedType, EffectEnum, ObligationType, type EffectName } from '../decision.type.js';
import { ExplainedRuleType, NearMissType } from '../explanation/explanation.type.js';

@ArgsType()
export class TryCaseArgs {
  @Field(() => String, {
    description:
      'Câu hỏi dạng JSON, như `cuao policy eval` nhận: action, asOf và các dữ kiện · the question as JSON, as `cuao policy eval` takes it',
  })
  @IsString()
  @MaxLength(16_384)
  input: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Xét tại thời điểm này thay cho asOf trong câu hỏi · judge as of this instead of the question’s own',
  })
  @IsOptional()
  @IsDate()
  asOf?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'SHA-256 của bộ quy tắc đang thi hành, đã lưu hoặc được đề nghị; bỏ trống là bộ đang thi hành · SHA-256 of a bundle in force, archived or proposed; leave out for the one in force',
  })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  bundleSha256?: string | null;
}

@ObjectType('CountedDeadline', {
  description: 'Một thời hạn mà quy tắc đặt ra, với ngày và cách đếm · a deadline that a rule sets, its date and how it was counted',
})
export class CountedDeadlineType {
  @Field(() => ID, { description: 'Mã quy tắc · id of the rule' })
  rule: string;

  @Field(() => String, { description: 'Tên thời hạn · name of the deadline' })
  name: string;

  @Field(() => DateTime, { description: 'Đếm từ · counted from' })
  from: Date;

  @Field(() => Int, { description: 'Số lượng · amount' })
  amount: number;

  @Field(() => String, { description: 'Đơn vị: hour, day, workingDay, month, year · unit' })
  unit: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Thời điểm cuối cùng; trống khi chưa tính được · last instant; empty when it cannot be counted yet',
  })
  dueAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Ngày đến hạn theo lịch Hà Nội; trống khi chưa tính được · the day it is due, by the calendar of Hà Nội; empty when it cannot be counted yet',
  })
  dueDate: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Ngày đầu tiên được tính; trống với thời hạn theo giờ · first day that counts; empty for hours',
  })
  firstDay: string | null;

  @Field(() => [String], { description: 'Những ngày không tính vì là ngày nghỉ · days passed over because nobody works' })
  skippedDays: string[];

  @Field(() => String, { description: 'Cách đếm bằng tiếng Việt · how it was counted, in Vietnamese' })
  countedVi: string;

  @Field(() => String, { description: 'Cách đếm bằng tiếng Anh · how it was counted, in English' })
  countedEn: string;
}

@ObjectType('TriedCase', {
  description: 'Bộ quy tắc nói gì về ca này; không mở ra điều gì · what the rules say to this case; it opens nothing',
})
export class TriedCaseType {
  @Field(() => EffectEnum, { description: 'Kết luận · the conclusion' })
  effect: EffectName;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Xét tại thời điểm; trống khi câu hỏi không nêu · judged as of; empty when the question did not say',
  })
  asOf: Date | null;

  @Field(() => String, { description: 'Phiên bản bộ quy tắc · revision of the rules' })
  policyRevision: string;

  @Field(() => String, { description: 'SHA-256 của bộ quy tắc · SHA-256 of the bundle' })
  policySha256: string;

  @Field(() => String, { description: 'Vì sao, một câu tiếng Việt · why, one sentence in Vietnamese' })
  sentenceVi: string;

  @Field(() => String, { description: 'Vì sao, một câu tiếng Anh · why, one sentence in English' })
  sentenceEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Việc có thể làm tiếp; trống khi không có · what can be done next; empty when nothing',
  })
  nextVi: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Việc có thể làm tiếp, tiếng Anh; trống khi không có · the same in English; empty when nothing',
  })
  nextEn: string | null;

  @Field(() => [ExplainedRuleType], {
    description: 'Các quy tắc ngăn lại, để ngỏ hoặc còn cần thêm · rules that stand against it, leave it open or need more',
  })
  rules: ExplainedRuleType[];

  @Field(() => [ExplainedRuleType], { description: 'Các quy tắc cho phép · rules that permit' })
  reasons: ExplainedRuleType[];

  @Field(() => [ObligationType], { description: 'Nghĩa vụ kèm theo · duties' })
  obligations: ObligationType[];

  @Field(() => [CountedDeadlineType], { description: 'Thời hạn, kèm cách đếm · deadlines and how they were counted' })
  deadlines: CountedDeadlineType[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'Có thể khác đi sau thời điểm này; trống nếu không biết · may differ after this; empty when not known',
  })
  validUntil: Date | null;

  @Field(() => [NearMissType], {
    description: 'Dữ kiện nào khác đi thì kết luận sẽ mở hơn · which single fact would open the conclusion further',
  })
  nearMisses: NearMissType[];

  @Field(() => String, {
    description: 'Toàn bộ câu trả lời của bộ quy tắc, dạng JSON chuẩn · the whole answer of the rules, as canonical JSON',
  })
  answer: string;

  @Field(() => String, { description: 'Mã băm của câu hỏi · digest of the question' })
  factsDigest: string;

  @Field(() => ID, { description: 'Bản ghi nhật ký của việc thử · the log entry of the trial' })
  entryId: string;
}

@ObjectType('TrialStopped', {
  implements: () => [Problem],
  description:
    'Không có câu trả lời: bộ quy tắc không chạy được, chạy quá lâu, hoặc hệ thống đang bận · no answer: the bundle does not run, took too long, or too many are being tried',
})
export class TrialStopped extends Problem {}

export const TryCaseResult = createUnionType({
  name: 'TryCaseResult',
  description: 'Kết quả thử, hoặc vì sao không thử được · what the rules say, or why nothing could be tried',
  types: () => [TriedCaseType, InvalidInput, NotFound, TrialStopped, DeniedType] as const,
});
