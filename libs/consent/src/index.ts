export { ConsentModule } from './consent.module.js';
export { verdicts, type DecisionKind, type Verdict } from './decision-payload.js';
export { DecisionSigner } from './decision-signer.js';
export { SignedDecisions, type DecisionDraft, type SignedDecision } from './signed-decisions.service.js';
