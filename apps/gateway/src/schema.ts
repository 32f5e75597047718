import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { isResolverClass } from '#libs/identity';
import { apiModules } from './api-modules.js';

/** Every resolver class that the second doors provide. */
export function resolverClasses(): (new (...args: never[]) => unknown)[] {
  const provided = apiModules.flatMap((module): unknown[] => (Reflect.getMetadata('providers', module) as unknown[] | undefined) ?? []);
  return provided.filter(isResolverClass) as (new (...args: never[]) => unknown)[];
}

/** The schema as text, from the classes alone: no database, no bundle, no configuration. */
export async function schemaText(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const schema = await app.get(GraphQLSchemaFactory).create(resolverClasses());
    return `${printSchema(lexicographicSortSchema(schema))}\n`;
  } finally {
    await app.close();
  }
}
