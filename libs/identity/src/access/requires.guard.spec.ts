import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector, type ModuleRef } from '@nestjs/core';
import type { RoleCode, Viewer } from '#libs/kernel';
import type { SignedIn } from '../session/signed-in.js';
import { AbilityChecker } from './ability-checker.js';
import type { GraphqlContext } from './graphql-context.js';
import { FromParent, Requires } from './requires.decorator.js';
import { RequiresGuard } from './requires.guard.js';

const table: Readonly<Record<string, readonly string[]>> = {
  public: ['public_read'],
  requester: ['public_read', 'live_view', 'choose_role'],
  approver: ['public_read', 'approve', 'choose_role'],
};

class TableAbilities extends AbilityChecker {
  mayTry(viewer: Viewer | null, actions: readonly string[]): boolean {
    return actions.some((action) => (table[viewer?.role ?? 'public'] ?? []).includes(action));
  }
  actionsOf(): readonly string[] {
    return [];
  }
}

class Fields {
  @Requires('public_read')
  open(): void {}
  @Requires('live_view', 'playback')
  footage(): void {}
  @Requires('choose_role')
  choose(): void {}
  @Requires('fly_to_the_moon')
  unknown(): void {}
  @FromParent()
  derived(): void {}
  unmarked(): void {}
}

const viewerIn = (role: RoleCode): Viewer => ({ role }) as Viewer;
const signedIn = (role: RoleCode | null, roles: readonly RoleCode[]): SignedIn =>
  ({ roles, viewer: role === null ? null : viewerIn(role), asRole: viewerIn }) as SignedIn;

function tried(field: keyof Fields, who: SignedIn | null, change: { sessionEnded?: boolean; type?: string } = {}): true | string {
  const guard = new RequiresGuard(new Reflector(), { get: () => new TableAbilities() } as unknown as ModuleRef);
  guard.onModuleInit();
  const context = { signedIn: who, viewer: who?.viewer ?? null, sessionEnded: change.sessionEnded ?? false } as GraphqlContext;
  const handler = Fields.prototype[field];
  const execution = {
    getHandler: () => handler,
    getClass: () => Fields,
    getType: () => change.type ?? 'graphql',
    getArgs: () => [null, {}, context, {}],
  } as unknown as ExecutionContext;
  try {
    return guard.canActivate(execution) || 'false';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('the guard', () => {
  it('is closed unless a field is marked, whoever asks', () => {
    expect(tried('unmarked', null)).toBe('FORBIDDEN');
    expect(tried('unmarked', signedIn('requester', ['requester']))).toBe('FORBIDDEN');
    expect(tried('derived', null)).toBe(true);
  });

  it('is closed for everything that is not GraphQL', () => {
    expect(tried('open', null, { type: 'http' })).toBe('FORBIDDEN');
  });

  it('asks whether the role may try any of the actions', () => {
    expect(tried('open', null)).toBe(true);
    expect(tried('footage', signedIn('requester', ['requester']))).toBe(true);
    expect(tried('footage', signedIn('approver', ['approver']))).toBe('FORBIDDEN');
    expect(tried('unknown', signedIn('requester', ['requester']))).toBe('FORBIDDEN');
  });

  it('tells not signed in from signed out', () => {
    expect(tried('footage', null)).toBe('UNAUTHENTICATED');
    expect(tried('footage', null, { sessionEnded: true })).toBe('SESSION_REVOKED');
  });

  it('lets somebody without a chosen role choose one and read what is public, and nothing that any held role may do', () => {
    const hoa = signedIn(null, ['requester', 'approver']);
    expect(tried('choose', hoa)).toBe(true);
    expect(tried('open', hoa)).toBe(true);
    expect(tried('footage', hoa)).toBe('ROLE_NOT_CHOSEN');
    expect(tried('choose', signedIn(null, []))).toBe('ROLE_NOT_CHOSEN');
  });
});
