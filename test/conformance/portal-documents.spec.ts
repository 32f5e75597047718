import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { documentLimits, limitRules } from '../../apps/gateway/src/graphql/limits.js';
import { repositoryRoot } from '../architecture/source-files.js';

interface Operation {
  readonly name: string;
  readonly text: string;
}

// The portal's build is plain JavaScript without types.
const build = (await import(path.join(repositoryRoot, 'apps/portal/build/documents.mjs'))) as {
  readDocuments: () => { operations: readonly Operation[] };
};
const schema = buildSchema(readFileSync(path.join(repositoryRoot, 'schema.graphql'), 'utf8'));
const { operations } = build.readDocuments();

describe('documents of the portal fit the published schema and the limits of the gateway', () => {
  it.each(operations.map(({ name, text }) => [name, text]))('%s', (_name, text) => {
    const problems = validate(schema, parse(text, { maxTokens: documentLimits.tokens }), [...specifiedRules, ...limitRules()]);
    expect(problems.map(({ message, extensions }) => ({ message, ...extensions }))).toEqual([]);
  });
});
