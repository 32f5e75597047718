import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from '#libs/kernel';
import type { ActionCode } from './ability-checker.js';
import type { GraphqlContext } from './graphql-context.js';

export const requiresKey = 'cuao:requires';
export const fromParentKey = 'cuao:from-parent';

/** The role must be allowed to try at least one of these actions. Every root field carries it; nothing marked is refused. */
export const Requires = (...actions: readonly [ActionCode, ...ActionCode[]]): MethodDecorator => SetMetadata(requiresKey, actions);

/** A resolved field that adds nothing its parent did not hold, so that seeing the parent is enough. */
export const FromParent = (): MethodDecorator => SetMetadata(fromParentKey, true);

export function contextOf(execution: ExecutionContext): GraphqlContext {
  return GqlExecutionContext.create(execution).getContext<GraphqlContext>();
}

/** The person asking, in the role of this session. null only where the action is open to the public. */
export const CurrentViewer = createParamDecorator((_: unknown, execution: ExecutionContext): Viewer | null => contextOf(execution).viewer);

/** The whole sign-in, for the few fields that exist before a role is chosen. */
export const CurrentSignIn = createParamDecorator((_: unknown, execution: ExecutionContext) => contextOf(execution).signedIn);
