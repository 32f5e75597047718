import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntryWriter, FindingRecords, type Closer, type EntryRef, type LogFinding } from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { AbilityChecker } from '#libs/identity';
import { canonicalJson, Clock, parseId, type Viewer } from '#libs/kernel';
import { Gate, type RecordedDecision } from '#libs/regulation';

/** Why two hands do not close it yet. */
export type ClosureSetback =
  'CLOSED_ALREADY' | 'HEALED_ALREADY' | 'NOT_PROPOSED' | 'SAME_PERSON' | 'SAME_BODY' | 'NO_INSPECTOR' | 'SHOWN_DIGEST_DIFFERS';

export type ClosureOutcome =
  | { readonly kind: 'done'; readonly finding: LogFinding; readonly entry: EntryRef }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | { readonly kind: 'setback'; readonly why: ClosureSetback }
  | { readonly kind: 'shortReason' }
  | { readonly kind: 'absent' };

const action = 'close_finding';
const fewestLetters = 10;

/**
 * Two people of different bodies, one of them an inspector, close a finding of the log: the first says why, the second confirms what
 * it was shown of that: the digest is given back, and a reason that has changed since is not confirmed. The finding and both hands stay on the log and in the record; what is closed no longer holds releases back. Of the
 * reason the log bears a digest; its text lies in the record.
 */
@Injectable()
export class FindingClosures {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly abilities: AbilityChecker,
    private readonly entries: EntryWriter,
    private readonly findings: FindingRecords,
    private readonly clock: Clock,
  ) {}

  async propose(viewer: Viewer, rawId: string, rawReason: string): Promise<ClosureOutcome> {
    const reason = rawReason.trim().normalize('NFC');
    if (reason.length < fewestLetters) return { kind: 'shortReason' };
    return this.act(viewer, rawId, 'close_finding.propose', { reasonSha256: sha256(reason) }, setbackOfFirst, async (tx, finding, by) => {
      await this.findings.propose(tx, finding.id, reason, by);
    });
  }

  async confirm(viewer: Viewer, rawId: string, shownDigest: string): Promise<ClosureOutcome> {
    const inspects = (one: Pick<Viewer, 'role'>): boolean => this.abilities.mayTry(one as Viewer, ['inspect']);
    const setback = (finding: LogFinding): ClosureSetback | null => {
      const { opened } = finding;
      const over = setbackOfFirst(finding);
      if (over !== null) return over;
      if (opened === null) return 'NOT_PROPOSED';
      if (opened.personId === viewer.personId) return 'SAME_PERSON';
      if (opened.organisationCode === viewer.organisationCode) return 'SAME_BODY';
      if (!inspects(viewer) && !inspects(opened)) return 'NO_INSPECTOR';
      return shownDigest === closureDigest(finding) ? null : 'SHOWN_DIGEST_DIFFERS';
    };
    return this.act(viewer, rawId, 'log.finding_closed', { shownSha256: shownDigest }, setback, async (tx, finding, by) => {
      await this.findings.close(tx, finding.id, by);
    });
  }

  private async act(
    viewer: Viewer,
    rawId: string,
    type: string,
    details: Readonly<Record<string, string>>,
    setbackOf: (finding: LogFinding) => ClosureSetback | null,
    write: (tx: Tx, finding: LogFinding, by: Closer) => Promise<void>,
  ): Promise<ClosureOutcome> {
    const id = parseId('ent', rawId);
    return this.db.transaction(async (tx): Promise<ClosureOutcome> => {
      const finding = id === null ? null : await this.findings.lock(tx, id);
      const named = { ...details, ...(id === null ? {} : { finding: id }) };
      const why = finding === null ? null : setbackOf(finding);
      if (finding === null || (why !== null && this.gate.preview(viewer, action, {}).proceeds)) {
        // Who may not close findings is refused by the rules, whatever there is to close.
        const decision = await this.gate.decide(tx, viewer, action, {}, { type: 'close_finding.try', details: named });
        if (!decision.proceeds) return { kind: 'refused', decision };
        await this.entries.appendIn(tx, {
          type: 'close_finding.refused',
          viewer,
          outcome: 'refused',
          decisionId: decision.id,
          details: { ...named, why: why ?? 'ABSENT' },
        });
        return why === null ? { kind: 'absent' } : { kind: 'setback', why };
      }
      const decision = await this.gate.decide(tx, viewer, action, {}, { type, details: named });
      if (!decision.proceeds) return { kind: 'refused', decision };
      const { personId, organisationCode, role } = viewer;
      await write(tx, finding, { personId, organisationCode, role, at: this.clock.now(), entryId: decision.entry.entryId });
      const now = await this.findings.lock(tx, finding.id);
      return { kind: 'done', finding: now ?? finding, entry: decision.entry };
    });
  }
}

/** Of what the second hand is shown: the finding, why the first hand would have it closed, and which saying of it. Null before the first. */
export function closureDigest({ id, kind, what, reason, opened }: LogFinding): string | null {
  return opened === null ? null : sha256(canonicalJson({ id, kind, what, reason, opened: opened.entryId }));
}

function setbackOfFirst({ closed, healed }: LogFinding): ClosureSetback | null {
  if (closed !== null) return 'CLOSED_ALREADY';
  return healed === null ? null : 'HEALED_ALREADY';
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
