import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/use-words.js';
import { entryTypes, outcomes, useEntryWords } from './entry-words.js';
import styles from './history.module.css';

export interface HistorySearch {
  readonly loai?: string;
  readonly kq?: string;
  readonly camera?: string;
  readonly yc?: string;
  readonly quyen?: string;
  readonly 'don-vi'?: string;
  readonly tu?: string;
  readonly den?: string;
  readonly tim?: string;
}

interface HistoryFiltersProps {
  readonly search: HistorySearch;
  readonly change: (next: HistorySearch) => void;
}

/** Filters that came from a click on a cell stand below as chips that can be taken away again. */
const chipKeys = ['camera', 'yc', 'quyen', 'don-vi'] as const;

export function HistoryFilters({ search, change }: HistoryFiltersProps) {
  const { t } = useWords();
  const words = useEntryWords();
  const [text, setText] = useState(search.tim ?? '');
  const set = (key: keyof HistorySearch, value: string): void => {
    const { [key]: _before, ...rest } = search;
    change(value === '' ? rest : { ...rest, [key]: value });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set('tim', text.trim());
  };
  const chips = chipKeys.flatMap((key) => (search[key] === undefined ? [] : [{ key, value: search[key] }]));
  return (
    <form role="search" aria-label={t('history.filters')} onSubmit={submit}>
      <div className={styles.filters}>
        <TextInput
          data-search
          label={t('history.text')}
          description={t('history.textHint')}
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('history.type')}
          value={search.loai ?? ''}
          onChange={(event) => set('loai', event.currentTarget.value)}
          data={[{ value: '', label: t('history.anyType') }, ...entryTypes.map((type) => ({ value: type, label: words.type(type) }))]}
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
        <div className={styles.buttons}>
          <Button type="submit" variant="default">
            {t('cameras.searchButton')}
          </Button>
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
                {t(`history.chip.${key}`)}: <code>{value}</code> <span aria-hidden="true">{'\u00d7'}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
