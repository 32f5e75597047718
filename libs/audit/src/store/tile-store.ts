import { Fault } from '#libs/kernel';

/** A changing file as it was read, to be handed back to `replace`. */
export interface SeenFile {
  readonly bytes: Buffer;
  /** The store's own word for this very content (an ETag); means nothing to others. */
  readonly version: string;
}

/**
 * Where the log's public files lie: `checkpoint`, `tile/…`, `anchors/…`, `vkeys`. A file appears whole and durable or not at all.
 * Names come from `tilePath` and its like, never from outside unparsed.
 */
export interface TileStore {
  /** The directory that it fills, whose disk is to be watched; null where the disk is somebody else's to watch. */
  readonly folder: string | null;
  /** null when there is no such file. @throws when that cannot be known */
  read(name: string): Promise<Buffer | null>;
  /** As `read`, for a file that is to be replaced. */
  look(name: string): Promise<SeenFile | null>;
  /**
   * For names whose content never changes (tiles, bundles, anchors): the same once more is no event.
   * @throws Fault `file_differs` when other content lies there; nothing is overwritten
   */
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** For names whose content changes and whose last writer is right (key lists). */
  write(name: string, bytes: Uint8Array | string): Promise<void>;
  /** For names whose content must not go back (checkpoints). @returns false when the file is no longer what was seen; then nothing is done */
  replace(name: string, bytes: Uint8Array | string, seen: SeenFile | null): Promise<boolean>;
  /** After this, everything written so far survives a power cut. */
  sync(): Promise<void>;
  /** Only for a list that is no more; no event when it is not there. */
  removeList(name: string): Promise<void>;
  /** Only for partial tiles whose full tile is durable and published. */
  removeFolder(name: string): Promise<void>;
  /** Tries what is promised here. @throws Misuse when this store cannot keep it, UnavailableFault when it does not answer */
  prove(): Promise<void>;
}

export const fileDiffers = (name: string): Fault =>
  new Fault('file_differs', `another file lies in the store under ${name}, whose content never changes; it is not overwritten`);
