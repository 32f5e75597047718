import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '#libs/identity';
import { DeniedType } from '#libs/regulation';

@ObjectType('RepetitionAlert', {
  description:
    'Một thói quen đã được báo cho thanh tra: xem đi xem lại cùng một camera, hoặc hai người luôn quyết định cùng nhau · a habit that inspectors were told of: the same camera again and again, or two people who always decide together',
})
export class RepetitionAlertType {
  @Field(() => String, { description: 'Mã lý do của quy tắc · the rules’ word for the reason' })
  why: string;

  @Field(() => String, { description: 'Lý do bằng tiếng Việt · the reason in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Lý do bằng tiếng Anh · the reason in English' })
  textEn: string;

  @Field(() => Int, { description: 'Số lần trong 30 ngày, lần cao nhất · how often in 30 days, at its highest' })
  count: number;

  @Field(() => Int, { description: 'Đã báo bao nhiêu lần · how many alerts it has raised' })
  alerts: number;

  @Field(() => DateTime, { description: 'Lần báo gần nhất · the latest alert' })
  lastAt: Date;

  @Field(() => String, { description: 'Người yêu cầu · who asked' })
  requesterName: string;

  @Field(() => String, { description: 'Mã cơ quan của người yêu cầu · code of the body that asked' })
  organisationCode: string;

  @Field(() => String, { description: 'Cơ quan của người yêu cầu, tiếng Việt · the body that asked, in Vietnamese' })
  organisationNameVi: string;

  @Field(() => String, { description: 'Cơ quan của người yêu cầu, tiếng Anh · the body that asked, in English' })
  organisationNameEn: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Người phê duyệt; trống khi thói quen chỉ của một người, hoặc cơ quan người ấy ngoài phạm vi thanh tra · who approved; empty for the habit of one person, or when that body is outside the inspection',
  })
  approverName: string | null;

  @Field(() => ID, { description: 'Yêu cầu có số lần cao nhất · the request with the highest count' })
  requestId: string;

  @Field(() => String, { description: 'Mã yêu cầu ấy · its code' })
  requestCode: string;

  @Field(() => ID, { description: 'Quyết định đã để lại nghĩa vụ báo · the decision that left the duty to tell' })
  decisionId: string;

  @Field(() => ID, { description: 'Bản ghi nhật ký của lần báo ấy · the entry of that alert' })
  entryId: string;
}

@ObjectType('RepetitionAlertList', { description: 'Các thói quen, đáng xem nhất trước · habits, the worst first' })
export class RepetitionAlertList {
  @Field(() => [RepetitionAlertType], { description: 'Các thói quen · the habits' })
  alerts: RepetitionAlertType[];
}

export const RepetitionAlertsResult = createUnionType({
  name: 'RepetitionAlertsResult',
  description: 'Các thói quen trong phạm vi thanh tra, hoặc vì sao không được xem · habits within the inspection, or why not',
  types: () => [RepetitionAlertList, DeniedType] as const,
});
