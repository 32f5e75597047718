import { hanoiTime } from '../../parts/hanoi-time.js';
import { useLanguage } from '../../words/words-provider.js';
import { useWords } from '../../words/use-words.js';
import { useEntryWords } from './entry-words.js';
import type { HistorySearch } from './history-search.js';

const named = ['nguoi', 'camera', 'tim', 'yc', 'quyen', 'don-vi'] as const;

/** Each filter as one would say it, so that an empty list tells what it is empty of. People and bodies by id and code: no row names them. */
export function useAskedWords(search: HistorySearch): readonly string[] {
  const { t } = useWords();
  const { language } = useLanguage();
  const words = useEntryWords();
  const day = (text: string): string => {
    const ms = Date.parse(`${text}T00:00:00+07:00`);
    return Number.isNaN(ms) ? text : hanoiTime(ms, 'day', language);
  };
  const said = (label: string, value: string | undefined): string[] => (value === undefined ? [] : [`${label}: ${value}`]);
  return [
    ...(search['khong-ho-so'] === 'co' ? [t('history.lacksCase')] : []),
    ...(search.dem === 'co' ? [t('history.atNight')] : []),
    ...said(t('history.type'), search.loai === undefined ? undefined : words.type(search.loai)),
    ...said(t('history.outcome'), search.kq === undefined ? undefined : words.outcome(search.kq)),
    ...named.flatMap((key) => said(t(`history.chip.${key}`), search[key])),
    ...said(t('history.from'), search.tu === undefined ? undefined : day(search.tu)),
    ...said(t('history.to'), search.den === undefined ? undefined : day(search.den)),
  ];
}
