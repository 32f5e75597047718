import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ErasureInput } from '../../api/generated/schema.js';
import { useWords } from '../../words/use-words.js';
import { fold } from '../camera/fold.js';
import { useErasureWords } from './erasure-facts.js';
import type { ErasureBasisFields } from './generated/erasure.js';
import styles from './erasure.module.css';

interface ErasureFormProps {
  readonly bases: readonly ErasureBasisFields[];
  /** From the log's page, where somebody was filtered by. */
  readonly personId: string | undefined;
  readonly busy: boolean;
  readonly propose: (input: ErasureInput) => void;
}

type Part = 'actor' | 'case';
const parts: readonly Part[] = ['actor', 'case'];

/** Whose openings, and under which article. What is wanted is judged by the gateway alone. */
export function ErasureForm({ bases, personId, busy, propose }: ErasureFormProps) {
  const { t } = useWords();
  const words = useErasureWords();
  const [part, setPart] = useState<Part>('actor');
  const [subject, setSubject] = useState(personId ?? '');
  const [basis, setBasis] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const named = subject.trim().normalize('NFC');
    propose({
      personId: part === 'actor' ? named : null,
      caseReference: part === 'case' ? named : null,
      basis: basis ?? '',
    });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <fieldset className={styles.parts}>
        <legend>{t('erasure.whose')}</legend>
        {parts.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="part"
              checked={part === each}
              onChange={() => {
                setPart(each);
                setSubject('');
              }}
            />
            <span>{t(`erasure.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextInput
        label={t(part === 'actor' ? 'erasure.personId' : 'erasure.caseReference')}
        description={t(part === 'actor' ? 'erasure.personHint' : 'erasure.caseHint')}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
        maxLength={part === 'actor' ? 100 : 200}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <Select
        label={t('erasure.basis')}
        description={t('erasure.basisHint')}
        data={bases.map((each) => ({ value: each.key, label: words.basis(each) }))}
        value={basis}
        onChange={setBasis}
        searchable
        allowDeselect={false}
        required
        nothingFoundMessage={t('erasure.noBasis')}
        filter={({ options, search }) => options.filter((option) => 'label' in option && fold(option.label).includes(fold(search.trim())))}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} disabled={subject.trim() === '' || basis === null}>
          {t('erasure.propose')}
        </Button>
      </div>
    </form>
  );
}
