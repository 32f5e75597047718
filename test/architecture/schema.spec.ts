import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Field, Mutation, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { buildSchema, isInterfaceType, isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';
import { FromParent, Requires, rootFieldsOf, unguardedFields } from '#libs/identity';
import { resolverClasses, schemaText } from '../../apps/gateway/src/schema.js';
import { repositoryRoot } from './source-files.js';

@ObjectType('PlantedThing')
class PlantedThing {
  @Field(() => String)
  name: string;
}

@Resolver(() => PlantedThing)
class PlantedResolver {
  @Query(() => PlantedThing)
  open(): PlantedThing {
    return { name: 'anybody' };
  }

  @Requires('public_read')
  @Query(() => PlantedThing)
  marked(): PlantedThing {
    return { name: 'x' };
  }

  @Mutation(() => String)
  change(): string {
    return 'done';
  }

  @ResolveField(() => String)
  secret(): string {
    return 'secret';
  }

  @FromParent()
  @ResolveField(() => String)
  derived(): string {
    return 'derived';
  }
}

class Marked {
  @Requires('public_read')
  @Query(() => PlantedThing)
  inherited(): PlantedThing {
    return { name: 'x' };
  }
}

@Resolver()
class Inheriting extends Marked {}

const places = (classes: Parameters<typeof unguardedFields>[0]): string[] =>
  unguardedFields(classes).map(({ place, problem }) => `${place}: ${problem}`);

describe('every root field and every resolved field carries its permission', () => {
  it('in the resolvers of the gateway', () => {
    expect(places(resolverClasses())).toEqual([]);
  });

  it('covers every root field of the schema', async () => {
    const schema = buildSchema(await schemaText());
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name ?? ''}.${field}`),
    );
    expect(rootFieldsOf(resolverClasses()).sort()).toEqual(roots.sort());
  });

  it('and a planted resolver without them is named, field by field', () => {
    expect(places([PlantedResolver])).toEqual([
      'PlantedResolver.open: a root field without @Requires',
      'PlantedResolver.change: a root field without @Requires',
      'PlantedResolver.secret: a resolved field with neither @FromParent nor @Requires',
    ]);
    expect(places([Inheriting])).toEqual(['Inheriting: a resolver inherits from another class']);
  });
});

describe('the published schema', () => {
  const published = readFileSync(path.join(repositoryRoot, 'schema.graphql'), 'utf8');

  it('is what the resolvers make; after a change on purpose: `npm run schema`, and commit it', async () => {
    expect(published).toBe(await schemaText());
  });

  it('says in Vietnamese and English what every type and field is', () => {
    expect(undescribed(buildSchema(published))).toEqual([]);
  });

  it('and an undescribed field is named', () => {
    expect(undescribed(buildSchema('"a · b" type Query { "một · one" told: Int  untold: Int  "only English" half: Int }'))).toEqual([
      'Query.untold',
      'Query.half',
    ]);
  });
});

/** A description holds both languages, Vietnamese before the middle dot. */
function undescribed(schema: GraphQLSchema): string[] {
  // Some words are the same in both.
  const bilingual = (text: string | null | undefined): boolean => /\S ?· ?\S/.test(text ?? '') || /^camera$/i.test(text ?? '');
  const roots = new Set(['Query', 'Mutation']);
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type) || /^(String|Int|Float|Boolean|ID)$/.test(type.name)) return [];
    const own = bilingual(type.description) || roots.has(type.name) ? [] : [type.name];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    return [...own, ...fields.filter(({ description }) => !bilingual(description)).map(({ name }) => `${type.name}.${name}`)];
  });
}
