import { statfs } from 'node:fs/promises';
import path from 'node:path';

/** The disks that the log is written to, as far as this process can see them. PostgreSQL's own disk is watched where it runs. */
export class DiskSpace {
  constructor(private readonly folders: readonly string[]) {}

  /** Share that is free on the fullest of them, as `df` counts it (room that only root may use is not free); null when one does not answer. */
  async free(): Promise<number | null> {
    try {
      const shares = await Promise.all(this.folders.map((folder) => freeShare(path.resolve(folder))));
      return shares.length === 0 ? null : Math.min(...shares);
    } catch {
      return null;
    }
  }
}

/** A folder that is not there yet will lie on its parent's disk. */
async function freeShare(folder: string): Promise<number> {
  try {
    const { blocks, bfree, bavail } = await statfs(folder);
    const usable = blocks - bfree + bavail;
    return usable <= 0 ? 0 : bavail / usable;
  } catch (error) {
    const parent = path.dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder) throw error;
    return freeShare(parent);
  }
}
