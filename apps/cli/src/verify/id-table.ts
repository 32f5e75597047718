/**
 * Ids of entries (`ent_` and a UUID in lower case) with the index of each, 32 bytes an entry or so: as texts, those of a log of ten
 * million would fill a machine's memory. Open addressing under multipliers drawn anew each time, so that nobody can choose ids
 * that fall on one place.
 */
export class IdTable {
  private readonly multipliers = crypto.getRandomValues(new Uint32Array(4));
  /** Four words an id, in the order they came. */
  private words = new Uint32Array(4 * 1_024);
  private indexes = new Float64Array(1_024);
  /** Place of an id among those, plus one; 0 is free. */
  private slots = new Uint32Array(4_096);
  private shift = 20;
  private count = 0;
  private readonly asked = new Uint32Array(4);

  /** @returns false when the id is there already; its index stays then */
  add(id: string, index: number): boolean {
    const slot = this.find(id);
    if (this.slots[slot] !== 0) return false;
    if (this.count === this.indexes.length) {
      this.grow();
      return this.add(id, index);
    }
    this.words.set(this.asked, this.count * 4);
    this.indexes[this.count] = index;
    this.count += 1;
    this.slots[slot] = this.count;
    return true;
  }

  /** null for an id that was never added. */
  indexOf(id: string): number | null {
    const place = this.slots[this.find(id)] ?? 0;
    return place === 0 ? null : (this.indexes[place - 1] ?? null);
  }

  /** The slot of an id, or the free one where it would stand. */
  private find(id: string): number {
    readWords(id, this.asked);
    const mask = this.slots.length - 1;
    for (let slot = this.startOf(this.asked, 0); ; slot = (slot + 1) & mask) {
      const place = this.slots[slot] ?? 0;
      if (place === 0 || this.isAt(place - 1)) return slot;
    }
  }

  private isAt(place: number): boolean {
    for (let word = 0; word < 4; word += 1) if (this.words[place * 4 + word] !== this.asked[word]) return false;
    return true;
  }

  private startOf(words: Uint32Array, from: number): number {
    let sum = 0;
    for (let word = 0; word < 4; word += 1) sum = (sum + Math.imul(words[from + word] ?? 0, (this.multipliers[word] ?? 0) | 1)) | 0;
    return sum >>> this.shift;
  }

  private grow(): void {
    const [words, indexes] = [new Uint32Array(this.words.length * 2), new Float64Array(this.indexes.length * 2)];
    words.set(this.words);
    indexes.set(this.indexes);
    [this.words, this.indexes] = [words, indexes];
    this.slots = new Uint32Array(this.slots.length * 2);
    this.shift -= 1;
    const mask = this.slots.length - 1;
    for (let place = 0; place < this.count; place += 1) {
      let slot = this.startOf(words, place * 4);
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = place + 1;
    }
  }
}

/** The 128 bits of `ent_xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
function readWords(id: string, into: Uint32Array): void {
  let bits = 0;
  let digits = 0;
  for (let at = 4; at < id.length; at += 1) {
    const letter = id.charCodeAt(at);
    if (letter === 0x2d) continue;
    bits = (bits << 4) | (letter < 0x3a ? letter - 0x30 : letter - 0x57);
    digits += 1;
    if (digits % 8 === 0) into[digits / 8 - 1] = bits;
  }
}
