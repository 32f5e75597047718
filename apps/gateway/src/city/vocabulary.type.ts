import { Field, ObjectType } from '@nestjs/graphql';
import { UnitType } from '#libs/identity';

@ObjectType('Term', { description: 'Một mục của danh mục đóng · one term of a closed list' })
export class TermType {
  @Field(() => String, { description: 'Mã · code' })
  code: string;

  @Field(() => String, { description: 'Tên tiếng Việt · name in Vietnamese' })
  nameVi: string;

  @Field(() => String, { description: 'Tên tiếng Anh · name in English' })
  nameEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Điều luật nêu mục này; trống khi không gắn với điều nào · the article that names it; empty when none does',
  })
  article: string | null;
}

@ObjectType('LegalBasisTerm', { description: 'Một căn cứ pháp lý · a legal basis' })
export class LegalBasisTermType extends TermType {
  @Field(() => Boolean, {
    description: 'Trường hợp khẩn cấp, phải nêu văn bản chứng minh · an emergency: the document that proves it has to be named',
  })
  needsEmergencyProof: boolean;
}

@ObjectType('Vocabulary', {
  description: 'Các danh mục để điền biểu mẫu, theo bộ quy tắc đang dùng · lists for filling in forms, from the rules in force',
})
export class VocabularyType {
  @Field(() => [TermType], { description: 'Mục đích sử dụng · purposes' })
  purposes: TermType[];

  @Field(() => [LegalBasisTermType], { description: 'Căn cứ pháp lý đang có hiệu lực · legal bases in force' })
  legalBases: LegalBasisTermType[];

  @Field(() => [TermType], { description: 'Việc có thể xin làm với hình ảnh · what may be asked for with footage' })
  actions: TermType[];

  @Field(() => [TermType], { description: 'Loại khu vực · kinds of places' })
  zones: TermType[];

  @Field(() => [UnitType], { description: '126 phường, xã theo thứ tự tên · the 126 wards and communes by name' })
  units: UnitType[];
}
