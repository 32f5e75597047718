import { Injectable } from '@nestjs/common';
import { EntryWriter, LogReleases, type EntryDraft, type EntryRef, type LogHealth } from '#libs/audit';
import type { Tx } from '#libs/database';
import { Clock, type Viewer } from '#libs/kernel';
import { DecisionFactsRepository, factsBeside, type DecidedQuestion } from './decision-facts.repository.js';
import { EmergencyStore } from './emergency/emergency-store.js';
import { evaluate, hostDenial, refuse, type Question } from './decider.js';
import type { Decision } from './decision.js';
import { explain, type Explanation, type Language } from './explain.js';
import { heldByLog, needsWitnessedLog } from './log-holds.js';
import { ObligationRegistry } from './obligations.js';
import type { PolicyInput } from './policy-input.js';
import { PolicyStore } from './policy-store.js';
import { viewerFacts } from './viewer-facts.js';

/** Facts about the act; who asks, what for and when are added by the gate. */
export type Facts = Omit<PolicyInput, 'action' | 'asOf' | 'viewer'>;

/** What the caller knows of the entry; the gate fills in viewer, outcome, decision, rules, bundle and digest. */
export type DecisionEntry = Pick<EntryDraft, 'type'>
  & Partial<Pick<EntryDraft, 'resource' | 'requestId' | 'grantId' | 'sessionId' | 'purpose' | 'basis' | 'caseRef' | 'details'>>;

export interface RecordedDecision extends Decision {
  readonly entry: EntryRef;
}

/**
 * The gate: decide and record, in that order, before anything happens.
 * Promises: what it returns is already in the transaction (decide) or committed (decideAlone, decideWhile); a refusal is recorded too;
 * anything but an understood permission is a refusal. Callers act only on `effect === 'allow'` (or `proceeds` for acts that
 * start a procedure) and never cache a decision past `fresh.validUntil`.
 */
@Injectable()
export class Gate {
  constructor(
    private readonly policies: PolicyStore,
    private readonly obligations: ObligationRegistry,
    private readonly facts: DecisionFactsRepository,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    private readonly emergency: EmergencyStore,
    private readonly releases: LogReleases,
  ) {}

  /** Decides and writes the entry in the caller's transaction; if that rolls back, neither happened. */
  async decide(tx: Tx, viewer: Viewer | null, action: string, facts: Facts, entry: DecisionEntry): Promise<RecordedDecision> {
    const { decision, question, bundleSha256 } = await this.judged(viewer, action, facts, entry);
    await this.facts.add(tx, { decision, question, bundleSha256 });
    const ref = await this.entries.appendIn(tx, draftOf(viewer, decision, question, bundleSha256, entry));
    return { ...decision, entry: ref };
  }

  /** For reads, which have no transaction of their own: facts and entry are committed when this resolves. */
  async decideAlone(viewer: Viewer | null, action: string, facts: Facts, entry: DecisionEntry): Promise<RecordedDecision> {
    const evaluated = await this.judged(viewer, action, facts, entry);
    return { ...evaluated.decision, entry: await this.recorded(viewer, evaluated, entry) };
  }

  /**
   * `decideAlone` for reads that need not wait for the disk: `read` runs while facts and entry are being committed, and what it
   * found is handed out only once they are. It is not run at all when the decision is a refusal, and must change nothing.
   * @returns null for a refusal
   */
  async decideWhile<T>(
    viewer: Viewer | null,
    action: string,
    facts: Facts,
    entry: DecisionEntry,
    read: () => Promise<T>,
  ): Promise<{ readonly found: T } | null> {
    const evaluated = await this.judged(viewer, action, facts, entry);
    if (!evaluated.decision.proceeds) {
      await this.recorded(viewer, evaluated, entry);
      return null;
    }
    // Whichever fails first, the other is waited for: nobody's transaction is left running behind an answer.
    const [recorded, found] = await Promise.allSettled([this.recorded(viewer, evaluated, entry), read()]);
    if (recorded.status === 'rejected') throw recorded.reason;
    if (found.status === 'rejected') throw found.reason;
    return { found: found.value };
  }

  /** Says what the gate would decide. Records nothing and must open nothing: forms show it, no more. */
  preview(viewer: Viewer | null, action: string, facts: Facts): Decision {
    return this.evaluated(viewer, action, facts, this.releases.last, '').decision;
  }

