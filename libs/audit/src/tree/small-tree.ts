import { foldRight } from './frontier.js';
import { nodeHash, type Hash } from './hash.js';
import { inclusionRuns, perfectSubtrees, type LeafRun } from './subtree.js';

/** A tree small enough to lie in memory as a whole: a batch of receipts, a test. */
export class SmallTree {
  private readonly levels: Hash[][] = [];

  /** @param leafHashes already hashed (RFC 6962 leaf hash) */
  constructor(leafHashes: readonly Hash[]) {
    let level = [...leafHashes];
    this.levels.push(level);
    while (level.length > 1) {
      const above: Hash[] = [];
      for (let at = 0; at + 1 < level.length; at += 2) above.push(nodeHash(level[at] as Hash, level[at + 1] as Hash));
      this.levels.push(above);
      level = above;
    }
  }

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  root(): Hash {
    return this.hashOf({ from: 0, to: this.size });
  }

  inclusionProof(index: number): Hash[] {
    return inclusionRuns(index, this.size).map((run) => this.hashOf(run));
  }

  /** Hash over a run of leaves that a proof names. */
  hashOf(run: LeafRun): Hash {
    return foldRight(perfectSubtrees(run).map(({ level, position }) => this.levels[level]?.[position] as Hash));
  }
}
