interface Hands {
  readonly kill: () => Promise<void>;
  /** Resolves when it is ready again. */
  readonly start: () => Promise<void>;
}

const retryMs = 200;

/** Somebody who is killed again and again, and started again by whoever looks after him until he is ready. */
export class Victim {
  private coming: Promise<void> | null = null;
  private hasEnded = false;

  /** @param weight how often he is chosen, against the others */
  constructor(
    readonly kind: string,
    readonly weight: number,
    private readonly hands: Hands,
  ) {}

  /** Whether he stands within this time. */
  async isBack(withinMs: number): Promise<boolean> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, withinMs));
    await Promise.race([this.coming, patience]);
    return this.coming === null;
  }

  /** Resolves when he is dead; he comes back by himself after `absenceMs`. */
  async die(absenceMs: number): Promise<void> {
    let isOver: () => void = () => undefined;
    this.coming = new Promise((resolve) => (isOver = resolve));
    await this.hands.kill();
    void this.comeBack(absenceMs).then(() => {
      this.coming = null;
      isOver();
    });
  }

  async recovered(): Promise<void> {
    await this.coming;
  }

  async end(): Promise<void> {
    this.hasEnded = true;
    await this.coming;
    await this.hands.kill();
  }

  private async comeBack(absenceMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, absenceMs));
    while (!this.hasEnded) {
      try {
        return await this.hands.start();
      } catch {
        // A neighbour that he needs to start may be dead, too.
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }
}
