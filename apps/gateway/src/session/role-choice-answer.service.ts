import { Injectable } from '@nestjs/common';
import { invalidInput, ViewerView, type GraphqlContext, type SignedIn } from '#libs/identity';
import { assertNever } from '#libs/kernel';
import { DecisionView } from '#libs/regulation';
import { RoleChoice } from './role-choice.service.js';
import type { ChooseRoleResult } from './role-choice.type.js';

const path = ['role'];

/** The outcome as the API says it; the new session's secret goes into the cookie and nowhere else. */
@Injectable()
export class RoleChoiceAnswer {
  constructor(
    private readonly choice: RoleChoice,
    private readonly view: ViewerView,
    private readonly decisions: DecisionView,
  ) {}

  async to(signedIn: SignedIn, role: string, { setSessionSecret, ...context }: GraphqlContext): Promise<typeof ChooseRoleResult> {
    const outcome = await this.choice.choose(signedIn, role, context);
    switch (outcome.kind) {
      case 'chosen': {
        setSessionSecret?.(outcome.secret);
        return Object.assign({ __typename: 'RoleChosen' }, { viewer: await this.view.of(outcome.signedIn) });
      }
      case 'unknown_role':
        return invalidInput({ code: 'UNKNOWN_ROLE', textVi: 'Không có vai trò này.', textEn: 'There is no such role.', path });
      case 'not_held':
        return invalidInput({ code: 'ROLE_NOT_HELD', textVi: 'Bạn không giữ vai trò này.', textEn: 'You do not hold this role.', path });
      case 'not_a_browser':
        return invalidInput({
          code: 'ROLE_OF_TOKEN',
          textVi: 'Vai trò của mã truy cập do nơi cấp mã quyết định; hãy xin mã khác.',
          textEn: 'The role of an access token is given with it; ask for another token.',
          path,
        });
      case 'refused':
        return this.decisions.denied(outcome.decision);
      default:
        return assertNever(outcome);
    }
  }
}
