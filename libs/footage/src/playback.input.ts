import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { PlaybackMode } from './playback-session.js';

export const PlaybackModeEnum = { LIVE: 'LIVE', RECORDED: 'RECORDED' } as const;
registerEnumType(PlaybackModeEnum, {
  name: 'PlaybackMode',
  description: 'LIVE: xem trực tiếp, RECORDED: xem lại hình đã ghi · live, or what was recorded',
});

@InputType('OpenPlaybackInput', { description: 'Muốn xem camera nào, theo quyền nào · what is to be opened, and under which grant' })
export class OpenPlaybackInput {
  @Field(() => ID, { description: 'Mã quyền xem · id of the grant' })
  @IsString()
  @MaxLength(100)
  grantId: string;

  @Field(() => ID, { description: 'Mã camera · id of the camera' })
  @IsString()
  @MaxLength(100)
  cameraId: string;

  @Field(() => PlaybackModeEnum, { description: 'Trực tiếp hay xem lại · live or recorded' })
  @IsIn(['LIVE', 'RECORDED'])
  mode: PlaybackMode;

  @Field(() => String, { description: 'Lý do xem lần này, bằng lời, 3 đến 500 ký tự · why you look now, in words, 3 to 500 characters' })
  @IsString()
  @MaxLength(2_000)
  reason: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Máy phát không nhận cookie: mã phiên nằm trong địa chỉ, phiên ngắn hơn · for a player without cookies: a shorter session',
  })
  @IsOptional()
  @IsBoolean()
  cookieless?: boolean | null;
}
