import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

@InputType('CameraFootageFilter', {
  description:
    'Hình ảnh mà bạn có thể mở, hoặc xin, nếu hồ sơ đầy đủ; câu trả lời này chưa cho xem gì · footage you could open, or ask for, if the papers were in order; this opens nothing',
})
export class CameraFootageFilterInput {
  @Field(() => String, { description: 'Hành vi: live_view, snapshot · the act' })
  @Matches(/^[a-z_]{1,40}$/)
  action: string;

  @Field(() => String, { description: 'Mục đích sử dụng · the purpose it would be used for' })
  @Matches(/^[A-Z_]{1,40}$/)
  purpose: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: chỉ camera mở được ngay với quyền đang có · only what can be opened at once with the rights one has',
  })
  @IsOptional()
  @IsBoolean()
  openNow?: boolean | null;
}

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

  @Field(() => CameraFootageFilterInput, {
    nullable: true,
    description: 'Chỉ camera mà bạn xin được hình ảnh cho mục đích này · only cameras whose footage you could ask for, for this purpose',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CameraFootageFilterInput)
  footage?: CameraFootageFilterInput | null;
}

@InputType('CameraMapInput', { description: 'Phần bản đồ đang xem (WGS 84) · the part of the map that is looked at' })
export class CameraMapInput {
  @Field(() => Float, { description: 'Vĩ độ phía nam · southern latitude' })
  @Min(-90)
  @Max(90)
  south: number;

  @Field(() => Float, { description: 'Kinh độ phía tây · western longitude' })
  @Min(-180)
  @Max(180)
  west: number;

  @Field(() => Float, { description: 'Vĩ độ phía bắc, lớn hơn phía nam · northern latitude, above the southern' })
  @Min(-90)
  @Max(90)
  @IsAbove('south')
  north: number;

  @Field(() => Float, { description: 'Kinh độ phía đông, lớn hơn phía tây · eastern longitude, above the western' })
  @Min(-180)
  @Max(180)
  @IsAbove('west')
  east: number;

  @Field(() => Int, { description: 'Số ô mỗi chiều, từ 1 đến 24 · cells a side, 1 to 24' })
  @IsInt()
  @Min(1)
  @Max(24)
  cells: number;
}

@ArgsType()
export class CameraSuggestionArgs {
  @Field(() => String, { description: 'Chữ đã gõ, không cần dấu · what was typed; marks not needed' })
  @IsString()
  @MinLength(2)
  @MaxLength(60)
  text: string;
}

/** The other bound of a range lies below: an empty range has no cells. */
function IsAbove(other: 'south' | 'west'): PropertyDecorator {
  return ValidateBy({
    name: 'isAbove',
    validator: {
      validate: (value: unknown, context) => {
        const bound = (context?.object as Record<string, unknown> | undefined)?.[other];
        return typeof value === 'number' && typeof bound === 'number' && value > bound;
      },
      defaultMessage: () => `$property must lie above ${other}`,
    },
  });
}
