import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import { costRule } from './cost-rule.js';
import { introspectionRule } from './introspection-rule.js';
import { rootAliasRule } from './root-alias-rule.js';

/** Limits on one document; the answer says that one was passed, never how far it reaches. */
export const documentLimits = {
  bodyBytes: 64 * 1024,
  /** A parsed document of this size takes half a megabyte, and some are remembered. */
  tokens: 1_000,
  depth: 12,
  aliases: 15,
  directives: 10,
  /** Fields to be resolved, with lists counted at their full length. */
  cost: 25_000,
  /** Same field of Query or Mutation under different names. */
  rootAliases: 3,
} as const;

type Armor = typeof maxAliasesRule;

/** graphql-armor throws out of the validation by default, which would cost the whole work again at the next try; report instead. */
function reported(name: string): NonNullable<Parameters<Armor>[0]> {
  const onReject = (context: ValidationContext | null): void =>
    context?.reportError(new GraphQLError('', { extensions: { code: 'LIMIT_EXCEEDED', limit: name } }));
  return { exposeLimits: false, propagateOnRejection: false, onReject: [onReject] } as NonNullable<Parameters<Armor>[0]>;
}

/** Rules that every document passes after GraphQL's own. */
export function limitRules(): ValidationRule[] {
  return [
    introspectionRule,
    rootAliasRule(documentLimits.rootAliases),
    maxAliasesRule({ ...reported('aliases'), n: documentLimits.aliases }) as ValidationRule,
    maxDirectivesRule({ ...reported('directives'), n: documentLimits.directives }) as ValidationRule,
    maxDepthRule({ ...reported('depth'), n: documentLimits.depth, flattenFragments: true, ignoreIntrospection: false }) as ValidationRule,
    costRule(documentLimits.cost),
  ];
}
