import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { hanoiDate, hanoiOffsetMs } from '#libs/kernel';

const schema = z.object({
  days_off: z.array(z.object({ date: z.iso.date() })),
  working_saturdays: z.array(z.object({ date: z.iso.date() })),
});

const dayMs = 86_400_000;

/**
 * Working days of public bodies in Hà Nội, Tết included. Counting follows the rule of the civil code: the day of the event is
 * not counted, and a term of n working days ends when the n-th of them ends (24:00 in Hà Nội).
 * Outside the years of the data file every Monday to Friday counts as a working day.
 */
export class WorkingCalendar {
  private readonly daysOff: ReadonlySet<string>;
  private readonly workedSaturdays: ReadonlySet<string>;

  constructor(facts: unknown) {
    const read = schema.parse(facts);
    this.daysOff = new Set(read.days_off.map((day) => day.date));
    this.workedSaturdays = new Set(read.working_saturdays.map((day) => day.date));
  }

  /** @param date `2026-11-24`, as on a calendar in Hà Nội */
  isWorkingDay(date: string): boolean {
    if (this.workedSaturdays.has(date)) return true;
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.daysOff.has(date);
  }

  /** The last millisecond of the n-th working day after the day of `from`; n = 0 is the end of that day itself. */
  dueAfter(from: Date, workingDays: number): Date {
    let midnight = Date.parse(`${hanoiDate(from)}T00:00:00Z`);
    for (let left = workingDays; left > 0;) {
      midnight += dayMs;
      if (this.isWorkingDay(new Date(midnight).toISOString().slice(0, 10))) left -= 1;
    }
    return new Date(midnight + dayMs - 1 - hanoiOffsetMs);
  }
}

/** The calendar of the data file beside the sources, which a compiled file finds past `dist`. */
export function vietnameseCalendar(): WorkingCalendar {
  const beside = new URL('../data/holidays-vn.json', import.meta.url);
  const file = existsSync(beside) ? beside : new URL('../../../../libs/deadlines/data/holidays-vn.json', import.meta.url);
  return new WorkingCalendar(JSON.parse(readFileSync(file, 'utf8')));
}
