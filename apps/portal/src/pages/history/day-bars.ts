const dayMs = 86_400_000;
/** More bars than this cannot be told apart: then each stands for a week, then for more. */
const mostBars = 92;

export interface Bar {
  /** Days, both among the bar. */
  readonly from: string;
  readonly to: string;
  readonly entries: number;
}

/** Bars over every day from the first to the last, those without entries too; several days a bar where there are many. */
export function barsOf(days: readonly { readonly code: string; readonly entries: number }[], fromDay: string, toDay: string): Bar[] {
  const [begin, end] = [Date.parse(`${fromDay}T00:00:00Z`), Date.parse(`${toDay}T00:00:00Z`)];
  const length = Math.round((end - begin) / dayMs) + 1;
  // From the first day with entries on: a period may begin long before anything happened.
  const firstUsed = days[0] === undefined ? begin : Math.max(begin, Date.parse(`${days[0].code}T00:00:00Z`) - 6 * dayMs);
  const start = length <= 31 ? begin : Math.min(firstUsed, Math.max(begin, end - 30 * dayMs));
  const shown = Math.round((end - start) / dayMs) + 1;
  const step = shown <= mostBars ? 1 : 7 * Math.ceil(shown / 7 / mostBars);
  const name = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const bars: { from: string; to: string; entries: number }[] = [];
  for (let at = start; at <= end; at += step * dayMs)
    bars.push({ from: name(at), to: name(Math.min(end, at + (step - 1) * dayMs)), entries: 0 });
  for (const { code, entries } of days) {
    const bar = bars[Math.floor((Date.parse(`${code}T00:00:00Z`) - start) / dayMs / step)];
    if (bar !== undefined) bar.entries += entries;
  }
  return bars;
}
