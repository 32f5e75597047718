export { AuditModule } from './audit.module.js';
export { AuditSettings } from './audit-settings.js';
export type { EntryDraft, EntryOutcome, EntryRef, Receipt } from './entry/entry-draft.js';
export { EntryWriter } from './entry/entry-writer.service.js';
