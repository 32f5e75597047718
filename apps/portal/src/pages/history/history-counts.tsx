import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hanoiTime } from '../../parts/hanoi-time.js';
import { Sheet } from '../../parts/page.js';
import { useLanguage } from '../../words/words-provider.js';
import { useWords } from '../../words/use-words.js';
import { barsOf } from './day-bars.js';
import { useEntryWords } from './entry-words.js';
import type { LogEntriesData } from './generated/history.js';
import type { HistorySearch } from './history-search.js';
import styles from './history.module.css';

type Counts = NonNullable<Extract<LogEntriesData['entries'], { __typename: 'EntryConnection' }>['counts']>;

interface HistoryCountsProps {
  readonly counts: Counts;
  readonly search: HistorySearch;
}

const [width, height] = [720, 96];
const shownCodes = 8;

/** How much there is, by day and by kind, from counters: a drawing with its table, and facets that narrow the list. */
export function HistoryCounts({ counts, search }: HistoryCountsProps) {
  const { t, either, count } = useWords();
  const { language } = useLanguage();
  const words = useEntryWords();
  const day = (code: string): string => hanoiTime(Date.parse(`${code}T00:00:00+07:00`), 'day', language);
  const bodies = new Map(counts.organisations.map(({ code, nameVi, nameEn }) => [code, either(nameVi, nameEn)]));
  const bars = barsOf(counts.days, counts.fromDay, counts.toDay);
  const most = Math.max(1, ...bars.map(({ entries }) => entries));
  const busiest = bars.find(({ entries }) => entries === most);
  const total = bars.reduce((sum, { entries }) => sum + entries, 0);
  const step = width / Math.max(1, bars.length);
  const span = (bar: { readonly from: string; readonly to: string }): string =>
    bar.from === bar.to ? day(bar.from) : `${day(bar.from)} – ${day(bar.to)}`;
  const facet = (
    title: string,
    key: 'loai' | 'kq' | 'don-vi',
    codes: readonly Pick<Counts['types'][number], 'code' | 'entries'>[],
    speak: (code: string) => ReactNode,
  ): ReactNode => (
    <div>
      <h3 className={styles.facetTitle}>{title}</h3>
      <ul className={styles.facet}>
        {codes.slice(0, shownCodes).map(({ code, entries }) => (
          <li key={code}>
            <Link to="/nhat-ky" search={{ ...search, [key]: code }} aria-current={search[key] === code ? 'true' : undefined}>
              {speak(code)}
            </Link>
            <span className={styles.facetCount}>{count(entries)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Sheet title={t('history.counts')}>
      <p className={styles.summary}>
        {total === 0 || busiest === undefined
          ? t('history.countNothing', { from: day(counts.fromDay), to: day(counts.toDay) })
          : t('history.countSummary', {
              total: count(total),
              from: day(counts.fromDay),
              to: day(counts.toDay),
              most: count(most),
              when: span(busiest),
            })}
      </p>
      <svg className={styles.bars} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {bars.map(({ from, entries }, at) => (
          <rect
            key={from}
            x={at * step + step * 0.1}
            width={step * 0.8}
            y={height - (entries / most) * (height - 2)}
            height={(entries / most) * (height - 2)}
          />
        ))}
      </svg>
      <div className={styles.barEnds} aria-hidden="true">
        <span>{day(bars[0]?.from ?? counts.fromDay)}</span>
        <span>{day(counts.toDay)}</span>
      </div>
      <details className={styles.barTable}>
        <summary>{t('history.countTable')}</summary>
        <ul className={styles.dayList}>
          {bars
            .filter(({ entries }) => entries > 0)
            .toReversed()
            .map((bar) => (
              <li key={bar.from}>
                <Link to="/nhat-ky" search={{ ...search, tu: bar.from, den: bar.to }}>
                  {span(bar)}
                </Link>
                <span className={styles.facetCount}>{count(bar.entries)}</span>
              </li>
            ))}
        </ul>
      </details>
      <div className={styles.facets}>
        {facet(t('history.type'), 'loai', counts.types, words.type)}
        {facet(t('history.outcome'), 'kq', counts.outcomes, words.outcome)}
        {facet(t('history.chip.don-vi'), 'don-vi', counts.organisations, (code) => bodies.get(code) ?? <code>{code}</code>)}
      </div>
      <p className={styles.quiet}>{t('history.countNote')}</p>
    </Sheet>
  );
}
