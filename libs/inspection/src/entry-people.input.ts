import { ArgsType, Field } from '@nestjs/graphql';
import { IsString, MaxLength, MinLength } from 'class-validator';

@ArgsType()
export class EntryPeopleArgs {
  @Field(() => String, { description: 'Một phần họ tên, có dấu hay không · part of a name, with or without its marks' })
  @IsString()
  @MinLength(2)
  @MaxLength(80)
  name: string;
}
