import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import { repositoryRoot } from './source-files.js';

const camelCase = /^[a-z][a-zA-Z0-9]*$/;

/** Names that break the style guide: fields and arguments are camelCase with `Id`, enum values UPPER_CASE, types PascalCase. */
function wrongNames(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type)) return [];
    const wrong = /^[A-Z][a-zA-Z0-9]*$/.test(type.name) ? [] : [type.name];
    if (isEnumType(type))
      wrong.push(
        ...type
          .getValues()
          .map(({ name }) => `${type.name}.${name}`)
          .filter((name) => !/\.[A-Z][A-Z0-9_]*$/.test(name)),
      );
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      for (const field of Object.values(type.getFields())) {
        const args: readonly { readonly name: string }[] = 'args' in field ? field.args : [];
        const names = [field.name, ...args.map(({ name }) => name)];
        wrong.push(...names.filter((name) => !camelCase.test(name) || /(ID|Ids?[A-Z])$/.test(name)).map((name) => `${type.name}.${name}`));
      }
    return wrong;
  });
}

/** Lists for people page by cursor: whoever returns a connection takes `first` and `after`. */
function unpaged(schema: GraphQLSchema): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ type }) => /Connection!?$/.test(String(type)))
    .filter(({ args }) => !['first', 'after'].every((name) => args.some((arg) => arg.name === name)))
    .map(({ name }) => `Query.${name}`);
}

describe('names in the schema', () => {
  const published = buildSchema(readFileSync(path.join(repositoryRoot, 'schema.graphql'), 'utf8'));
  const planted = buildSchema(`
    type Query { cameraID: Int camera_list(unit_code: Int): thingConnection }
    type thingConnection { ok: Int }
    enum Mode { live RECORDED }
  `);

  it('follow the style guide', () => {
    expect(wrongNames(published)).toEqual([]);
  });

  it('and slips are named', () => {
    expect(wrongNames(planted)).toEqual(['Query.cameraID', 'Query.camera_list', 'Query.unit_code', 'thingConnection', 'Mode.live']);
  });

  it('connections page by cursor', () => {
    expect(unpaged(published)).toEqual([]);
    expect(unpaged(planted)).toEqual(['Query.camera_list']);
  });
});
