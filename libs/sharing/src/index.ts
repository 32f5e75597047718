export { RepetitionAlerts, type AlertScope, type Habit } from './repetition/repetition-alerts.service.js';
export { CaseRegister, type CaseNumber, type RegisterWord } from './case/case-register.js';
export { seedCaseBooks } from './seed.js';
export { grantState, type Grant, type GrantEndKind, type GrantState } from './grant/grant.js';
export { GrantType, RevocationType } from './grant/grant.type.js';
export { Grants, type HeldGrant } from './grant/grants.service.js';
export { revocationChannel, Revocations } from './revocation/revocations.service.js';
export type {
  RevocationDraft,
  RevocationEvent,
  RevocationReach,
  RevocationSelector,
  RevocationSelectorKind,
} from './revocation/revocation.js';
export { SharingClocks, type SharingClock } from './sharing-clocks.service.js';
export { SharingClocksModule, SharingModule } from './sharing.module.js';
