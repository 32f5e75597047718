import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';

@ArgsType()
export class AlertArgs {
  @Field(() => Int, { description: 'Số dòng muốn lấy, từ 1 đến 100 · how many rows, 1 to 100' })
  @IsInt()
  @Min(1)
  @Max(100)
  first: number;
}
