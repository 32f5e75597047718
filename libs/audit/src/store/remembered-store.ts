import { parseTilePath, tileWidth } from '../tree/tile-path.js';
import type { SeenFile, TileStore } from './tile-store.js';

const mostBytes = 32 * 2 ** 20;

/** Reading a directory costs nothing: it is taken as it is. */
export const remembered = (store: TileStore, what: 'full' | 'all'): TileStore =>
  store.folder === null ? new RememberedStore(store, what) : store;

/**
 * A store a round trip away, with the tiles and bundles that were read or written last in memory: their content never changes. For
 * who serves and who publishes; who looks whether the store still has what it had reads the store itself.
 */
export class RememberedStore implements TileStore {
  readonly folder: string | null;
  private readonly kept = new Map<string, Buffer>();
  private bytes = 0;

  /** @param what `full`: only those that stay; `all`: the partial ones too */
  constructor(
    private readonly store: TileStore,
    private readonly what: 'full' | 'all',
  ) {
    this.folder = store.folder;
  }

  async read(name: string): Promise<Buffer | null> {
    const kept = this.kept.get(name);
    if (kept !== undefined) {
      this.kept.delete(name);
      this.kept.set(name, kept);
      return kept;
    }
    const bytes = await this.store.read(name);
    if (bytes !== null) this.keep(name, bytes);
    return bytes;
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    await this.store.add(name, bytes);
    this.keep(name, Buffer.from(bytes));
  }

  look(name: string): Promise<SeenFile | null> {
    return this.store.look(name);
  }

  write(name: string, bytes: Uint8Array | string): Promise<void> {
    return this.store.write(name, bytes);
  }

  replace(name: string, bytes: Uint8Array | string, seen: SeenFile | null): Promise<boolean> {
    return this.store.replace(name, bytes, seen);
  }

  sync(): Promise<void> {
    return this.store.sync();
  }

  removeList(name: string): Promise<void> {
    return this.store.removeList(name);
  }

  async removeFolder(name: string): Promise<void> {
    for (const each of [...this.kept.keys()].filter((one) => one.startsWith(`${name}/`))) this.forget(each);
    await this.store.removeFolder(name);
  }

  prove(): Promise<void> {
    return this.store.prove();
  }

  private keep(name: string, bytes: Buffer): void {
    const tile = parseTilePath(name);
    if (tile === null || (this.what === 'full' && tile.width < tileWidth)) return;
    this.forget(name);
    this.kept.set(name, bytes);
    this.bytes += bytes.length;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= mostBytes) break;
      this.forget(oldest);
    }
  }

  private forget(name: string): void {
    this.bytes -= this.kept.get(name)?.length ?? 0;
    this.kept.delete(name);
  }
}
