import { createHash } from 'node:crypto';
import { Fault, type EntryId, type Viewer } from '#libs/kernel';
import { commit } from './commitment.js';
import type { EntryDraft } from './entry-draft.js';
import { assertCanonical, assertLeaf, isLawCode, leafText, maxLeafBytes, versionFor, type Leaf, type LooseLeaf } from './leaf.js';
import { entryIdOf, RandomPool } from './random-pool.js';

/** Openings of one entry that are encrypted, and may be erased, together. */
export interface OpeningPart {
  readonly part: 'actor' | 'case';
  /** Person id, or the digest by which a case is found again; has a data key of its own. */
  readonly subject: string;
  /** Field → opening, as RFC 8785 JSON. */
  readonly openings: string;
}

/** An entry whose content is fixed; in the node lane its number and predecessor are still to come. */
export interface PreparedEntry {
  readonly entryId: EntryId;
  readonly at: Date;
  readonly leaf: LooseLeaf;
  /** The leaf's text; in the node lane with a stand-in for number and predecessor. */
  readonly text: string;
  readonly parts: readonly OpeningPart[];
  /** Before this, nobody is shown the openings; null: at once. */
  readonly discloseAfter: Date | null;
}

export interface LogIdentity {
  readonly origin: string;
  readonly producer: string;
}

const firstLane = 'n1';
const noPredecessor = '0'.repeat(64);
const laneStandIn = `"lane":"${firstLane}`;
const standIn = `"prev":"${noPredecessor}`;
const saltBytes = 32;

/** The fields of a leaf that are commitments. */
type Committed = { -readonly [K in 'actor' | 'case' | 'net' | 'session']: Leaf[K] | undefined };

/** Digits that the producer's number may still add to its placeholder. */
export const roomForNumber = 15;

/** Builds leaves and their openings for one producer. */
export class EntryPreparer {
  private readonly random = new RandomPool();
  /** Types whose encoding has been compared in full: a fault in the encoder shows at its first use, not in a court. */
  private readonly comparedTypes = new Set<string>();

  constructor(private readonly identity: LogIdentity) {}

  /**
   * Fixes the content of an entry.
   * @param lane `node`: numbered by the producer when its batch is written; `tx`: shares the caller's transaction, not numbered
   * @throws Fault `entry_not_encodable` when the draft breaks the closed schema
   */
  prepare(draft: EntryDraft, at: Date, lane: 'node' | 'tx'): PreparedEntry {
    const { viewer } = draft;
    const entryId = entryIdOf(at.getTime(), this.random.next(16));
    const caseText = draft.caseRef?.normalize('NFC').toWellFormed();
    const committed = this.commitments(viewer, caseText === '' ? undefined : caseText);
    const leaf = leafOf(draft, this.identity, entryId, at, committed.leaf, lane === 'node');
    assertLeaf(leaf);
    const text = leafText(leaf);
    this.checkText(leaf.t ?? '', text, lane === 'node' ? roomForNumber : 0);
    return { entryId, at, leaf, text, parts: committed.parts, discloseAfter: draft.discloseAfter ?? null };
  }

  private commitments(
    viewer: Viewer | null,
    caseText: string | undefined,
  ): { readonly leaf: Committed; readonly parts: readonly OpeningPart[] } {
    const leaf: Committed = { actor: undefined, case: undefined, net: undefined, session: undefined };
    const parts: OpeningPart[] = [];
    const add = (field: keyof Committed, canonical: string): string => {
      const { commitment, opening } = commit(canonical, this.random.next(saltBytes));
      leaf[field] = commitment;
      return `"${field}":${opening}`;
    };
    if (viewer !== null) {
      const openings = [
        add('actor', actorJson(viewer)),
        ...(viewer.sourceAddress === '' ? [] : [add('net', JSON.stringify(viewer.sourceAddress.toWellFormed()))]),
        add('session', JSON.stringify(viewer.sessionId)),
      ];
      const subject = plainSubject(viewer.personId);
      parts.push({ part: 'actor', subject, openings: `{${openings.join()}}` });
    }
    if (caseText !== undefined) {
      const openings = `{${add('case', JSON.stringify(caseText))}}`;
      parts.push({ part: 'case', subject: caseDigest(this.identity.origin, caseText), openings });
    }
    return { leaf, parts };
  }

  private checkText(type: string, text: string, reserve: number): void {
    const length = Buffer.byteLength(text, 'utf8');
    if (length + reserve > maxLeafBytes) throw new Fault('entry_not_encodable', `entry ${type}: ${length} bytes, at most ${maxLeafBytes}`);
    if (this.comparedTypes.has(type)) return;
    assertCanonical(type, text);
    this.comparedTypes.add(type);
  }
}

