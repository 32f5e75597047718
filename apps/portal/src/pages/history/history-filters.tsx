import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../../words/use-words.js';
import { entryTypes, outcomes, useEntryWords } from './entry-words.js';
import type { HistorySearch } from './history-search.js';
import styles from './history.module.css';

interface HistoryFiltersProps {
  readonly search: HistorySearch;
  /** Names of people and bodies on the page, so that a chip can say whom it stands for. */
  readonly names: ReadonlyMap<string, string>;
  readonly change: (next: HistorySearch) => void;
}

/** Filters that came from a click on a cell stand below as chips that can be taken away again. */
const chipKeys = ['nguoi', 'camera', 'tim', 'yc', 'quyen', 'don-vi'] as const;

/** What stands out by itself, asked by yes alone. */
const flags = [
  { key: 'dem', word: 'history.atNight' },
  { key: 'khong-ho-so', word: 'history.lacksCase' },
] as const;

export function HistoryFilters({ search, names, change }: HistoryFiltersProps) {
  const { t } = useWords();
  const words = useEntryWords();
  const set = (key: keyof HistorySearch, value: string): void => {
    const { [key]: _before, ...rest } = search;
    change(value === '' ? rest : { ...rest, [key]: value });
  };
  const chips = chipKeys.flatMap((key) => (search[key] === undefined ? [] : [{ key, value: names.get(search[key]) ?? search[key] }]));
  return (
    <div role="group" aria-label={t('history.filters')}>
      <div className={styles.filters}>
        <NativeSelect
          label={t('history.type')}
          value={search.loai ?? ''}
          onChange={(event) => set('loai', event.currentTarget.value)}
          data={[
            { value: '', label: t('history.anyType') },
            ...typesWith(search.loai).map((type) => ({ value: type, label: words.type(type) })),
          ]}
        />
        <NativeSelect
          label={t('history.outcome')}
          value={search.kq ?? ''}
          onChange={(event) => set('kq', event.currentTarget.value)}
          data={[
            { value: '', label: t('history.anyOutcome') },
            ...outcomes.map((outcome) => ({ value: outcome, label: words.outcome(outcome) })),
          ]}
        />
        <TextInput
          type="date"
          label={t('history.from')}
          value={search.tu ?? ''}
          onChange={(event) => set('tu', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('history.to')}
          value={search.den ?? ''}
          onChange={(event) => set('den', event.currentTarget.value)}
        />
        <div className={styles.flags}>
          {flags.map(({ key, word }) => (
            <Checkbox
              key={key}
              label={t(word)}
              checked={search[key] === 'co'}
              onChange={(event) => set(key, event.currentTarget.checked ? 'co' : '')}
            />
          ))}
        </div>
        <div className={styles.buttons}>
          {Object.keys(search).length > 0 && (
            <Button variant="subtle" onClick={() => change({})}>
              {t('cameras.clear')}
            </Button>
          )}
        </div>
      </div>
      {chips.length > 0 && (
        <ul className={styles.chips} aria-label={t('history.chips')}>
          {chips.map(({ key, value }) => (
            <li key={key}>
              <button
                type="button"
                className={styles.chip}
                onClick={() => set(key, '')}
                aria-label={t('history.removeChip', { name: t(`history.chip.${key}`), value })}
              >
                {t(`history.chip.${key}`)}: {names.has(search[key] ?? '') ? value : <code>{value}</code>}{' '}
                <span aria-hidden="true">{'\u00d7'}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A type that came by the address or a count can be one that nobody filters by often. */
function typesWith(chosen: string | undefined): readonly string[] {
  return chosen === undefined || entryTypes.some((type) => type === chosen) ? entryTypes : [chosen, ...entryTypes];
}
