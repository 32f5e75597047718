import { GraphQLError, type ValidationRule } from 'graphql';

/** Aliases multiply what a request does: the same field of Query or Mutation may be asked under a few names only. */
export function rootAliasRule(most: number): ValidationRule {
  return (context) => {
    const roots = new Set([context.getSchema().getQueryType()?.name, context.getSchema().getMutationType()?.name]);
    const names = new Map<string, Set<string>>();
    return {
      Field(node) {
        const parent = context.getParentType()?.name;
        if (parent === undefined || !roots.has(parent) || node.name.value === '__typename') return;
        const place = `${parent}.${node.name.value}`;
        const keys = names.get(place) ?? new Set();
        names.set(place, keys.add(node.alias?.value ?? node.name.value));
        if (keys.size === most + 1)
          context.reportError(new GraphQLError('', { nodes: node, extensions: { code: 'LIMIT_EXCEEDED', limit: 'aliases' } }));
      },
    };
  };
}
