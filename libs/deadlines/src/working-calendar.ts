import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { hanoiDate, hanoiOffsetMs } from '#libs/kernel';

const row = z.object({
  date: z.iso.date(),
  name_vi: z.string().optional(),
  name_en: z.string().optional(),
  status: z.string().optional(),
  certainty: z.string().optional(),
});
const schema = z.object({ days_off: z.array(row).min(1), working_saturdays: z.array(row) });

export const dayMs = 86_400_000;

/** A day of the calendar in Hà Nội and why it counts or does not. */
export interface DayOfCalendar {
  /** `2026-11-24` */
  readonly date: string;
  readonly isWorking: boolean;
  /** Why it is off, or why a Saturday is worked; empty for an ordinary working day. */
  readonly vi: string;
  readonly en: string;
  /** The day rests on a forecast: its notice has not come yet. */
  readonly isProvisional: boolean;
}

/** The data file says nothing about this year; what is not known is not guessed. */
export class CalendarYearUnknown extends Error {
  constructor(readonly year: number) {
    super(`working days of ${year} are not known: add the year to holidays-vn.json when its notice comes`);
  }
}

/**
 * Working days of public bodies in Hà Nội, Tết included. Counting follows the rule of the civil code: the day of the event is
 * not counted, and a term of n working days ends when the n-th of them ends (24:00 in Hà Nội).
 * Years that the data file does not hold cannot be counted.
 */
export class WorkingCalendar {
  private readonly daysOff: ReadonlyMap<string, z.infer<typeof row>>;
  private readonly workedSaturdays: ReadonlySet<string>;
  private readonly years: ReadonlySet<string>;

  constructor(facts: unknown) {
    const read = schema.parse(facts);
    this.daysOff = new Map(read.days_off.map((day) => [day.date, day]));
    this.workedSaturdays = new Set(read.working_saturdays.map((day) => day.date));
    this.years = new Set(read.days_off.map((day) => day.date.slice(0, 4)));
  }

  covers(date: string): boolean {
    return this.years.has(date.slice(0, 4));
  }

  /** @throws CalendarYearUnknown for a year that the data file does not hold */
  isWorkingDay(date: string): boolean {
    return this.day(date).isWorking;
  }

  /** @param date as on a calendar in Hà Nội. @throws CalendarYearUnknown */
  day(date: string): DayOfCalendar {
    if (!this.covers(date)) throw new CalendarYearUnknown(Number(date.slice(0, 4)));
    if (this.workedSaturdays.has(date)) return { date, isWorking: true, vi: 'thứ Bảy làm bù', en: 'worked Saturday', isProvisional: false };
    const off = this.daysOff.get(date);
    if (off !== undefined) {
      const isProvisional = off.status === 'computed' && off.certainty?.startsWith('fixed by law') !== true;
      return { date, isWorking: false, vi: off.name_vi ?? 'ngày nghỉ', en: off.name_en ?? 'day off', isProvisional };
    }
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday === 6) return { date, isWorking: false, vi: 'thứ Bảy', en: 'Saturday', isProvisional: false };
    if (weekday === 0) return { date, isWorking: false, vi: 'Chủ nhật', en: 'Sunday', isProvisional: false };
    return { date, isWorking: true, vi: '', en: '', isProvisional: false };
  }

  /**
   * The last millisecond of the n-th working day after the day of `from`; n = 0 is the end of that day itself.
   * @throws CalendarYearUnknown
   */
  dueAfter(from: Date, workingDays: number): Date {
    let date = hanoiDate(from);
    for (let left = workingDays; left > 0;) {
      date = dayAfter(date, 1);
      if (this.isWorkingDay(date)) left -= 1;
    }
    return new Date(endOfDay(date));
  }
}

/** The day `days` later on the calendar. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Last millisecond of a day in Hà Nội. */
export function endOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - hanoiOffsetMs + dayMs - 1;
}

/** The calendar of the data file beside the sources, which a compiled file finds past `dist`. */
function readDataFile(): WorkingCalendar {
  const beside = new URL('../data/holidays-vn.json', import.meta.url);
  const file = existsSync(beside) ? beside : new URL('../../../../libs/deadlines/data/holidays-vn.json', import.meta.url);
  return new WorkingCalendar(JSON.parse(readFileSync(file, 'utf8')));
}

/** Read once, when the program starts: it never changes. */
const ofDataFile = readDataFile();

export function vietnameseCalendar(): WorkingCalendar {
  return ofDataFile;
}
