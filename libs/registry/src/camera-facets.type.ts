import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { UnitType } from '#libs/identity';

@ObjectType('CameraFacet', { description: 'Một giá trị và số camera có giá trị đó · one value and how many cameras have it' })
export class CameraFacetType {
  @Field(() => String, { description: 'Mã · code' })
  code: string;

  @Field(() => Int, { description: 'Số camera bạn được biết · cameras you may know of' })
  count: number;
}

@ObjectType('CameraUnitFacet', { description: 'Một phường, xã và số camera ở đó · a ward or commune and how many cameras stand there' })
export class CameraUnitFacetType {
  @Field(() => UnitType, { description: 'Phường, xã · ward or commune' })
  unit: UnitType;

  @Field(() => Int, { description: 'Số camera bạn được biết · cameras you may know of' })
  count: number;
}

@ObjectType('CameraFacets', {
  description:
    'Danh sách chia theo từng đặc điểm, đúng những camera của danh sách, nhiều nhất trước · how the list divides up: exactly the cameras of the list, the largest first',
})
export class CameraFacetsType {
  @Field(() => Int, { description: 'Tổng số camera · all of them' })
  totalCount: number;

  @Field(() => [CameraUnitFacetType], { description: 'Theo phường, xã · by ward or commune' })
  units: CameraUnitFacetType[];

  @Field(() => [CameraFacetType], {
    description: 'Theo mục đích ghi hình; một camera có thể có nhiều mục đích · by purpose; a camera may record for several',
  })
  purposes: CameraFacetType[];

  @Field(() => [CameraFacetType], { description: 'Theo loại khu vực · by kind of place' })
  zoneKinds: CameraFacetType[];

  @Field(() => [CameraFacetType], { description: 'Theo loại chủ sở hữu · by kind of owner' })
  ownerKinds: CameraFacetType[];

  @Field(() => [CameraFacetType], { description: 'Theo loại hệ thống · by kind of system' })
  systemKinds: CameraFacetType[];
}

@ObjectType('CameraCluster', { description: 'Các camera gần nhau trên bản đồ · cameras that lie close together on the map' })
export class CameraClusterType {
  @Field(() => Float, { description: 'Vĩ độ trung bình (WGS 84) · mean latitude' })
  lat: number;

  @Field(() => Float, { description: 'Kinh độ trung bình (WGS 84) · mean longitude' })
  lon: number;

  @Field(() => Int, { description: 'Số camera bạn được biết · cameras you may know of' })
  count: number;
}
