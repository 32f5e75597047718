import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FolderStore } from '#libs/audit';
import { Misuse, type Clock } from '#libs/kernel';
import { tilePath } from '../verify/log-folder.js';

/**
 * smaller: the log shrank; forked: two histories under the log's key; withheld: what was published is not served; altered: it is
 * served with other bytes; contradiction: a new entry breaks a promise of the log; own_copy: the mirror's files were changed.
 */
export type FindingKind = 'smaller' | 'forked' | 'withheld' | 'altered' | 'contradiction' | 'own_copy';

/** What a mirror holds against the log, or against its own disk. */
export interface Finding {
  readonly kind: FindingKind;
  /** First bad index. */
  readonly index: number;
  readonly vi: string;
  readonly en: string;
}

/** Bytes that prove it, by the names of the files that keep them. */
export type Proof = Readonly<Record<string, Uint8Array | string>>;

/** Ends a round: the log contradicts itself or what is held. */
export class Found extends Error {
  constructor(
    readonly finding: Finding,
    readonly proof: Proof = {},
  ) {
    super(sentence(finding));
  }
}

/** As the offline verifier names it: the index first. */
export const because = ({ index, en }: Finding): string => `index ${index}: ${en}`;
export const sentence = ({ index, vi, en }: Finding): string => `vị trí · index ${index}: ${vi} · ${en}`;

/** Something that the log has published is not to be had, or cannot be read. */
export function notServed(level: number | 'entries', tile: number, index: number, how: 'absent' | 'malformed'): Found {
  const name = tilePath(level, tile);
  return how === 'absent'
    ? new Found({ kind: 'withheld', index, vi: 'nhật ký không đưa ra phần đã công bố', en: `${name} is published and not served` })
    : new Found({ kind: 'altered', index, vi: 'nhật ký đưa ra một tệp hỏng', en: `${name} as served is malformed` });
}

/** The mirror's own disk is not what it was. */
export const ownCopy = (index: number, what: string): Found =>
  new Found({ kind: 'own_copy', index, vi: 'bản sao ở đây không nguyên vẹn', en: `the copy held here is not whole: ${what}` });

export interface KeptFinding extends Finding {
  readonly at: string;
  /** Folder below `evidence/`. */
  readonly folder: string;
}

/** A log that contradicts itself each time somewhere else is not written down for ever. */
const most = 100;
const listName = 'private/findings.json';
const acceptedName = 'private/accepted.json';

/**
 * Findings of one mirror, kept until a person closes them: `private/findings.json`, and for each a folder below `evidence/` with
 * the bytes. While one is open the mirror cosigns nothing and does not write to its copy.
 */
export class Evidence {
  private list: readonly KeptFinding[] = [];
  /** Contradictions of the log's entries that a person has answered for: the mirror goes on past them. */
  private answered: ReadonlySet<string> = new Set();

  private constructor(
    private readonly store: FolderStore,
    private readonly clock: Clock,
  ) {}

  static async open(store: FolderStore, clock: Clock): Promise<Evidence> {
    const evidence = new Evidence(store, clock);
    await evidence.reload();
    return evidence;
  }

  /** A person may have closed something meanwhile, in a process of their own. @throws Misuse when the lists cannot be read */
  async reload(): Promise<void> {
    this.list = (await this.read(listName)) as KeptFinding[];
    this.answered = new Set((await this.read(acceptedName)) as string[]);
  }

  isAnswered(contradiction: Finding): boolean {
    return this.answered.has(because(contradiction));
  }

  /** The first one that is open; null while nothing was found. */
  get first(): KeptFinding | null {
    return this.list[0] ?? null;
  }

  /** @returns false when the same is known already; nothing is kept twice */
  async keep(finding: Finding, proof: Proof): Promise<boolean> {
    const known = ({ kind, index }: Finding): boolean => kind === finding.kind && index === finding.index;
    if (this.list.some(known) || this.list.length >= most) return false;
    const at = this.clock.now().toISOString();
    const folder = `${at.replaceAll(/[:.]/g, '')}-${finding.kind}-${finding.index}`;
    await mkdir(path.join(this.store.folder, 'evidence'), { recursive: true, mode: 0o700 });
    for (const [name, bytes] of Object.entries(proof)) await this.store.write(`evidence/${folder}/${name}`, bytes);
    const kept = { ...finding, at, folder };
    await this.store.write(`evidence/${folder}/finding.json`, `${JSON.stringify(kept, null, 2)}\n`);
    await this.write([...this.list, kept]);
    return true;
  }

  /** A person answers for it, in words that stay beside the evidence. */
  async close(note: string): Promise<number> {
    const open = this.list;
    const closed = `${JSON.stringify({ note, at: this.clock.now().toISOString() })}\n`;
    for (const { folder } of open) await this.store.write(`evidence/${folder}/closed.json`, closed);
    // Only what entries say of each other can be lived with; a history that changed shows itself again.
    const accepted = [...this.answered, ...open.filter(({ kind }) => kind === 'contradiction').map(because)];
    await this.store.write(acceptedName, `${JSON.stringify(accepted)}\n`);
    await this.write([]);
    return open.length;
  }

  private async read(name: string): Promise<unknown[]> {
    try {
      const value = JSON.parse((await this.store.read(name))?.toString('utf8') ?? '[]') as unknown;
      if (Array.isArray(value)) return value;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    throw new Misuse(`${name} of ${this.store.folder} cannot be read`, 'restore it; what was found stands in evidence/*/finding.json');
  }

  private async write(list: readonly KeptFinding[]): Promise<void> {
    await this.store.write(listName, `${JSON.stringify(list, null, 2)}\n`);
    await this.store.sync();
    this.list = list;
  }
}