/** Keys in the order of RFC 8785 (UTF-16 code units): the text of this object is canonical as it stands. */
function leafOf(
  draft: EntryDraft,
  { origin, producer }: LogIdentity,
  entryId: EntryId,
  at: Date,
  committed: Committed,
  isNumbered: boolean,
): LooseLeaf {
  const { viewer, details, resource, rules, sessionId } = draft;
  const basis = readableBasis(draft.basis);
  return {
    actor: committed.actor,
    at: at.toISOString(),
    basis,
    case: committed.case,
    decision: draft.decisionId,
    details: details === undefined || Object.keys(details).length === 0 ? undefined : orderedDetails(details),
    facts: bareHash(draft.factsDigest),
    grant: draft.grantId,
    id: entryId,
    intent: draft.intentId,
    lane: isNumbered ? firstLane : undefined,
    log: origin,
    net: committed.net,
    org: viewer?.organisationCode,
    outcome: draft.outcome,
    playback: sessionId?.startsWith('ses_') === true ? undefined : sessionId,
    policy: bareHash(draft.policySha256),
    prev: isNumbered ? noPredecessor : undefined,
    process: draft.actorProcess,
    producer,
    pseq: isNumbered ? 1 : undefined,
    purpose: readableCode(draft.purpose),
    request: draft.requestId,
    resource:
      resource === undefined ? undefined : { from: resource.from, id: readableCode(resource.id), kind: resource.kind, to: resource.to },
    role: viewer === null ? (draft.actorProcess === undefined ? 'public' : undefined) : viewer.role,
    rules: rules === undefined || rules.length === 0 ? undefined : rules,
    session: committed.session,
    t: draft.type,
    v: versionFor(basis),
  };
}

/**
 * The text to be hashed, once the producer has numbered the entry. The stand-ins are found by their place: quotes inside a string
 * are escaped, so nothing that somebody wrote can look like them.
 * @param prev leaf hash of the producer's previous entry, hex
 */
export function numberedText({ text }: PreparedEntry, lane: string, pseq: number, prev: string): string {
  const inLane = text.indexOf(laneStandIn) + laneStandIn.length - firstLane.length;
  const inPrev = text.indexOf(standIn, inLane) + standIn.length - noPredecessor.length;
  const afterPrev = inPrev + noPredecessor.length;
  const number = text.indexOf('"pseq":1,', afterPrev) + '"pseq":'.length;
  return (
    text.slice(0, inLane)
    + lane
    + text.slice(inLane + firstLane.length, inPrev)
    + prev
    + text.slice(afterPrev, number)
    + String(pseq)
    + text.slice(number + 1)
  );
}

/** How a case is found in the search projection; lies in erasable tables only, never in a leaf. */
export function caseDigest(origin: string, caseRef: string): string {
  return createHash('sha256')
    .update(`cuao/case/v1\n${origin}\n${caseRef.normalize('NFC')}`)
    .digest('hex');
}

/** RFC 8785: keys in order, ECMAScript's own string form; texts composed and without lone surrogates. */
function actorJson({ personId, displayName, title }: Viewer): string {
  const clean = (text: string): string => text.normalize('NFC').toWellFormed();
  return JSON.stringify({ id: personId, name: clean(displayName), title: clean(title) });
}

/** Person ids have a known form; whatever else a caller may be known by is taken as its digest, so that it can never be read as syntax. */
function plainSubject(id: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : createHash('sha256').update(id.toWellFormed()).digest('hex');
}

/** Digests travel as `sha256:<hex>` elsewhere; the leaf holds the hex. */
function bareHash(digest: string | undefined): string | undefined {
  return digest?.replace(/^sha256:/, '');
}

/** What somebody typed may be no code at all; the refusal must still stand on the log, without the text. */
function readableCode(text: string | undefined): string | undefined {
  return text === undefined || /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/.test(text) ? text : unreadable(text);
}

/** A legal basis is written as the law writes it: with a stroke or the letter đ (version 2). */
function readableBasis(text: string | undefined): string | undefined {
  return text === undefined || isLawCode(text) ? text : unreadable(text);
}

function unreadable(text: string): string {
  return `unreadable-${createHash('sha256').update(text.toWellFormed()).digest('hex').slice(0, 16)}`;
}

function orderedDetails(details: Readonly<Record<string, string | number | boolean>>): Readonly<Record<string, string | number | boolean>> {
  const ordered: Record<string, string | number | boolean> = {};
  for (const key of Object.keys(details).sort()) {
    const value = details[key];
    if (value !== undefined) ordered[key] = typeof value === 'string' ? value.normalize('NFC') : value;
  }
  return ordered;
}
