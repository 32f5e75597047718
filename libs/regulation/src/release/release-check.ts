import { canonicalJson } from '#libs/kernel';
import { isSignedBy, sha256Hex, type BundleManifest, type PolicyTrust } from '../bundle.js';
import { readStatement, statementBytes, type ReleaseStatement } from './release-statement.js';

/** What the database says of a release; none of it is believed. */
export interface ReleaseRecord {
  readonly signatures: readonly {
    readonly signer: string;
    readonly keyId: string;
    readonly personId: string | null;
    readonly impactSha256: string | null;
    readonly statement: string | null;
    readonly statementSignature: Uint8Array | null;
  }[];
  readonly impacts: readonly {
    readonly reportSha256: string;
    readonly againstSha256: string;
    readonly report: unknown;
    readonly widenedShare: number;
    readonly madeAt: Date;
  }[];
  readonly notes: readonly { readonly inspectorId: string; readonly at: Date }[];
}

export type ReleaseGap =
  | 'not_signed'
  | 'statement_not_signed'
  | 'one_person_twice'
  | 'different_reports'
  | 'report_missing'
  | 'report_changed'
  | 'note_missing'
  | 'note_by_signer';

type Impact = ReleaseRecord['impacts'][number];
export type ReleaseVerdict =
  { readonly kind: 'released'; readonly impact: Impact } | { readonly kind: 'gap'; readonly gap: ReleaseGap; readonly message: string };

const gap = (code: ReleaseGap, message: string): ReleaseVerdict => ({ kind: 'gap', gap: code, message });

/**
 * Whether a bundle was released as the house asks: by a statement of each pinned signer, of different people, over one and the
 * same impact report, which is still what was signed; and with an inspector's note where it opens much. Whoever puts a bundle in
 * force asks this, and every node asks it again before it follows.
 */
export function checkRelease(
  bundle: { readonly sha256: string; readonly manifest: Pick<BundleManifest, 'sequence' | 'opinionRef'> },
  record: ReleaseRecord,
  trust: PolicyTrust,
): ReleaseVerdict {
  const statements: ReleaseStatement[] = [];
  for (const signer of trust.signers) {
    const row = record.signatures.find((one) => one.signer === signer.signer && one.keyId === signer.keyId);
    if (row === undefined || row.statement === null || row.statementSignature === null)
      return gap('not_signed', `${signer.signer} has made no statement on this release`);
    const said = readStatement(row.statement);
    if (said === null || !isSignedBy(signer, statementBytes(row.statement), row.statementSignature))
      return gap('statement_not_signed', `the statement of ${signer.signer} does not bear its signature`);
    if (!speaksOf(said, bundle, signer)) return gap('statement_not_signed', `the statement of ${signer.signer} is about something else`);
    statements.push(said);
  }
  if (new Set(statements.map(({ person }) => person)).size !== statements.length)
    return gap('one_person_twice', 'one person has signed for two institutions');
  const [first] = statements;
  if (first === undefined || statements.some(({ impact, widenedShare }) => impact !== first.impact || widenedShare !== first.widenedShare))
    return gap('different_reports', 'the signers have read different impact reports');
  const impact = record.impacts.find(({ reportSha256 }) => reportSha256 === first.impact);
  if (impact === undefined) return gap('report_missing', `the impact report ${first.impact} is not there`);
  if (sha256Hex(canonicalJson(impact.report)) !== first.impact)
    return gap('report_changed', 'the impact report is not the one that was signed');
  if (first.widenedShare <= trust.wideningNeedsNote) return { kind: 'released', impact };
  const signers = new Set(statements.map(({ person }) => person));
  const notes = record.notes.filter(({ at }) => at.getTime() >= impact.madeAt.getTime());
  if (notes.length === 0)
    return gap(
      'note_missing',
      `${percent(first.widenedShare)} of the replayed decisions would be answered more widely: an inspector's note is needed`,
    );
  if (notes.every(({ inspectorId }) => signers.has(inspectorId))) return gap('note_by_signer', 'the note is by one of the signers');
  return { kind: 'released', impact };
}

export function speaksOf(
  said: ReleaseStatement,
  { sha256, manifest }: { readonly sha256: string; readonly manifest: Pick<BundleManifest, 'sequence' | 'opinionRef'> },
  signer: { readonly signer: string; readonly keyId: string },
): boolean {
  return (
    said.bundle === sha256
    && said.sequence === manifest.sequence
    && said.opinionRef === manifest.opinionRef
    && said.signer === signer.signer
    && said.keyId === signer.keyId
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
