import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Misuse } from '#libs/kernel';
import { isMissing } from '../error-code.js';
import { syncFolder } from '../key-file.js';
import { emptyRoot, hashBytes, type Hash } from '../tree/hash.js';
import { verifyConsistency } from '../tree/verify.js';
import { decodeBase64 } from './base64.js';
import type { Checkpoint } from './checkpoint.js';

/** The last tree head that this process put its name to. */
export interface SignedHead {
  readonly size: number;
  readonly root: Hash;
  /** The note as it was signed; null before the first. */
  readonly note: string | null;
}

export type HeadVerdict =
  { readonly kind: 'continues' } | { readonly kind: 'not_the_stored_size'; readonly size: number } | { readonly kind: 'inconsistent' };

/**
 * Memory of a signer or witness, in a file of its own, outside the database and outside the log: synced before a signature leaves,
 * so that no crash lets it sign two trees that do not continue one another. Reads and writes are synchronous: compare-and-store
 * cannot be interleaved.
 */
export class HeadFile {
  private head: SignedHead;

  /** @throws Misuse when the file exists and is not readable as a head: forgetting what was signed would be worse than not starting */
  constructor(
    private readonly file: string,
    private readonly origin: string,
  ) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    this.head = this.load();
  }

  get current(): SignedHead {
    return this.head;
  }

  /** Whether a checkpoint continues the stored head. Says nothing about who signed it. */
  judge(oldSize: number, proof: readonly Uint8Array[], next: Checkpoint): HeadVerdict {
    if (oldSize !== this.head.size) return { kind: 'not_the_stored_size', size: this.head.size };
    return verifyConsistency(oldSize, next.size, proof, this.head.root, next.root) ? { kind: 'continues' } : { kind: 'inconsistent' };
  }

  /** Durable when it returns. The caller has judged `head` in the same turn of the event loop. */
  store(head: SignedHead): void {
    const temporary = `${this.file}.next`;
    const handle = openSync(temporary, 'w', 0o600);
    try {
      writeSync(handle, JSON.stringify({ origin: this.origin, size: head.size, root: head.root.toString('base64'), note: head.note }));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, this.file);
    syncFolder(path.dirname(this.file));
    this.head = head;
  }

  private load(): SignedHead {
    let text: string;
    try {
      text = readFileSync(this.file, 'utf8');
    } catch (error) {
      if (isMissing(error)) return { size: 0, root: emptyRoot, note: null };
      throw error;
    }
    const broken = new Misuse(
      `${this.file} is not a readable head`,
      'restore it from a copy, or ask the witnesses for the last size and root; never delete it',
    );
    let value: { origin?: unknown; size?: unknown; root?: unknown; note?: unknown };
    try {
      value = JSON.parse(text) as typeof value;
    } catch {
      throw broken;
    }
    const root = typeof value.root === 'string' ? decodeBase64(value.root) : null;
    const isNote = value.note === null || typeof value.note === 'string';
    if (
      value.origin !== this.origin
      || typeof value.size !== 'number'
      || !Number.isSafeInteger(value.size)
      || root?.length !== hashBytes
      || !isNote
    )
      throw broken;
    return { size: value.size, root, note: value.note as string | null };
  }
}
