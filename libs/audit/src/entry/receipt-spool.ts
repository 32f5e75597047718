import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/**
 * Receipts leave by a second path: one JSON line each in `<state>/receipts/<producer>/<day>.jsonl`, written before anything is
 * released. A row that the database lost, or never kept, stands here with a signature against it.
 */
export class ReceiptSpool {
  private day = '';
  private file: FileHandle | null = null;
  private last: Promise<void> = Promise.resolve();

  /** Readable for the group: the worker, a user of its own, looks for what the database lost. A receipt names no person. */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o750 });
  }

  /** Resolves when the lines have been handed to the operating system; a failure must keep the entries from being released. */
  append(lines: readonly string[], at: Date): Promise<void> {
    const written = this.last.then(() => this.write(lines, at));
    this.last = written.catch(() => undefined);
    return written;
  }

  /** The highest number of a lane that a receipt was written for; 0 when none was. */
  lastNumber(lane: string): number {
    const files = readdirSync(this.folder)
      .filter((name) => /^\d{8}\.jsonl$/.test(name))
      .sort()
      .reverse();
    for (const name of files) {
      const lines = readTail(path.join(this.folder, name))
        .toString('utf8')
        .split('\n')
        .filter((line) => line.includes(`"lane":"${lane}"`));
      const numbers = lines.map((line) => Number(/"pseq":(\d+)/.exec(line)?.[1] ?? 0));
      if (numbers.length > 0) return Math.max(...numbers);
    }
    return 0;
  }

  async close(): Promise<void> {
    await this.last;
    await this.file?.close();
    this.file = null;
  }

  private async write(lines: readonly string[], at: Date): Promise<void> {
    const day = at.toISOString().slice(0, 10).replaceAll('-', '');
    if (this.file === null || day !== this.day) {
      await this.file?.close();
      this.file = await openWhole(path.join(this.folder, `${day}.jsonl`));
      this.day = day;
    }
    try {
      await this.file.appendFile(`${lines.join('\n')}\n`, 'utf8');
    } catch (error) {
      // A full disk takes half a line: the next receipt must not continue it.
      await this.file.close().catch(() => undefined);
      this.file = null;
      throw error;
    }
  }
}

/** Enough of a file's end to hold the last batch of receipts (256 of about 1 KiB). */
const tailBytes = 512 * 1024;

/** For appending. A line that a crash has cut short was never released, and would spoil the one after it: it is taken off. */
async function openWhole(name: string): Promise<FileHandle> {
  const file = await open(name, 'a', 0o640);
  const { size } = await file.stat();
  if (size === 0) return file;
  const tail = readTail(name);
  const torn = tail.length - (tail.lastIndexOf(0x0a) + 1);
  if (torn > 0) await file.truncate(size - torn);
  return file;
}

function readTail(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes;
  } finally {
    closeSync(handle);
  }
}
