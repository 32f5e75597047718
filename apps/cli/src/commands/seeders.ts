import type { Tx } from '#libs/database';
import { seedIdentity } from '#libs/identity';
import { seedInspection } from '#libs/inspection';
import { seedRegistry } from '#libs/registry';
import { seedCaseBooks } from '#libs/sharing';

export interface Seeder {
  /** What is planted, for the progress line on stderr. */
  readonly name: string;
  /** Runs as the owner in a transaction of its own; running it again changes nothing. */
  readonly plant: (tx: Tx) => Promise<void>;
}

/** What the demo city is planted with, in this order: later ones may refer to rows of earlier ones. */
export const seeders: readonly Seeder[] = [
  { name: 'public bodies and people', plant: seedIdentity },
  { name: 'cameras', plant: seedRegistry },
  { name: 'books of cases', plant: seedCaseBooks },
  { name: 'the inspection decision', plant: seedInspection },
];
