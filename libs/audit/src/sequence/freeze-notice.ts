import type pg from 'pg';

/**
 * The word in `log_progress` that every process reads before it hands over what needs a witness: why releases are held back until
 * people have looked. The keeper (it cannot publish) and the watches (something was lost or changed) each have a say.
 */
export class FreezeNotice {
  private readonly said = new Map<'keeper' | 'watch', string | null>();
  private written: string | null | undefined = undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly origin: string,
  ) {}

  async put(source: 'keeper' | 'watch', because: string | null): Promise<void> {
    this.said.set(source, because);
    const word = this.said.get('keeper') ?? this.said.get('watch') ?? null;
    // Before both have spoken, a word of the process before this one is not taken back.
    if (word === this.written || (word === null && this.said.size < 2)) return;
    await this.pool.query('update log_progress set frozen_because = $2 where origin = $1', [this.origin, word]);
    this.written = word;
  }
}
