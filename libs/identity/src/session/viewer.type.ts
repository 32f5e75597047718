import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../graphql/date-time.scalar.js';
import { OrganisationType } from '../organisation/organisation.type.js';

@ObjectType('Role', { description: 'Vai trò trong phiên làm việc · a role, acted in for one session' })
export class RoleType {
  @Field(() => String, { description: 'Mã vai trò, ví dụ requester · code of the role' })
  code: string;

  @Field(() => String, { description: 'Tên tiếng Việt · name in Vietnamese' })
  nameVi: string;

  @Field(() => String, { description: 'Tên tiếng Anh · name in English' })
  nameEn: string;
}

@ObjectType('Viewer', { description: 'Người đang đăng nhập · the person who is signed in' })
export class ViewerType {
  @Field(() => ID, { description: 'Mã người · id of the person' })
  id: string;

  @Field(() => String, { description: 'Họ tên · name' })
  displayName: string;

  @Field(() => String, { description: 'Chức danh · title' })
  title: string;

  @Field(() => OrganisationType, { description: 'Cơ quan · organisation' })
  organisation: OrganisationType;

  @Field(() => RoleType, {
    nullable: true,
    description: 'Vai trò của phiên này; trống khi chưa chọn · role of this session; empty until one is chosen',
  })
  role: RoleType | null;

  @Field(() => [RoleType], { description: 'Các vai trò được giữ · roles held' })
  roles: RoleType[];

  @Field(() => DateTime, { description: 'Lúc đăng nhập · when this sign-in was' })
  signedInAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Lần đăng nhập trước; trống nếu đây là lần đầu · the sign-in before; empty for the first',
  })
  lastSignInAt: Date | null;

  @Field(() => Int, { description: 'Số phiên khác đang mở · other sessions that are open' })
  otherSessions: number;

  @Field(() => DateTime, { description: 'Phiên hết hạn lúc · when this session ends if nothing is done' })
  sessionExpiresAt: Date;

  @Field(() => [String], {
    description: 'Các việc vai trò này được thử; quyết định vẫn ở quy định · what the role may try; the regulation still decides',
  })
  actions: string[];
}
