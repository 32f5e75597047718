import { Injectable, type CanActivate, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import { Misuse } from '#libs/kernel';
import { AbilityChecker, type ActionCode } from './ability-checker.js';
import { contextOf, fromParentKey, requiresKey } from './requires.decorator.js';
import { AccessRefused, type AccessRefusal } from './access-refused.js';
import type { GraphqlContext } from './graphql-context.js';

/** What a person may do who has signed in but acts in no role yet. */
const beforeRole: ReadonlySet<ActionCode> = new Set(['choose_role', 'read_session', 'sign_out']);

/**
 * The one guard of the gateway, for every resolver, resolved field and controller: closed unless marked.
 * It asks only whether the role may try; the decision about this person, now, is the gate's.
 */
@Injectable()
export class RequiresGuard implements CanActivate, OnModuleInit {
  private abilities: AbilityChecker;

  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    try {
      this.abilities = this.modules.get(AbilityChecker, { strict: false });
    } catch (cause) {
      throw new Misuse(`nobody answers which role may try what (${String(cause)})`, 'provide AbilityChecker: import RegulationModule');
    }
  }

  canActivate(execution: ExecutionContext): boolean {
    const handler = execution.getHandler();
    if (execution.getType<GqlContextType>() !== 'graphql') throw new AccessRefused('FORBIDDEN');
    const actions = this.reflector.get<readonly ActionCode[] | undefined>(requiresKey, handler);
    if (actions === undefined) {
      if (this.reflector.get<boolean | undefined>(fromParentKey, handler) === true) return true;
      throw new AccessRefused('FORBIDDEN');
    }
    const context = contextOf(execution);
    if (this.mayTry(context, actions)) return true;
    throw new AccessRefused(refusalOf(context));
  }

  private mayTry({ viewer, signedIn }: GraphqlContext, actions: readonly ActionCode[]): boolean {
    if (viewer !== null || signedIn === null) return this.abilities.mayTry(viewer, actions);
    if (this.abilities.mayTry(null, actions)) return true;
    const open = actions.filter((action) => beforeRole.has(action));
    return open.length > 0 && signedIn.roles.some((role) => this.abilities.mayTry(signedIn.asRole(role), open));
  }
}

function refusalOf({ signedIn, viewer, sessionEnded }: GraphqlContext): AccessRefusal {
  if (signedIn === null) return sessionEnded ? 'SESSION_REVOKED' : 'UNAUTHENTICATED';
  return viewer === null ? 'ROLE_NOT_CHOSEN' : 'FORBIDDEN';
}
