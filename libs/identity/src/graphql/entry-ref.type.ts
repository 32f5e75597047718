import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from './date-time.scalar.js';

@ObjectType('LogEntryRef', { description: 'Bản ghi nhật ký của việc vừa làm · the log entry of what was just done' })
export class LogEntryRef {
  @Field(() => ID, { description: 'Mã bản ghi · id of the entry' })
  id: string;

  @Field(() => DateTime, { description: 'Lúc bản ghi được nhận bền vững · when the entry was durably accepted' })
  acceptedAt: Date;
}
