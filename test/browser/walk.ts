import type { City } from './city.js';
import type { Person, WindowSize } from './person.js';

/** What the walks need: a city, and people in it. Each test opens its own; what went wrong on their pages is looked at afterwards. */
export interface Walk {
  open(options?: WindowSize): Promise<Person>;
  city(): string;
  sql(): City['sql'];
  logPolicy(): City['logPolicy'];
}

/** Long enough for a slow machine; nothing here waits for time to pass. */
export const minute = 60_000;
