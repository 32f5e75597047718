import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import styles from './regulation.module.css';

export interface RuleSearch {
  readonly nhom?: string;
  readonly 'thuc-thi'?: string;
  readonly nguon?: string;
  readonly tim?: string;
}

/** Codes of the catalogue's own table; the words beside them are the portal's, since a filter must be readable before any row is. */
const choices: Readonly<Record<'nhom' | 'thuc-thi' | 'nguon', readonly string[]>> = {
  nhom: ['HN', 'CT', 'PD', 'SH', 'EV', 'DS', 'AI', 'SE', 'IN', 'INT', 'TR', 'POL'],
  'thuc-thi': ['policy', 'clock', 'data', 'process', 'none'],
  nguon: ['V', 'S', 'I', 'B', 'NF'],
};

interface RuleFiltersProps {
  readonly search: RuleSearch;
  readonly change: (next: RuleSearch) => void;
}

export function RuleFilters({ search, change }: RuleFiltersProps) {
  const { t } = useWords();
  const [text, setText] = useState(search.tim ?? '');
  const set = (key: keyof RuleSearch, value: string): void => {
    const { [key]: _before, ...rest } = search;
    change(value === '' ? rest : { ...rest, [key]: value });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set('tim', text.trim());
  };
  const choice = (key: keyof typeof choices, label: WordId, any: WordId) => (
    <NativeSelect
      label={t(label)}
      value={search[key] ?? ''}
      onChange={(event) => set(key, event.currentTarget.value)}
      data={[{ value: '', label: t(any) }, ...choices[key].map((code) => ({ value: code, label: t(`rules.${key}.${code}` as WordId) }))]}
    />
  );
  return (
    <form className={styles.filters} role="search" aria-label={t('rules.filters')} onSubmit={submit}>
      <TextInput
        data-search
        label={t('rules.search')}
        description={t('rules.searchHint')}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {choice('nhom', 'rules.group', 'rules.anyGroup')}
      {choice('thuc-thi', 'rules.enforcedBy', 'rules.anyEnforcement')}
      {choice('nguon', 'rules.status', 'rules.anyStatus')}
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
    </form>
  );
}
