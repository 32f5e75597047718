import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Node } from '../graphql/node.type.js';
import type { Organisation } from './organisations.service.js';

@ObjectType('Organisation', { implements: () => [Node], description: 'Cơ quan, tổ chức · a public body or company' })
export class OrganisationType extends Node {
  @Field(() => String, { description: 'Mã ngắn, ví dụ so-xay-dung · short code' })
  code: string;

  @Field(() => String, { description: 'Tên tiếng Việt · name in Vietnamese' })
  nameVi: string;

  @Field(() => String, { description: 'Tên tiếng Anh · name in English' })
  nameEn: string;

  @Field(() => String, { description: 'Loại cơ quan theo quy định, ví dụ SO_XD, UBND_PHUONG · kind of body as the rules name it' })
  kind: string;

  @Field(() => String, {
    nullable: true,
    description: 'Mã phường, xã; trống nếu không thuộc riêng đơn vị nào · ward or commune; empty for a city-wide body',
  })
  unitCode: string | null;
}

export function organisationType(organisation: Organisation): OrganisationType & { __typename: 'Organisation' } {
  return {
    __typename: 'Organisation',
    id: organisation.id,
    code: organisation.code,
    nameVi: organisation.nameVi,
    nameEn: organisation.nameEn,
    kind: organisation.orgKind,
    unitCode: organisation.unitCode,
  };
}

@ObjectType('Unit', { description: 'Phường hoặc xã của Hà Nội · a ward or commune of Hà Nội' })
export class UnitType {
  @Field(() => ID, { description: 'Mã năm chữ số · the official five-digit code' })
  code: string;

  @Field(() => String, { description: 'ward là phường, commune là xã · ward or commune' })
  kind: string;

  @Field(() => String, { description: 'Tên · name' })
  nameVi: string;

  @Field(() => String, { description: 'Tên không dấu · name without marks' })
  nameAscii: string;

  @Field(() => Float, { description: 'Vĩ độ một điểm bên trong (WGS 84) · latitude of a point inside it' })
  lat: number;

  @Field(() => Float, { description: 'Kinh độ một điểm bên trong (WGS 84) · longitude of a point inside it' })
  lon: number;
}

@ObjectType('PersonRef', { description: 'Một người, với những gì bạn được biết về họ · a person, with what you may know of them' })
export class PersonRef {
  @Field(() => ID, { description: 'Mã người · id of the person' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Họ tên; trống khi bạn không được xem · name; empty where it is not yours to see' })
  displayName: string | null;

  @Field(() => String, { nullable: true, description: 'Chức danh · title' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Cơ quan · organisation' })
  organisationName: string | null;
}
