import { createHash } from 'node:crypto';
import { newIdV7, type EntryId } from '#libs/kernel';
import { commit, type Opening } from './commitment.js';
import type { EntryDraft } from './entry-draft.js';
import { assertCanonical, encodeLeaf, orderedLeaf, type Leaf } from './leaf.js';

/** Openings of one entry that are encrypted, and may be erased, together. */
export interface OpeningPart {
  readonly part: 'actor' | 'case';
  /** Person id, or the digest by which a case is found again. */
  readonly subject: string;
  /** Whose data key encrypts it. */
  readonly keySubject: string;
  readonly openings: Readonly<Record<string, Opening>>;
}

/** An entry whose content is fixed; in the node lane its number and predecessor are still to come. */
export interface PreparedEntry {
  readonly entryId: EntryId;
  readonly at: Date;
  readonly leaf: Leaf;
  readonly parts: readonly OpeningPart[];
}

export interface LogIdentity {
  readonly origin: string;
  readonly producer: string;
}

const noPredecessor = '0'.repeat(64);
/** Digits that the producer's number may still add to its placeholder. */
const roomForNumber = 15;

/**
 * Builds the leaf and its openings. Pure but for the random salts and the id.
 * @param lane `node`: numbered by the producer when its batch is written; `tx`: shares the caller's transaction, not numbered
 * @throws Fault `entry_not_encodable` when the draft breaks the closed schema
 */
export function prepareEntry(draft: EntryDraft, identity: LogIdentity, at: Date, lane: 'node' | 'tx'): PreparedEntry {
  const { viewer } = draft;
  const entryId = newIdV7('ent', at.getTime());
  const actor =
    viewer === null
      ? null
      : commit({ id: viewer.personId, name: viewer.displayName.normalize('NFC'), title: viewer.title.normalize('NFC') });
  const net = viewer === null || viewer.sourceAddress === '' ? null : commit(viewer.sourceAddress);
  const session = viewer === null ? null : commit(viewer.sessionId);
  const caseText = draft.caseRef?.normalize('NFC').toWellFormed();
  const caseRef = caseText === undefined || caseText === '' ? null : commit(caseText);
  const leaf = orderedLeaf({
    v: 1,
    t: draft.type,
    id: entryId,
    at: at.toISOString(),
    log: identity.origin,
    producer: identity.producer,
    pseq: lane === 'node' ? 1 : undefined,
    prev: lane === 'node' ? noPredecessor : undefined,
    org: viewer?.organisationCode,
    role: viewer === null ? (draft.actorProcess === undefined ? 'public' : undefined) : viewer.role,
    actor: actor?.commitment,
    process: draft.actorProcess,
    purpose: readableCode(draft.purpose),
    basis: readableCode(draft.basis),
    case: caseRef?.commitment,
    request: draft.requestId,
    grant: draft.grantId,
    playback: draft.sessionId?.startsWith('ses_') === true ? undefined : draft.sessionId,
    decision: draft.decisionId,
    intent: draft.intentId,
    resource: draft.resource === undefined ? undefined : { ...draft.resource, id: readableCode(draft.resource.id) },
    rules: draft.rules === undefined || draft.rules.length === 0 ? undefined : draft.rules,
    policy: bareHash(draft.policySha256),
    facts: bareHash(draft.factsDigest),
    outcome: draft.outcome,
    net: net?.commitment,
    session: session?.commitment,
    details: draft.details === undefined || Object.keys(draft.details).length === 0 ? undefined : composed(draft.details),
  });
  assertCanonical(leaf, encodeLeaf(leaf, lane === 'node' ? roomForNumber : 0));
  const parts: OpeningPart[] = [];
  if (viewer !== null && actor !== null && session !== null) {
    const openings = { actor: actor.opening, session: session.opening, ...(net === null ? {} : { net: net.opening }) };
    parts.push({ part: 'actor', subject: viewer.personId, keySubject: viewer.personId, openings });
  }
  if (caseRef !== null && caseText !== undefined) {
    parts.push({ part: 'case', subject: caseDigest(identity.origin, caseText), keySubject: 'cases', openings: { case: caseRef.opening } });
  }
  return { entryId, at, leaf, parts };
}

/** The bytes to be hashed, once the producer has numbered the entry. @param prev leaf hash of the producer's previous entry, hex */
export function numberedLeaf(prepared: PreparedEntry, pseq: number, prev: string): Buffer {
  return encodeLeaf({ ...prepared.leaf, prev, pseq });
}

/** How a case is found in the search projection; lies in erasable tables only, never in a leaf. */
export function caseDigest(origin: string, caseRef: string): string {
  return createHash('sha256')
    .update(`cuao/case/v1\n${origin}\n${caseRef.normalize('NFC')}`)
    .digest('hex');
}

/** Digests travel as `sha256:<hex>` elsewhere; the leaf holds the hex. */
function bareHash(digest: string | undefined): string | undefined {
  return digest?.replace(/^sha256:/, '');
}

/** What somebody typed may be no code at all; the refusal must still stand on the log, without the text. */
function readableCode(text: string | undefined): string | undefined {
  if (text === undefined || /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/.test(text)) return text;
  return `unreadable-${createHash('sha256').update(text.toWellFormed()).digest('hex').slice(0, 16)}`;
}

function composed(details: Readonly<Record<string, string | number | boolean>>): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === 'string' ? value.normalize('NFC') : value]),
  );
}
