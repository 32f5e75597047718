import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { Misuse, type RoleCode } from '#libs/kernel';
import { checkRowRules, mostRules } from './row-rules.js';
import type { PolicyTables } from './tables.js';

type Ability = MongoAbility<[string, string]>;
type AbilityRule = RawRuleOf<Ability>;

/** CASL reads `manage` and `all` as "everything"; a table that used them would open the house. */
const wildcards = new Set(['manage', 'all', '', '*']);

/** Positive rules only, made from the role table: one per action, on the type the action table names. @throws Misuse */
export function rulesOfRole(tables: Pick<PolicyTables, 'roles' | 'actions'>, role: string): AbilityRule[] {
  const row = Object.hasOwn(tables.roles, role) ? tables.roles[role] : undefined;
  if (row === undefined) return [];
  const rules = Object.keys(row.actions).map((action): AbilityRule => ({ action, subject: tables.actions[action]?.type ?? '' }));
  for (const rule of rules) checkRule(tables, rule);
  if (rules.length > mostRules)
    throw new Misuse(
      `the role ${role} may try ${rules.length} actions, the limit is ${mostRules}`,
      'divide the role in policies/tables/roles.json',
    );
  return rules;
}

/** CASL 7 fails open on misspelt operators and undefined conditions, so a rule may hold an action and a type, nothing else. */
function checkRule(tables: Pick<PolicyTables, 'actions'>, rule: AbilityRule): void {
  const { action, subject, ...rest } = rule;
  const sound =
    typeof action === 'string'
    && typeof subject === 'string'
    && Object.keys(rest).length === 0
    && !wildcards.has(action)
    && !wildcards.has(subject)
    && tables.actions[action]?.type === subject;
  if (!sound)
    throw new Misuse(`role table gives the CASL rule ${JSON.stringify(rule)}`, 'correct policies/tables/roles.json or actions.json');
}

/** May this role try at all. Only ever narrows: a yes opens nothing, a no needs no further question. */
export class Abilities {
  private readonly byRole = new Map<string, Ability>();

  /** Made once, when a bundle is taken into use, and kept with it. @throws Misuse for a table that CASL would read as more than it says */
  constructor(private readonly tables: Pick<PolicyTables, 'roles' | 'actions' | 'rows'>) {
    checkRowRules(tables);
    for (const role of Object.keys(tables.roles)) this.byRole.set(role, createMongoAbility<Ability>(rulesOfRole(tables, role)));
  }

  /** @param actions any of them suffices @param type GraphQL type, when the caller knows it; unknown actions and roles may not */
  mayTry(role: RoleCode, actions: string | readonly string[], type?: string, field?: string): boolean {
    const ability = this.byRole.get(role);
    if (ability === undefined) return false;
    return (typeof actions === 'string' ? [actions] : actions).some((action) => {
      const own = Object.hasOwn(this.tables.actions, action) ? this.tables.actions[action]?.type : undefined;
      return own !== undefined && (type === undefined || type === own) && ability.can(action, own, field);
    });
  }
}
