export { exportPath } from './export/log-export-path.js';
export { LogExports, type ExportOutcome } from './export/log-exports.service.js';
export { InspectionClocks, type InspectionClock } from './inspection-clocks.service.js';
export { InspectionClocksModule, InspectionModule } from './inspection.module.js';
export { LogInspection, type EntriesOutcome, type EntryProofOutcome } from './log-inspection.service.js';
export { halfYearOf, seedInspection, type HalfYear } from './seed.js';
