interface Asked<Row> {
  readonly resolve: (row: Row | null) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupReadSettings<Row> {
  /** One statement for all of them. Rows may come in any order; a key without a row is not there. */
  readonly read: (keys: readonly string[]) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => string;
}

/** So that one slow statement does not hold up everybody. */
const mostUnderWay = 2;
const mostKeys = 256;

/**
 * Reads by one statement what several callers ask for at about the same time, because a statement costs nearly the same for one
 * row as for fifty. Nothing is remembered, and a statement that is under way is not joined: everybody gets what the database held
 * after they had asked.
 */
export class GroupRead<Row> {
  private waiting = new Map<string, Asked<Row>[]>();
  private underWay = 0;
  private isScheduled = false;

  constructor(private readonly settings: GroupReadSettings<Row>) {}

  /** @returns null when there is no such row @throws what the reading throws, to all who asked together */
  find(key: string): Promise<Row | null> {
    return new Promise((resolve, reject) => {
      const asked = this.waiting.get(key);
      if (asked === undefined) this.waiting.set(key, [{ resolve, reject }]);
      else asked.push({ resolve, reject });
      this.schedule();
    });
  }

  /** At the end of the turn, so that everybody who came in it goes together. */
  private schedule(): void {
    if (this.isScheduled || this.underWay >= mostUnderWay || this.waiting.size === 0) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      void this.ask();
    });
  }

  private async ask(): Promise<void> {
    const keys = [...this.waiting.keys()].slice(0, mostKeys);
    const asked = new Map(keys.map((key) => [key, this.waiting.get(key) ?? []]));
    for (const key of keys) this.waiting.delete(key);
    this.underWay += 1;
    this.schedule();
    try {
      const rows = new Map((await this.settings.read(keys)).map((row) => [this.settings.keyOf(row), row]));
      for (const [key, callers] of asked) for (const { resolve } of callers) resolve(rows.get(key) ?? null);
    } catch (error) {
      for (const callers of asked.values()) for (const { reject } of callers) reject(error);
    } finally {
      this.underWay -= 1;
      this.schedule();
    }
  }
}
