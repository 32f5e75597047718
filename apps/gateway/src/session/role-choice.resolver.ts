import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentSignIn, Requires, type GraphqlContext, type SignedIn } from '#libs/identity';
import { ChooseRoleResult } from './role-choice.type.js';
import { RoleChoiceAnswer } from './role-choice-answer.service.js';

@Resolver()
export class RoleChoiceResolver {
  constructor(private readonly answer: RoleChoiceAnswer) {}

  @Requires('choose_role')
  @Mutation(() => ChooseRoleResult, {
    description:
      'Chọn vai trò cho phiên này; đổi vai trò sẽ kết thúc phiên cũ · chooses the role of this session; another role ends the old session',
  })
  chooseRole(
    @CurrentSignIn() signedIn: SignedIn,
    @Args('role', { type: () => String, description: 'Mã vai trò · code of the role' }) role: string,
    @Context() context: GraphqlContext,
  ): Promise<typeof ChooseRoleResult> {
    return this.answer.to(signedIn, role, context);
  }
}
