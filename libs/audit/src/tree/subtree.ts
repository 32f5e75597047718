/** A perfect subtree: the 2^level leaves from position · 2^level on. Level 0 is a leaf hash. */
export interface Subtree {
  readonly level: number;
  readonly position: number;
}

/** A run of leaves from (included) to (excluded) whose hash a proof needs; made of one or more perfect subtrees. */
export interface LeafRun {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two below `size` (RFC 6962 §2.1's k). @param size ≥ 2 */
function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The runs whose hashes make the inclusion proof of `index` in a tree of `size`, from the leaf upwards. */
export function inclusionRuns(index: number, size: number): LeafRun[] {
  const runs: LeafRun[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      runs.push({ from: middle, to });
      to = middle;
    } else {
      runs.push({ from, to: middle });
      from = middle;
    }
  }
  return runs.reverse();
}

/** The runs whose hashes make the consistency proof between two sizes (RFC 6962 §2.1.2). Empty for equal sizes and for an empty old tree. */
export function consistencyRuns(oldSize: number, newSize: number): LeafRun[] {
  if (oldSize === 0 || oldSize === newSize) return [];
  const runs: LeafRun[] = [];
  let from = 0;
  let to = newSize;
  let isWhole = true;
  let wanted = oldSize;
  // PROOF of §2.1.2, iteratively: `wanted` leaves of the run [from, to) are old; `isWhole` says that they are the whole old tree.
  while (wanted !== to - from) {
    const split = splitOf(to - from);
    if (wanted <= split) {
      runs.push({ from: from + split, to });
      to = from + split;
    } else {
      runs.push({ from, to: from + split });
      from += split;
      wanted -= split;
      isWhole = false;
    }
  }
  if (!isWhole) runs.push({ from, to });
  return runs.reverse();
}

/** The perfect subtrees that a run consists of, from left to right. Every run of a proof, and every whole tree, starts at a multiple of its largest part. */
export function perfectSubtrees({ from, to }: LeafRun): Subtree[] {
  const parts: Subtree[] = [];
  let at = from;
  while (at < to) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      width *= 2;
      level += 1;
    }
    parts.push({ level, position: at / width });
    at += width;
  }
  return parts;
}
