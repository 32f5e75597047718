import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';

const chunkBytes = 4 * 1024 * 1024;
/** Files of today and yesterday: what is older was looked at by the runs of those days. */
const filesAtStart = 2;

/** Reads the lines that a producer adds to its receipt spool (`<yyyymmdd>.jsonl`), each once, never half a line. */
export class SpoolTail {
  private file: string | null = null;
  private offset = 0;
  private rest: string[] = [];

  constructor(private readonly folder: string) {}

  /** Up to `most` lines that were not handed out before; empty when there are none yet. */
  next(most: number): string[] {
    if (this.rest.length === 0) this.rest = this.read();
    return this.rest.splice(0, most);
  }

  private read(): string[] {
    const files = readdirSync(this.folder)
      .filter((name) => /^\d{8}\.jsonl$/.test(name))
      .sort();
    this.file ??= files.slice(-filesAtStart)[0] ?? null;
    while (this.file !== null) {
      const lines = this.readFrom(this.file);
      const later = files.find((name) => name > (this.file ?? ''));
      if (lines.length > 0 || later === undefined) return lines;
      this.file = later;
      this.offset = 0;
    }
    return [];
  }

  private readFrom(name: string): string[] {
    const handle = openSync(path.join(this.folder, name), 'r');
    try {
      const bytes = Buffer.alloc(chunkBytes);
      const whole = bytes.subarray(0, readSync(handle, bytes, 0, chunkBytes, this.offset)).lastIndexOf(0x0a) + 1;
      this.offset += whole;
      return whole === 0 ? [] : bytes.toString('utf8', 0, whole - 1).split('\n');
    } finally {
      closeSync(handle);
    }
  }
}
