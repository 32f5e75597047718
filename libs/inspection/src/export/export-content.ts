import type { AnchorProof, CountedStretch, LoggedEntry, SaltedOpenings, WitnessedHead } from '#libs/audit';
import type { EntryId } from '#libs/kernel';

/** What may leave the house under one decision of the gate: selected, witnessed, opened as far as the papers reach. */
export interface ExportContent {
  readonly madeAt: Date;
  /** The entry that was committed before anything was read. */
  readonly intentId: EntryId;
  readonly head: WitnessedHead;
  readonly inspection: ExportPapers;
  /** The question as it was asked, word by word. */
  readonly query: Readonly<Record<string, string>>;
  /** By index, each below the head. */
  readonly entries: readonly (LoggedEntry & { readonly index: number })[];
  /** Who acted and in which case, of entries of the inspected bodies alone. */
  readonly openings: ReadonlyMap<EntryId, ExportedOpenings>;
}

/** Network address and sign-in stay closed: no paper asks for them. */
export type ExportedOpenings = Pick<SaltedOpenings, 'actor' | 'case'>;

export interface ExportPapers {
  readonly decisionNo: string;
  /** Codes. */
  readonly organisations: readonly string[];
  /** Requests of these bodies, of which also what others did with them is shown. */
  readonly requests: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

/** Proofs of a sealed export, by index, the manifests of the log that cover its entries, and the anchors around them. */
export interface ExportProofs {
  readonly proofs: ReadonlyMap<number, string>;
  readonly stretches: readonly CountedStretch[];
  readonly anchors: readonly AnchorProof[];
}
