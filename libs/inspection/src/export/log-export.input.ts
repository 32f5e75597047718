import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import { EntryFilterInput } from '../entry-filter.input.js';
import { exportFormats, type ExportFormat } from './log-export.type.js';

@InputType('ExportLogInput', { description: 'Xuất những gì, ở dạng nào · what to take out, in which form' })
export class ExportLogInput {
  @Field(() => exportFormats, { description: 'Dạng tệp · form of the file' })
  @IsIn(Object.values(exportFormats))
  format: ExportFormat;

  @Field(() => EntryFilterInput, { nullable: true, description: 'Điều kiện như khi tìm · what to look for, as in a search' })
  @IsOptional()
  @ValidateNested()
  @Type(() => EntryFilterInput)
  filter?: EntryFilterInput | null;
}
