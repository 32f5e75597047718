import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from '../error-code.js';
import { fileDiffers, type SeenFile, type TileStore } from './tile-store.js';

/**
 * The log's public files in a directory, as any web server can serve them. What it compares before it writes it does not lock: one
 * process at a time publishes (`Publisher` holds a lock of the database), and its own folder is a mirror's alone.
 */
export class FolderStore implements TileStore {
  private unsynced = new Set<string>();
  private syncing: Promise<void> = Promise.resolve();
  private readonly known = new Set<string>();
  private sequence = 0;

  constructor(readonly folder: string) {}

  async read(name: string): Promise<Buffer | null> {
    try {
      return await readFile(path.join(this.folder, name));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async look(name: string): Promise<SeenFile | null> {
    const bytes = await this.read(name);
    return bytes === null ? null : { bytes, version: '' };
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    const there = await this.read(name);
    if (there?.equals(bytes) === false) throw fileDiffers(name);
    // Written even so: the one that lies there may come from a run that was broken off before its folder was synced.
    await this.write(name, bytes);
  }

  async replace(name: string, bytes: Uint8Array | string, seen: SeenFile | null): Promise<boolean> {
    const there = await this.read(name);
    if (there === null ? seen !== null : seen?.bytes.equals(there) !== true) return false;
    await this.write(name, bytes);
    return true;
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

  /** One after the other: whoever comes while another syncs waits for what that one took, too. */
  async sync(): Promise<void> {
    this.syncing = this.syncing.catch(() => undefined).then(() => this.syncFolders());
    await this.syncing;
  }

  async removeList(name: string): Promise<void> {
    await rm(path.join(this.folder, name), { force: true });
    this.unsynced.add(this.folder);
  }

  async removeFolder(name: string): Promise<void> {
    await rm(path.join(this.folder, name), { recursive: true, force: true });
    this.known.delete(path.join(this.folder, name));
  }

  /** A directory of this machine keeps what the class does; whether it can be written shows at the first file, as it always may. */
  async prove(): Promise<void> {}

  private async syncFolders(): Promise<void> {
    const folders = this.unsynced;
    this.unsynced = new Set();
    try {
      for (const folder of folders) await syncFolder(folder).finally(() => folders.delete(folder));
    } catch (error) {
      // The others are still to be done.
      for (const folder of folders) this.unsynced.add(folder);
      throw error;
    }
  }

  private async ensureFolder(folder: string): Promise<void> {
    if (this.known.has(folder)) return;
    const first = await mkdir(folder, { recursive: true, mode: 0o755 });
    // The new folders' names stand in their parents.
    if (first !== undefined) for (let at = folder; at.length >= first.length; at = path.dirname(at)) this.unsynced.add(path.dirname(at));
    this.known.add(folder);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
