import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString, Matches, MaxLength } from 'class-validator';

@InputType('FindingClosureInput', { description: 'Phát hiện nào, và vì sao khép được · which finding, and why it may be closed' })
export class FindingClosureInput {
  @Field(() => ID, { description: 'Mã phát hiện · id of the finding' })
  @IsString()
  @MaxLength(100)
  findingId: string;

  @Field(() => String, {
    description: 'Lý do, 10 đến 500 ký tự: đã xem gì, kết luận gì · why, 10 to 500 characters: what was looked at, and what came of it',
  })
  @IsString()
  @MaxLength(500)
  reason: string;
}

@InputType('FindingConfirmationInput', {
  description: 'Xác nhận khép phát hiện nào, theo lý do đã đọc · which finding is confirmed, for the reason that was read',
})
export class FindingConfirmationInput {
  @Field(() => ID, { description: 'Mã phát hiện · id of the finding' })
  @IsString()
  @MaxLength(100)
  findingId: string;

  @Field(() => String, {
    description: 'Giá trị digest của phát hiện như đã xem · the digest of the finding as it was shown',
  })
  @Matches(/^[0-9a-f]{64}$/)
  shownDigest: string;
}
