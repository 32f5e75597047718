export { anchorList, anchorName, anchorSizes, parseAnchorList, writeAnchor } from './anchor/anchor-files.js';
export { AuditModule } from './audit.module.js';
export { AuditSettings } from './audit-settings.js';
export type { EntryDraft, EntryOutcome, EntryRef, Receipt } from './entry/entry-draft.js';
export { EntryWriter } from './entry/entry-writer.service.js';
export type { RowBeside, TableBeside } from './entry/row-beside.js';
export { answer, answerUnread, readBody, serverPatience } from './http-exchange.js';
export { keyFromFile, keysFromFile, newKey, readKeys, replaceKeys } from './key-file.js';
export { parseCheckpointText, type Checkpoint } from './note/checkpoint.js';
export { HeadFile } from './note/head-file.js';
export { parseHeadRequest } from './note/head-request.js';
export { Cosigner } from './note/cosigner.js';
export { cosignText, maxSignatures, parseNote, signText, verifySignatures } from './note/signed-note.js';
export { noteKeyTypes, parseVerifierKey, publishVerifierKey, verifierKey, type VerifierKey } from './note/verifier-key.js';
export { parseWitnessPolicy } from './note/witness-policy.js';
export { queueName, sequenceJob } from './doorbell.js';
export { startLogKeeper, type KeeperSettings, type LogChores, type RunningKeeper } from './sequence/log-keeper.factory.js';
export type { KeeperState, LogKeeper } from './sequence/log-keeper.js';
export { TileWriter, type HashedLeaf, type LeafSource } from './sequence/tile-writer.js';
export { encodeBundle } from './tree/entry-bundle.js';
export { changedTiles, tilePath, tileWidth, widthIn, type TileName } from './tree/tile-path.js';
export { FolderStore } from './store/folder-store.js';
export { openTileStore, type StoreSettings } from './store/open-store.js';
export { remembered } from './store/remembered-store.js';
export type { SeenFile, TileStore } from './store/tile-store.js';
export { LogFiles, needsBearer, type LogFile } from './read/log-file.js';
export type { EntryFilter, EntryPosition, EntryScope } from './read/entry-query.js';
export type { InspectionRef, ReadAs } from './read/inspection-role.js';
export { EntryCounter, mostDays, type CodeCount, type CountQuestion, type EntryCounts } from './read/entry-counts.service.js';
export type { EntryOpenings, SaltedOpenings } from './read/opening-reader.js';
export { PublishedLog, type AnchorProof } from './read/published-log.js';
export { ExportReader, type CountedStretch, type WitnessedHead } from './read/export-reader.service.js';
export { countedCells, type ManifestCell } from './manifest-cells.js';
export {
  LogReader,
  type EntryPage,
  type ProofOutcome,
  type PublishedCheckpoint,
  type ReceiptVerdict,
  type WitnessWord,
} from './read/log-reader.service.js';
export type { EntryState, LoggedEntry } from './read/vouched-entries.js';
export type { Leaf } from './entry/leaf.js';
export { Erasures, type ErasureSubject } from './entry/erasures.service.js';
export { healthLimits, type AnchorState, type HealthCode, type LogHealth, type ReleaseLevel } from './read/log-health.js';
export { healthOf, healthSql, LogReleases, type HealthRow } from './read/log-releases.service.js';
export {
  ErasureRecords,
  type ErasureHand,
  type ErasureReach,
  type ErasureRecord,
  type ErasureSpan,
} from './read/erasure-records.service.js';
export { FindingRecords, type Closer, type LogFinding } from './read/finding-records.service.js';
export { DiskSpace } from './read/disk-space.js';
