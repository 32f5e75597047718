import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isResolverClass, rootFieldsOf, unguardedFields } from '#libs/identity';
import { Misuse } from '#libs/kernel';

/**
 * Proves before the first request that nothing is answered without a permission: every resolver that Nest knows is a plain
 * class with marks on every field, and every root field of the schema belongs to one of them. @throws Misuse with the remedy
 */
export function proveGuarded(app: INestApplicationContext): void {
  const problems: string[] = [];
  const classes = new Set<Parameters<typeof unguardedFields>[0][number]>();
  for (const wrapper of app.get(DiscoveryService, { strict: false }).getProviders()) {
    const made: unknown =
      wrapper.instance === null || wrapper.instance === undefined ? undefined : (wrapper.instance as object).constructor;
    const candidate: unknown = isResolverClass(wrapper.metatype) ? wrapper.metatype : made;
    if (!isResolverClass(candidate)) continue;
    classes.add(candidate);
    // Guards are skipped on resolvers that a factory or a value provides (GHSA-f2pj-v3fc-65xp).
    if (wrapper.metatype !== candidate) problems.push(`${candidate.name}: provided by a factory or a value`);
  }
  for (const { place, problem } of unguardedFields([...classes])) problems.push(`${place}: ${problem}`);
  const answered = new Set(rootFieldsOf([...classes]));
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    for (const field of Object.keys(root?.getFields() ?? {}))
      if (!answered.has(`${root?.name ?? ''}.${field}`))
        problems.push(`${root?.name ?? ''}.${field}: answered by no resolver that is known`);
  if (problems.length > 0)
    throw new Misuse(
      `the API would answer without a permission: ${problems.join('; ')}`,
      'mark each root field with @Requires(action), each resolved field with @FromParent() or @Requires(action), in a resolver class of its own',
    );
}
