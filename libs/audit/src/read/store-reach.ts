import { setTimeout as pause } from 'node:timers/promises';
import type { TileStore } from '../store/tile-store.js';

const patienceMs = 1_000;

/** Whether the store of the log's files answers this process. A directory does, and what it lacks is not there. */
export class StoreReach {
  private asked: Promise<boolean> | null = null;

  constructor(private readonly store: TileStore | null) {}

  /** Within a second; one question at a time, however many ask. True in a process that has no store to ask. */
  async answers(): Promise<boolean> {
    const { store } = this;
    if (store === null || store.folder !== null) return true;
    this.asked ??= store
      .look('checkpoint')
      .then(
        () => true,
        () => false,
      )
      .finally(() => (this.asked = null));
    return Promise.race([this.asked, pause(patienceMs, false, { ref: false })]);
  }
}
