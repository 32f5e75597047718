import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from '../error-code.js';

/**
 * The log's public files in a directory, as any web server can serve them: `checkpoint`, `tile/…`, `vkeys`.
 * A file appears whole and durable or not at all; content never changes under a name (but for `checkpoint` and the key lists).
 */
export class TileStore {
  private unsynced = new Set<string>();
  private readonly known = new Set<string>();
  private sequence = 0;

  constructor(readonly folder: string) {}

  /** null when there is no such file. @param name relative path from `tilePath`, never from outside unparsed */
  async read(name: string): Promise<Buffer | null> {
    try {
      return await readFile(path.join(this.folder, name));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Temporary file, fsync, rename. The folder is synced by `sync`, once for all writes before it. */
  async write(name: string, bytes: Uint8Array | string): Promise<void> {
    const target = path.join(this.folder, name);
    const parent = path.dirname(target);
    await this.ensureFolder(parent);
    this.sequence += 1;
    const temporary = path.join(parent, `.${path.basename(target)}.${process.pid}.${this.sequence}`);
    const handle = await open(temporary, 'w', 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
    this.unsynced.add(parent);
  }

  /** After this, everything written so far survives a power cut. */
  async sync(): Promise<void> {
    const folders = [...this.unsynced];
    this.unsynced = new Set();
    for (const folder of folders) {
      const handle = await open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
  }

  /** Only for a list that is no more. */
  async removeList(name: string): Promise<void> {
    await rm(path.join(this.folder, name), { force: true });
    this.unsynced.add(this.folder);
  }

  /** Only for partial tiles whose full tile is durable and published. */
  async removeFolder(name: string): Promise<void> {
    await rm(path.join(this.folder, name), { recursive: true, force: true });
    this.known.delete(path.join(this.folder, name));
  }

  private async ensureFolder(folder: string): Promise<void> {
    if (this.known.has(folder)) return;
    const first = await mkdir(folder, { recursive: true, mode: 0o755 });
    // The new folders' names stand in their parents.
    if (first !== undefined) for (let at = folder; at.length >= first.length; at = path.dirname(at)) this.unsynced.add(path.dirname(at));
    this.known.add(folder);
  }
}
