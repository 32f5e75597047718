import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { InvalidInput, ViewerType } from '#libs/identity';
import { DeniedType } from '#libs/regulation';

@ObjectType('RoleChosen', { description: 'Đã chọn vai trò; phiên mới bắt đầu · the role is chosen, a new session begins' })
export class RoleChosen {
  @Field(() => ViewerType, { description: 'Người đăng nhập trong vai trò mới · who is signed in, in the new role' })
  viewer: ViewerType;
}

export const ChooseRoleResult = createUnionType({
  name: 'ChooseRoleResult',
  description: 'Kết quả chọn vai trò · what came of choosing a role',
  types: () => [RoleChosen, DeniedType, InvalidInput] as const,
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
});