  /** May this role try at all: any of the actions, on the type when the caller knows it. A yes opens nothing. */
  mayTry(viewer: Viewer | null, actions: string | readonly string[], type?: string, field?: string): boolean {
    return this.policies.loaded().abilities.mayTry(viewer?.role ?? 'public', actions, type, field);
  }

  explain(decision: Decision, language: Language): Explanation {
    return explain(this.policies.loaded().tables, decision, language);
  }

  /** What is handed over for good asks how the log stands now; everything else knows it to the second. */
  private async judged(viewer: Viewer | null, action: string, facts: Facts, { type }: DecisionEntry): Promise<DecidedQuestion> {
    const isHandedOver = needsWitnessedLog(this.policies.loaded().tables, action, type);
    const health = await (isHandedOver ? this.releases.now() : this.releases.recent());
    return this.evaluated(viewer, action, facts, health, type);
  }

  /** Entry and facts in one commit; nothing is answered before it is there. */
  private recorded(viewer: Viewer | null, evaluated: DecidedQuestion, entry: DecisionEntry): Promise<EntryRef> {
    const { decision, question, bundleSha256 } = evaluated;
    return this.entries.append(draftOf(viewer, decision, question, bundleSha256, entry), factsBeside(evaluated));
  }

  private evaluated(viewer: Viewer | null, action: string, facts: Facts, health: LogHealth | null, entryType: string): DecidedQuestion {
    const policy = this.policies.loaded();
    const now = this.clock.nowMs();
    const question: Question = { ...facts, action, asOf: now, viewer: viewerFacts(viewer) };
    const options = {
      evaluatedAt: now,
      viewerVersion: viewer?.version ?? null,
      unenforceable: (list: Decision['obligations']) => this.obligations.unenforceable(list),
    };
    const stopped = this.emergency.refusal(viewer, action, facts);
    if (stopped !== null) {
      const denial = hostDenial('POL-14', stopped.message, stopped.at);
      return { decision: refuse(policy, question, denial, options), question, bundleSha256: policy.bundle.sha256 };
    }
    const unusable = this.policies.unusable();
    const answered = evaluate(policy, question, options);
    const decision: Decision =
      unusable === null ? answered : { ...answered, ...hostDenial('POL-8', 'policy_unavailable', `engine.${unusable}`), proceeds: false };
    // CASL may only ever remove; were it ever to refuse what the policy allows, the two have come apart and nothing opens.
    const narrowed =
      decision.proceeds && !policy.abilities.mayTry(viewer?.role ?? 'public', action)
        ? { ...decision, ...hostDenial('POL-3', 'role_may_not', 'viewer.roles'), proceeds: false }
        : decision;
    // A log that is not published, witnessed or sound takes permissions away and gives none (POL-15).
    const hold = narrowed.proceeds && health !== null ? heldByLog(policy.tables, health, question, entryType) : null;
    const held = hold === null ? narrowed : { ...narrowed, ...hostDenial('POL-15', hold.message, hold.at), proceeds: false };
    return { decision: held, question, bundleSha256: policy.bundle.sha256 };
  }
}

function draftOf(viewer: Viewer | null, decision: Decision, question: Question, bundleSha256: string, entry: DecisionEntry): EntryDraft {
  const { request } = question;
  const purpose = entry.purpose ?? request?.purposeCode ?? undefined;
  const basis = entry.basis ?? request?.legalBasisCode ?? undefined;
  const caseRef = entry.caseRef ?? request?.caseFileId ?? undefined;
  return {
    ...entry,
    viewer,
    outcome: decision.proceeds ? 'allowed' : 'refused',
    ...(purpose === undefined ? {} : { purpose }),
    ...(basis === undefined ? {} : { basis }),
    ...(caseRef === undefined ? {} : { caseRef }),
    decisionId: decision.id,
    rules: rulesOf(decision),
    policySha256: bundleSha256,
    factsDigest: decision.factsDigest,
  };
}

/** Ids of the rules that decided, for the entry: those against when refused, those for when allowed. */
function rulesOf(decision: Decision): string[] {
  const spoken =
    decision.effect === 'deny'
      ? decision.denies
      : decision.effect === 'cannot_decide'
        ? decision.unknowns
        : decision.effect === 'needs_approval'
          ? decision.needs
          : decision.reasons;
  return [...new Set(spoken.map(({ rule }) => rule))].sort();
}
