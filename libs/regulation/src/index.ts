export { countDeadline, countDeadlines, type CountedDeadline } from './deadline-count.js';
export { Abilities, rulesOfRole } from './abilities.js';
export {
  BundleFault,
  bundledFiles,
  readBundleFiles,
  readManifest,
  readProposed,
  readSignatures,
  readTrust,
  sha256Hex,
  verifyBundle,
  type BundledFile,
  type BundleFaultCode,
  type BundleFiles,
  type BundleManifest,
  type PolicyTrust,
  type VerifiedBundle,
} from './bundle.js';
export { ClassGate, type ManyAnswer, type ManyQuestion } from './class-gate.service.js';
export { evaluate, evaluateClasses, evaluateEach, hostDenial, type Question } from './decider.js';
export {
  asAnswer,
  effects,
  type Answer,
  type DeadlineRule,
  type Decision,
  type Denial,
  type Effect,
  type Need,
  type Obligation,
  type ObligationMode,
  type PolicyRevision,
  type Reason,
} from './decision.js';
export { DecisionView, describeDenial } from './decision-view.service.js';
export { DeniedType, EffectEnum, ObligationType, PolicyDecisionType, ReasonType, type EffectName } from './decision.type.js';
export { articleText, explain, ordered, type ExplainedRule, type Explanation, type Language } from './explain.js';
export { compiledChange, tableChanges, type PolicyChange } from './difference/difference.js';
export { Gate, type DecisionEntry, type Facts, type RecordedDecision } from './gate.service.js';
export { InspectedRecords, type InspectedOutcome, type InspectedRecord } from './inspected-records.js';
export { millisecondsOf, mostInputBytes, peopleSchema, readInput, type ReadInput } from './input.js';
export { ObligationRegistry } from './obligations.js';
export { PolicyEngine } from './engine.js';
export { entrypoints, loadPolicy, policyOf, startPolicy, trustFileOf, tryOut, type CheckedBundle, type Policy } from './policy.js';
export { PolicyStore, staleAfterMs, type FollowTrouble } from './policy-store.js';
export type * from './policy-input.js';
export { BundleArchive, type ArchivedBundle, type Proposal } from './release/bundle-archive.service.js';
export { checkRowRules, RowAbility, rowCondition, rowRules, type RowColumns, type RowRule, type RowTest } from './row-rules.js';
export {
  emergencyBytes,
  emergencyText,
  EmergencyFault,
  readEmergencyList,
  readSignedList,
  verifyEmergencyList,
  type EmergencyList,
  type SignedEmergencyList,
} from './emergency/emergency-list.js';
export { EmergencyFollower } from './emergency/emergency-follower.service.js';
export { EmergencyStore, type Barred } from './emergency/emergency-store.js';
export { OpenStreams } from './emergency/open-streams.js';
export { ViewerRows } from './viewer-rows.service.js';
export { RegulationModule } from './regulation.module.js';
export { RegulationClocksModule, RuleUseClock } from './catalogue/rule-use-clock.js';
export type { PolicyTables } from './tables.js';
export { viewerFacts } from './viewer-facts.js';
export { PolicyNodes } from './release/policy-nodes.service.js';
export { ReleaseFollower } from './release/release-follower.service.js';
export { bundleSuffix, readBundle, writeBundle } from './release/bundle-file.js';
export { loadBundle, tryInThread } from './release/bundle-loading.js';
export { mostFileBytes, ReleaseProposals } from './release/release-proposals.service.js';
export { statementBytes, statementText, type ReleaseStatement } from './release/release-statement.js';
