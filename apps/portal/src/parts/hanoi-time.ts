import type { Language } from '../words/index.js';

export type Detail = 'day' | 'minute' | 'second' | 'clock';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(language: Language): Intl.DateTimeFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: language === 'en' ? 'short' : '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(language, made);
  return made;
}

/** Hà Nội time in one fixed order in both languages: day first, then the clock. */
export function hanoiTime(ms: number, detail: Detail, language: Language = 'vi'): string {
  const parts = Object.fromEntries(
    formatFor(language)
      .formatToParts(ms)
      .map((part) => [part.type, part.value]),
  );
  const day = language === 'en' ? `${parts.day} ${parts.month} ${parts.year}` : `${parts.day}/${parts.month}/${parts.year}`;
  if (detail === 'day') return day;
  const minute = `${parts.hour}:${parts.minute}`;
  if (detail === 'minute') return `${day} ${minute}`;
  const second = `${minute}:${parts.second}`;
  return detail === 'clock' ? second : `${day} ${second}`;
}

/** The wall time of a Hà Nội clock field (`2026-11-24T20:00`) as an instant in UTC; null while the field holds no whole time. */
export function hanoiInstant(wall: string): string | null {
  const ms = Date.parse(`${wall}:00+07:00`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** An instant as a clock field shows it: `2026-11-24T20:00` in Hà Nội (UTC+7, no daylight saving since 1975). */
export function hanoiWall(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16);
}
