import { hanoiDate, hanoiOffsetMs } from '#libs/kernel';
import type { CountedTerm, SkippedDay, Term, TermUnit, UncountableTerm } from './term.js';
import type { DayOfCalendar } from './working-calendar.js';

export interface Words {
  readonly vi: string;
  readonly en: string;
}

type Count = Omit<CountedTerm, 'kind' | 'vi' | 'en'> & { readonly worked: readonly DayOfCalendar[] };

const units: Record<TermUnit, Words> = {
  workingDay: { vi: 'ngày làm việc', en: 'working days' },
  day: { vi: 'ngày', en: 'days' },
  hour: { vi: 'giờ', en: 'hours' },
  month: { vi: 'tháng', en: 'months' },
  year: { vi: 'năm', en: 'years' },
};

/** How a term was counted, for a clerk who wants to follow it on a calendar. */
export function wordsOf(term: Term, count: Count): Words {
  const parts = [startOf(term), ...skippedIn(count.skipped), ...workedIn(count.worked), ...restDay(count), lastMoment(count.dueAt)];
  if (count.isProvisional)
    parts.push({
      vi: 'lịch nghỉ của kỳ này chưa công bố, tính theo dự kiến',
      en: 'the holiday notice has not come yet, counted on a forecast',
    });
  return { vi: parts.map((part) => part.vi).join('; '), en: parts.map((part) => part.en).join('; ') };
}

function startOf({ from, amount, unit }: Term): Words {
  if (amount === 0) return { vi: 'ngày do luật hoặc văn bản ấn định', en: 'a date that the law or a paper names' };
  const { vi, en } = units[unit];
  if (unit === 'hour') return { vi: `${amount} giờ liên tục kể từ ${momentVi(from)}`, en: `${amount} hours on end from ${momentEn(from)}` };
  const first = hanoiDate(new Date(from));
  return {
    vi: `${amount} ${vi}, không tính ngày ${dateVi(first)}`,
    en: `${amount} ${en}, ${first} not counted`,
  };
}

function skippedIn(skipped: readonly SkippedDay[]): Words[] {
  if (skipped.length === 0) return [];
  return [
    {
      vi: `bỏ qua ${skipped.map((day) => `${dateVi(day.date)} (${day.vi})`).join(', ')}`,
      en: `passing over ${skipped.map((day) => `${day.date} (${day.en})`).join(', ')}`,
    },
  ];
}

function workedIn(worked: readonly DayOfCalendar[]): Words[] {
  if (worked.length === 0) return [];
  return [
    {
      vi: `có tính ${worked.map((day) => `${dateVi(day.date)} (${day.vi})`).join(', ')}`,
      en: `counting ${worked.map((day) => `${day.date} (${day.en})`).join(', ')}`,
    },
  ];
}

function restDay({ dueDate, nextWorkingDay }: Count): Words[] {
  if (nextWorkingDay === null) return [];
  return [
    {
      vi: `${dateVi(dueDate)} là ngày nghỉ, thời hạn theo ngày lịch không dời (ngày làm việc kế tiếp là ${dateVi(nextWorkingDay)})`,
      en: `${dueDate} is a day off; a term in calendar days is not moved (the next working day is ${nextWorkingDay})`,
    },
  ];
}

function lastMoment(dueAt: number): Words {
  const isDayEnd = (dueAt + hanoiOffsetMs + 1) % 86_400_000 === 0;
  if (!isDayEnd) return { vi: `hết hạn lúc ${momentVi(dueAt)}`, en: `ends at ${momentEn(dueAt)}` };
  const date = hanoiDate(new Date(dueAt));
  return { vi: `hết hạn khi hết ngày ${dateVi(date)} (24 giờ)`, en: `ends with ${date} (24:00 in Hà Nội)` };
}

export function uncountableWords(reason: UncountableTerm['reason'], year: number | null): Words {
  switch (reason) {
    case 'year_unknown':
      return {
        vi: `chưa tính được: chưa có lịch ngày nghỉ năm ${year ?? ''}`.trim(),
        en: `cannot be counted: the days off of ${year ?? 'that year'} are not known yet`,
      };
    case 'paused':
      return {
        vi: 'chưa tính được: đồng hồ đang dừng chờ bổ sung',
        en: 'cannot be counted: the clock stands still until the supplement comes',
      };
    case 'not_a_term':
      return { vi: 'không phải một thời hạn', en: 'not a term' };
  }
}

/** 2026-11-24 as people here write it. */
function dateVi(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function clockOf(at: number): string {
  return new Date(at + hanoiOffsetMs).toISOString().slice(11, 16);
}

function momentVi(at: number): string {
  return `${clockOf(at)} ngày ${dateVi(hanoiDate(new Date(at)))}`;
}

function momentEn(at: number): string {
  return `${clockOf(at)} on ${hanoiDate(new Date(at))} in Hà Nội`;
}
