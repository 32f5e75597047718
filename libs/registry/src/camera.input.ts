import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

@InputType('CameraFilter', { description: 'Điều kiện lọc; bỏ trống là không lọc · conditions; leave out what does not matter' })
export class CameraFilterInput {
  @Field(() => String, { nullable: true, description: 'Mã phường, xã (năm chữ số) · five-digit code of the ward or commune' })
  @IsOptional()
  @Matches(/^[0-9]{5}$/)
  unitCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Mã cơ quan làm chủ · id of the owner' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Mục đích ghi hình · a purpose it records for' })
  @IsOptional()
  @Matches(/^[A-Z_]{1,40}$/)
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'Loại khu vực · kind of place' })
  @IsOptional()
  @Matches(/^[a-z_]{1,40}$/)
  zoneKind?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Tìm theo tên, nơi, mã; không cần dấu; dấu phẩy ngăn các cụm từ · name, place or code; marks not needed; a comma separates phrases',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  text?: string | null;
}
