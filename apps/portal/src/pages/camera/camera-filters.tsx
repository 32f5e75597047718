import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox, NativeSelect, Select, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { distinctTerms, useVocabulary } from '../../frame/vocabulary.js';
import { capital, useWords } from '../../words/use-words.js';
import { fold } from './fold.js';
import styles from './camera-filters.module.css';

export interface CameraSearch {
  readonly phuong?: string;
  readonly 'muc-dich'?: string;
  readonly khu?: string;
  readonly tim?: string;
  /** The purpose that footage would be asked for. */
  readonly xem?: string;
  /** `co` (yes): only what can be opened at once, for that purpose. */
  readonly ngay?: string;
}

interface CameraFiltersProps {
  readonly search: CameraSearch;
  readonly change: (next: CameraSearch) => void;
}

/** Filters by words and lists; nothing here needs the map. */
export function CameraFilters({ search, change }: CameraFiltersProps) {
  const { t, named } = useWords();
  const { words } = useVocabulary();
  const [text, setText] = useState(search.tim ?? '');
  const collator = useMemo(() => new Intl.Collator('vi'), []);
  const units = useMemo(
    () =>
      [...(words?.units ?? [])]
        .sort((a, b) => collator.compare(a.nameVi, b.nameVi))
        .map((unit) => ({ value: unit.code, label: t(unit.kind === 'commune' ? 'unit.commune' : 'unit.ward', { name: unit.nameVi }) })),
    [words, collator, t],
  );
  const set = (key: keyof CameraSearch, value: string | null): void => {
    const { [key]: _before, ...rest } = search;
    change(value === null || value === '' ? rest : { ...rest, [key]: value });
  };
  const setUse = (purpose: string): void => {
    const { xem: _xem, ngay: _ngay, ...rest } = search;
    change(purpose === '' ? rest : { ...search, xem: purpose });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set('tim', text.trim());
  };
  const hasFilter = Object.keys(search).length > 0;
  return (
    <form className={styles.filters} role="search" aria-label={t('cameras.filters')} onSubmit={submit}>
      <div className={styles.words}>
        <TextInput
          data-search
          className={styles.text}
          label={t('cameras.search')}
          description={t('cameras.searchHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={100}
        />
        <Button type="submit" variant="default">
          {t('cameras.searchButton')}
        </Button>
      </div>
      <Select
        label={t('cameras.unit')}
        placeholder={t('cameras.anyUnit')}
        data={units}
        value={search.phuong ?? null}
        onChange={(value) => set('phuong', value)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('cameras.clearUnit'), tabIndex: 0 }}
        nothingFoundMessage={t('cameras.noUnit')}
        filter={({ options, search: typed }) =>
          options.filter((option) => 'label' in option && fold(option.label).includes(fold(typed.trim())))
        }
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <NativeSelect
        label={t('cameras.purpose')}
        value={search['muc-dich'] ?? ''}
        onChange={(event) => set('muc-dich', event.currentTarget.value)}
        data={[
          { value: '', label: t('cameras.anyPurpose') },
          ...(words?.purposes ?? []).map((term) => ({ value: term.code, label: capital(named(term)) })),
        ]}
      />
      <NativeSelect
        label={t('cameras.zone')}
        value={search.khu ?? ''}
        onChange={(event) => set('khu', event.currentTarget.value)}
        data={[
          { value: '', label: t('cameras.anyZone') },
          ...(words?.zones ?? []).map((term) => ({ value: term.code, label: capital(named(term)) })),
        ]}
      />
      <div className={styles.use}>
        <NativeSelect
          label={t('cameras.use')}
          description={t('cameras.useHint')}
          value={search.xem ?? ''}
          onChange={(event) => setUse(event.currentTarget.value)}
          data={[
            { value: '', label: t('cameras.anyUse') },
            ...distinctTerms(words?.purposes ?? []).map((term) => ({ value: term.code, label: capital(named(term)) })),
          ]}
        />
        {search.xem !== undefined && (
          <Checkbox
            label={t('cameras.openNow')}
            checked={search.ngay === 'co'}
            onChange={(event) => set('ngay', event.currentTarget.checked ? 'co' : null)}
          />
        )}
      </div>
      {hasFilter && (
        <Button variant="subtle" onClick={() => change({})}>
          {t('cameras.clear')}
        </Button>
      )}
    </form>
  );
}
