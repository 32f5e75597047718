import { z } from 'zod';
import { BundleFault } from './bundle.js';
import { obligationModes } from './decision.js';

/** Key → row of a table; every table of `policies/tables` the host reads is checked here once, at loading. */
const table = <T extends z.ZodType>(row: T): z.ZodRecord<z.ZodString, T> => z.record(z.string(), row);
const titled = { titleVi: z.string(), titleEn: z.string() };
const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const validity = { from: z.number(), to: z.number(), fromDate: z.string().nullable(), toDate: z.string().nullable() };

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}

const tablesSchema = z.object({
  tables: z
    .object({
      actions: table(
        z.looseObject({
          ...titled,
          kind: z.string(),
          type: z.string(),
          coded: z.boolean(),
          waitsForApproval: z.boolean().optional(),
          /** By whom what is still needed may come after the act: it is done and recorded, and opens nothing yet. */
          waitsFor: z.record(z.string(), z.literal(true)).optional(),
          /** Groups of `facts` that must be stated. */
          facts: z.array(z.string()),
          /** Those that every permission of the act carries; rules add others. */
          obligations: z.array(z.object({ code: z.string(), mode: z.enum(obligationModes), params })),
        }),
      ),
      facts: table(z.array(z.looseObject({ at: z.string(), path: z.array(z.string()), type: z.string(), filled: z.boolean() }))),
      fields: table(z.object({ allow: z.array(z.string()), mask: z.record(z.string(), z.string()) })),
      roles: table(z.looseObject({ ...titled, actions: z.record(z.string(), z.literal(true)) })),
      messages: table(z.object({ ...titled, nextVi: z.string(), nextEn: z.string() })),
      articles: table(z.looseObject({ ...titled, ...validity, instrument: z.string(), article: z.string(), status: z.string() })),
      rules: table(z.looseObject({ ...validity, layer: z.string(), severity: z.string() })),
      /** Forms of case numbers, and who writes which; absent from bundles of before. */
      caseForms: z
        .object({
          forms: table(
            z.object({ ...titled, pattern: z.string().max(200).refine(compiles), exampleVi: z.string(), exampleEn: z.string() }),
          ),
          byBasis: table(z.array(z.string())),
          byGroup: table(z.array(z.string())),
          other: z.array(z.string()),
        })
        .optional(),
      obligations: table(z.looseObject({ ...titled, modes: z.array(z.string()) })),
      purposes: table(z.looseObject(titled)),
      bases: table(z.looseObject({ ...titled, ...validity, needsEmergencyProof: z.boolean().optional() })),
      grounds: table(z.looseObject({ ...titled, ...validity })),
      orgs: table(z.looseObject({ ...titled, group: z.string(), stateAgency: z.boolean() })),
      systems: table(z.looseObject({ ...titled, served: z.boolean() })),
      time: z.object({ firstKnown: z.number(), end: z.number(), changeovers: z.array(z.number()) }).loose(),
      /** Rows that a role's lists show: by action and role, any of the conditions suffices; `{}` is every row (`row-rules.ts`). */
      rows: z.object({
        fields: z.record(z.string(), z.record(z.string(), z.enum(['string', 'number', 'boolean', '[string]']))),
        actions: z.record(z.string(), z.record(z.string(), z.array(z.record(z.string(), z.record(z.string(), z.unknown()))))),
      }),
      /** What an answer about a class of cameras may depend on, by action; the papers a finder takes for granted. */
      classes: z.object({
        tuple: z.array(z.string()),
        opaque: z.array(z.string()),
        actions: z.record(z.string(), z.array(z.string())),
        finder: z.record(z.string(), z.array(z.record(z.string(), z.unknown())).min(1)),
      }),
      /** shape → other name (or path) → name (or path) within the same shape; read by `readInput` only, like `spellings`. */
      aliases: z.record(z.string(), z.record(z.string(), z.string())),
      /** `shape.field` → other spelling of a code (lower case matches any case) → ours. */
      spellings: z.record(z.string(), z.record(z.string(), z.string())),
      shape: z.record(z.string(), z.record(z.string(), z.string())),
      /** `date`: the fact is a time, and what a bare date there means (`input.ts`). */
      types: table(
        z.object({
          json: z.string(),
          item: z.string().optional(),
          shape: z.string().optional(),
          date: z.enum(['begins', 'ends', 'after']).optional(),
        }),
      ),
    })
    .loose(),
});
export type PolicyTables = z.output<typeof tablesSchema>['tables'];

/** @throws BundleFault naming the row that is wrong */
export function readTables(data: unknown): PolicyTables {
  const result = tablesSchema.safeParse(data);
  if (!result.success)
    throw new BundleFault(
      'bad_manifest',
      `data.json: ${result.error.issues
        .slice(0, 5)
        .map((i) => `${i.path.join('.')} ${i.message}`)
        .join('; ')}`,
    );
  const { tables } = result.data;
  for (const [role, { actions }] of Object.entries(tables.roles)) {
    for (const action of Object.keys(actions)) {
      if (tables.actions[action] === undefined) throw new BundleFault('bad_manifest', `role ${role} names the unknown action ${action}`);
    }
  }
  return tables;
}
