import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '#libs/identity';

export enum SystemLevel {
  NORMAL = 'NORMAL',
  DEGRADED = 'DEGRADED',
  SEALED = 'SEALED',
}

registerEnumType(SystemLevel, {
  name: 'SystemLevel',
  description: 'Tình trạng hệ thống · how the system is',
  valuesMap: {
    NORMAL: { description: 'Mọi phần hoạt động · everything works' },
    DEGRADED: { description: 'Một phần đang chậm hoặc tạm dừng · a part is slow or stopped' },
    SEALED: { description: 'Chỉ đọc cho đến khi có người xử lý · read-only until people act' },
  },
});

@ObjectType('SystemState', {
  description: 'Tình trạng hệ thống và nhật ký, ai cũng xem được · state of the system and its log, open to anyone',
})
export class SystemStateType {
  @Field(() => SystemLevel, { description: 'Mức · level' })
  level: SystemLevel;

  @Field(() => String, { description: 'Mô tả tiếng Việt · in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Mô tả tiếng Anh · in English' })
  textEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Việc nào đang ngừng, tiếng Việt; trống khi không việc gì ngừng · what is held back, in Vietnamese; empty when nothing is',
  })
  heldVi: string | null;

  @Field(() => String, { nullable: true, description: 'Như trên, tiếng Anh · the same in English; empty when nothing is held' })
  heldEn: string | null;

  @Field(() => String, { description: 'Phiên bản bộ quy tắc đang dùng · revision of the rules in force' })
  policyRevision: string;

  @Field(() => Int, { description: 'Số bản ghi dưới điểm kiểm mới nhất · entries under the newest checkpoint' })
  checkpointSize: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Lúc công bố điểm kiểm; trống trước điểm kiểm đầu tiên · when it was published; empty before the first',
  })
  checkpointAt: Date | null;

  @Field(() => Int, { description: 'Số bản ghi đã có nhân chứng ký · entries that witnesses have cosigned' })
  witnessedSize: number;
}
