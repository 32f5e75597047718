import type { Tx } from '#libs/database';

export interface Seeder {
  /** What is planted, for the progress line on stderr. */
  readonly name: string;
  /** Runs as the owner in a transaction of its own; running it again changes nothing. */
  readonly plant: (tx: Tx) => Promise<void>;
}

/** What the demo city is planted with, in this order: later ones may refer to rows of earlier ones. */
export const seeders: readonly Seeder[] = [];
