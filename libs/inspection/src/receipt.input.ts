import { ArgsType, Field } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';

@ArgsType()
export class ReceiptArgs {
  @Field(() => String, { description: 'Biên nhận, nguyên văn một dòng JSON · the receipt, its one line of JSON as it is' })
  @IsString()
  @MaxLength(4_096)
  receipt: string;
}
