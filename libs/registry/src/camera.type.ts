import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Node, OrganisationType, PageInfo, UnitType } from '#libs/identity';

/** No field says where the picture comes from: addresses and kinds of sources stay on the server. */
@ObjectType('Camera', {
  implements: () => [Node],
  description: 'Một camera trong danh mục của thành phố · one camera of the city inventory',
})
export class CameraType extends Node {
  @Field(() => String, { description: 'Mã trong danh mục, ví dụ HN-00070-0001 · inventory code' })
  code: string;

  @Field(() => String, { description: 'Tên, nơi đặt · name, where it stands' })
  nameVi: string;

  @Field(() => OrganisationType, { description: 'Cơ quan, tổ chức làm chủ; nơi cho ý kiến đồng ý · the owner, who consents' })
  owner: OrganisationType;

  @Field(() => OrganisationType, {
    nullable: true,
    description: 'Đơn vị vận hành; trống nếu chưa khai báo · who runs it; empty when not stated',
  })
  operator: OrganisationType | null;

  @Field(() => UnitType, { description: 'Phường, xã · ward or commune' })
  unit: UnitType;

  @Field(() => Float, { description: 'Vĩ độ (WGS 84) · latitude' })
  lat: number;

  @Field(() => Float, { description: 'Kinh độ (WGS 84) · longitude' })
  lon: number;

  @Field(() => [String], { description: 'Các mục đích ghi hình · purposes it records for' })
  purposes: string[];

  @Field(() => String, { description: 'Loại khu vực · kind of place' })
  zoneKind: string;

  @Field(() => String, { description: 'fixed: cố định, ptz: quay quét · fixed or turning' })
  mountKind: string;

  @Field(() => [String], { description: 'Khả năng: quan sát, biển số, đếm, khuôn mặt, tốc độ · what it can do' })
  capabilities: string[];

  @Field(() => String, { description: 'Loại hệ thống · kind of system' })
  systemKind: string;

  @Field(() => String, { description: 'Loại chủ sở hữu · kind of owner' })
  ownerKind: string;

  @Field(() => Int, { description: 'Số ngày lưu hình · days that footage is kept' })
  retentionDays: number;

  @Field(() => String, { description: 'Tình trạng kết nối với nền tảng chung · state of the link to the common platform' })
  integrationStatus: string;

  @Field(() => Boolean, { description: 'Có biển báo ghi hình đã được kiểm tra · a notice that people are recorded was verified' })
  hasNotice: boolean;

  @Field(() => Boolean, { description: 'Đang hoạt động · in operation' })
  isLiveNow: boolean;
}

@ObjectType('CameraEdge', { description: 'Một dòng của danh sách camera · one row of the list' })
export class CameraEdge {
  @Field(() => String, { description: 'Vị trí của dòng, để lấy trang sau · where the row stands, to continue after it' })
  cursor: string;

  @Field(() => CameraType, { description: 'Camera' })
  node: CameraType;
}

@ObjectType('CameraConnection', { description: 'Một trang camera bạn được biết · one page of the cameras you may know of' })
export class CameraConnection {
  @Field(() => [CameraEdge], { description: 'Các dòng, theo mã · the rows, by code' })
  edges: CameraEdge[];

  @Field(() => PageInfo, { description: 'Vị trí của trang · where the page stands' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'Tổng số dòng của cả danh sách, với đúng điều kiện này · rows of the whole list under these conditions',
  })
  totalCount: number;
}
