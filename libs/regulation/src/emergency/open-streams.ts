import type { Tx } from '#libs/database';
import type { Barred } from './emergency-store.js';

/** Provided by whoever serves pictures, to the right of this lib; where nobody does there is nothing to cut. */
export abstract class OpenStreams {
  /** Takes back every open session of a barred person, of a barred role or on a barred camera. @returns how many were */
  abstract cut(tx: Tx, barred: Barred, entryId: string | null): Promise<number>;
}
