export { InspectionModule } from './inspection.module.js';
export { LogInspection, type EntriesOutcome, type EntryProofOutcome } from './log-inspection.service.js';
export { halfYearOf, seedInspection, type HalfYear } from './seed.js';
