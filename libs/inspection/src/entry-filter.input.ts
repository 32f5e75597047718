import { Field, ID, InputType } from '@nestjs/graphql';
import { Equals, IsDate, IsOptional, Matches, MaxLength } from 'class-validator';
import { DateTime } from '#libs/identity';

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

@InputType('EntryFilter', {
  description: 'Điều kiện tìm trong nhật ký; bỏ trống là không lọc · what to look for; leave out what does not matter',
})
export class EntryFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Việc, ví dụ live_view.open, hoặc phần đầu của nó: live_view · act and step, or the act alone',
  })
  @IsOptional()
  @Matches(/^[a-z][a-z_]*(\.[a-z][a-z_]*)*$/)
  @MaxLength(60)
  type?: string | null;

  @Field(() => ID, { nullable: true, description: 'Camera' })
  @IsOptional()
  @Matches(new RegExp(`^cam_${uuid}$`))
  cameraId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Yêu cầu · request' })
  @IsOptional()
  @Matches(new RegExp(`^req_${uuid}$`))
  requestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Quyền xem · grant' })
  @IsOptional()
  @Matches(new RegExp(`^grt_${uuid}$`))
  grantId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Người làm; chỉ thấy việc của người mà bạn được biết tên · the person who acted; finds only acts of people whose names are yours to see',
  })
  @IsOptional()
  @Matches(new RegExp(`^per_${uuid}$`))
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Mã cơ quan, ví dụ so-xay-dung · code of a body' })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/)
  organisationCode?: string | null;

  @Field(() => String, { nullable: true, description: 'allowed, refused, done hoặc failed · how it ended' })
  @IsOptional()
  @Matches(/^(allowed|refused|done|failed)$/)
  outcome?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Từ lúc này · from this instant on' })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Trước lúc này · before this instant' })
  @IsOptional()
  @IsDate()
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Đúng số hồ sơ vụ việc hoặc mã bản ghi · exactly a case number or an entry id' })
  @IsOptional()
  @MaxLength(80)
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Chỉ nhận true: việc xảy ra từ 22 giờ đến trước 6 giờ, giờ Hà Nội (Điều 106 Bộ luật Lao động) · true only: what happened from 22:00 until before 06:00 in Hanoi (article 106 of the Labour Code)',
  })
  @IsOptional()
  @Equals(true)
  atNight?: true | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Chỉ nhận true: lần mở hình, được phép hay bị từ chối, không có số hồ sơ vụ việc · true only: openings of footage, allowed or refused, that name no case',
  })
  @IsOptional()
  @Equals(true)
  lacksCase?: true | null;
}
