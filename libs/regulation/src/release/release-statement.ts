import { z } from 'zod';
import { canonicalJson } from '#libs/kernel';

const statementSchema = z
  .object({
    v: z.literal(1),
    type: z.literal('cuao/policy-release'),
    /** SHA-256 of the manifest. */
    bundle: z.string().regex(/^[0-9a-f]{64}$/),
    sequence: z.number().int().positive(),
    /** SHA-256 of the impact report that was read, and the share of decisions it says would be answered more widely. */
    impact: z.string().regex(/^[0-9a-f]{64}$/),
    widenedShare: z.number().min(0).max(1),
    /** Written opinion of the Ministry of Public Security (HN-08), as the manifest names it. */
    opinionRef: z.string().min(1).max(200),
    note: z.string().max(2_000).nullable(),
    /** The institution, as the trust file names it, its key and the person who signed for it. */
    signer: z.string().min(1),
    keyId: z.string().min(1),
    person: z.string().min(1),
  })
  .strict();

/** What an institution's signer says besides signing the manifest: that this impact report was read, under which opinion. */
export type ReleaseStatement = z.output<typeof statementSchema>;

const context = 'cuao/policy-release/v1\n';

/** The bytes that are signed: a fixed first line, so that the signature means nothing elsewhere, and RFC 8785 text. */
export function statementBytes(text: string): Uint8Array {
  return Buffer.from(context + text, 'utf8');
}

export function statementText(statement: ReleaseStatement): string {
  return canonicalJson(statementSchema.parse(statement));
}

/** @returns null for anything that is not the canonical text of a statement */
export function readStatement(text: string): ReleaseStatement | null {
  try {
    const statement = statementSchema.parse(JSON.parse(text));
    return canonicalJson(statement) === text ? statement : null;
  } catch {
    return null;
  }
}
