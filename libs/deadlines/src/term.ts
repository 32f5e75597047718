import { hanoiDate, hanoiOffsetMs } from '#libs/kernel';
import { CalendarYearUnknown, dayAfter, endOfDay, type DayOfCalendar, type WorkingCalendar } from './working-calendar.js';
import { uncountableWords, wordsOf, type Words } from './term-words.js';

export type TermUnit = 'workingDay' | 'day' | 'hour' | 'month' | 'year';

/** A stretch of time that a rule gives somebody. Times in milliseconds. */
export interface Term {
  readonly from: number;
  readonly amount: number;
  readonly unit: TermUnit;
  /** The clock stood still from here … */
  readonly pausedFrom?: number | null;
  /** … to here; without an end it still stands. */
  readonly pausedTo?: number | null;
}

/** A day that was passed over, and why. */
export interface SkippedDay {
  readonly date: string;
  readonly vi: string;
  readonly en: string;
}

export type TermCount = CountedTerm | UncountableTerm;

export interface CountedTerm {
  readonly kind: 'counted';
  /** Last instant of the term, milliseconds. */
  readonly dueAt: number;
  /** The day of it, as on a calendar in Hà Nội. */
  readonly dueDate: string;
  /** First day that counts; null for terms in hours and for dates that the law or a paper names itself. */
  readonly firstDay: string | null;
  readonly skipped: readonly SkippedDay[];
  /** A term in days, months or years is not moved when it ends on a day off; then this is the next working day, for whoever plans. */
  readonly nextWorkingDay: string | null;
  /** Some day of it rests on a holiday notice that has not come yet. */
  readonly isProvisional: boolean;
  /** How it was counted, for people. */
  readonly vi: string;
  readonly en: string;
}

export interface UncountableTerm {
  readonly kind: 'cannot_count';
  readonly reason: 'year_unknown' | 'paused' | 'not_a_term';
  readonly year: number | null;
  readonly vi: string;
  readonly en: string;
}

/**
 * Counts a term the way the law does in Hà Nội: the day of the event is not counted, working days pass over weekends, holidays
 * and swapped days and take in worked Saturdays, calendar days and hours run on. A term ends with the last moment of its last day.
 */
export function countTerm(term: Term, calendar: WorkingCalendar): TermCount {
  if (!isTerm(term)) return uncountable('not_a_term', null);
  const pause = pauseOf(term);
  if (pause === 'open') return uncountable('paused', null);
  try {
    switch (term.unit) {
      case 'hour':
        return finished(term, term.from + term.amount * 3_600_000 + (pause === null ? 0 : pause.to - pause.from), null, [], null);
      case 'workingDay':
        return countWorkingDays(term, pause, calendar);
      case 'day':
        return countDays(term, dayAfter(hanoiDate(new Date(term.from)), term.amount + pausedDays(pause)), calendar);
      case 'month':
        return countDays(term, dayAfter(monthsAfter(term.from, term.amount), pausedDays(pause)), calendar);
      case 'year':
        return countDays(term, dayAfter(monthsAfter(term.from, term.amount * 12), pausedDays(pause)), calendar);
    }
  } catch (cause) {
    if (cause instanceof CalendarYearUnknown) return uncountable('year_unknown', cause.year);
    throw cause;
  }
}

/** Ten years of working days: more is no term but a mistake, and would be counted day by day. */
const longestTerm = 3660;
/** What a calendar date can hold. */
const farthest = 8.64e15 / 2;

function isTerm({ from, amount }: Term): boolean {
  return Number.isInteger(from) && Math.abs(from) <= farthest && Number.isInteger(amount) && amount >= 0 && amount <= longestTerm;
}

interface Pause {
  readonly from: number;
  readonly to: number;
}

/** A pause that ended before it began, or lies before the term, stops nothing. */
function pauseOf({ from, pausedFrom, pausedTo }: Term): Pause | 'open' | null {
  if (typeof pausedFrom !== 'number') return null;
  if (typeof pausedTo !== 'number') return 'open';
  const start = Math.max(pausedFrom, from);
  return pausedTo > start ? { from: start, to: pausedTo } : null;
}

function pausedDays(pause: Pause | null): number {
  if (pause === null) return 0;
  const dayOf = (at: number): number => Math.floor((at + hanoiOffsetMs) / 86_400_000);
  return dayOf(pause.to) - dayOf(pause.from);
}

function countWorkingDays(term: Term, pause: Pause | null, calendar: WorkingCalendar): TermCount {
  const skipped: SkippedDay[] = [];
  const notable: DayOfCalendar[] = [];
  const standsOn = (date: string): boolean =>
    pause !== null && date > hanoiDate(new Date(pause.from)) && date <= hanoiDate(new Date(pause.to));
  let date = hanoiDate(new Date(term.from));
  for (let left = term.amount; left > 0;) {
    date = dayAfter(date, 1);
    const day = calendar.day(date);
    if (day.vi !== '') notable.push(day);
    if (standsOn(date)) skipped.push({ date, vi: 'chờ bổ sung', en: 'waiting for the supplement' });
    else if (day.isWorking) left -= 1;
    else skipped.push({ date, vi: day.vi, en: day.en });
  }
  return finished(term, endOfDay(date), dayAfter(hanoiDate(new Date(term.from)), 1), skipped, null, notable);
}

function countDays(term: Term, lastDay: string, calendar: WorkingCalendar): TermCount {
  const firstDay = term.amount === 0 ? null : dayAfter(hanoiDate(new Date(term.from)), 1);
  return finished(term, endOfDay(lastDay), firstDay, [], nextWorkingDay(lastDay, calendar));
}

/** null when the day itself is worked, or when nobody knows. */
function nextWorkingDay(lastDay: string, calendar: WorkingCalendar): string | null {
  let date = lastDay;
  while (calendar.covers(date)) {
    if (calendar.isWorkingDay(date)) return date === lastDay ? null : date;
    date = dayAfter(date, 1);
  }
  return null;
}

function finished(
  term: Term,
  dueAt: number,
  firstDay: string | null,
  skipped: readonly SkippedDay[],
  nextDay: string | null,
  notable: readonly DayOfCalendar[] = [],
): CountedTerm {
  const dueDate = hanoiDate(new Date(dueAt));
  const count = { dueAt, dueDate, firstDay, skipped, nextWorkingDay: nextDay, isProvisional: notable.some((day) => day.isProvisional) };
  return { kind: 'counted', ...count, ...wordsOf(term, { ...count, worked: notable.filter((day) => day.isWorking) }) };
}

function uncountable(reason: UncountableTerm['reason'], year: number | null): UncountableTerm {
  const words: Words = uncountableWords(reason, year);
  return { kind: 'cannot_count', reason, year, ...words };
}

/** Same day of a later month, or its last day where the month is shorter. */
function monthsAfter(from: number, months: number): string {
  const [year = 0, month = 1, day = 1] = hanoiDate(new Date(from)).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
