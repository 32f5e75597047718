// What the set-up says to the person at the terminal: Vietnamese first, English second, one line a step, with times.

/** A failure with a remedy: said in full, without a stack. */
export class SetupError extends Error {
  /**
   * @param vi what is wrong, in Vietnamese
   * @param en the same in English
   * @param remedy the exact thing to type or to change (one language: it is a command)
   */
  constructor(vi, en, remedy = '') {
    super(`${vi} · ${en}${remedy === '' ? '' : `\n    → ${remedy}`}`);
    this.name = 'SetupError';
  }
}

/** Raised inside a step when the person has asked to stop: nothing is wrong, nothing needs saying. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;

export class Speech {
  #write;
  #began = performance.now();

  constructor(write = (text) => process.stdout.write(text)) {
    this.#write = write;
  }

  line(text = '') {
    this.#write(`${text}\n`);
  }

  /** Something happened that nobody asked for; stands out, and tells the time since the start. */
  notice(vi, en) {
    this.#write(`  ! ${seconds(performance.now() - this.#began)}  ${vi} · ${en}\n`);
  }

  /**
   * Runs one step and prints a line with its time. A step that takes long is announced, so that nobody sits before a dead screen.
   * @param work returns a short detail to print, or nothing
   */
  async step(vi, en, work) {
    const began = performance.now();
    const patience = setTimeout(() => this.#write(`  …           ${vi} · ${en}\n`), 3_000);
    try {
      const detail = await work();
      this.#write(
        `  ✓ ${seconds(performance.now() - began)}  ${vi} · ${en}${typeof detail === 'string' && detail !== '' ? `: ${detail}` : ''}\n`,
      );
    } catch (error) {
      if (!(error instanceof Stopped)) this.#write(`  ✗ ${seconds(performance.now() - began)}  ${vi} · ${en}\n`);
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  /** Time since this speech began, as text. */
  elapsed() {
    return seconds(performance.now() - this.#began).trim();
  }
}
