import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { FaultNotice } from '../../parts/fault-notice.js';
import { Notice } from '../../parts/notice.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/use-words.js';
import { ErasureSubjects, type ErasureSubjectsData } from './generated/erasure.js';
import styles from './erasure.module.css';

type Said = ErasureSubjectsData['erasureSubjects'];

interface SubjectFinderProps {
  readonly choose: (personId: string) => void;
}

/** By name, whoever asks for erasure. Each press is a question of its own on the log; the name goes into no address. */
export function SubjectFinder({ choose }: SubjectFinderProps) {
  const { t, either } = useWords();
  const client = useClient();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly said: Said } | null>(null);
  const [fault, setFault] = useState<Parameters<typeof FaultNotice>[0]['error'] | null>(null);

  const ask = async (): Promise<void> => {
    const asked = name.trim().normalize('NFC');
    const { data, error } = await client.query(ErasureSubjects, { name: asked }, { requestPolicy: 'network-only' }).toPromise();
    setFault(error ?? null);
    setAnswer(data === undefined ? null : { asked, said: data.erasureSubjects });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    void ask().finally(() => setBusy(false));
  };
  const said = answer?.said ?? null;
  return (
    <div className={styles.finder}>
      <form role="search" onSubmit={submit} className={styles.finderLine}>
        <TextInput
          label={t('erasure.find')}
          description={t('erasure.findHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          minLength={2}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button type="submit" variant="outline" loading={busy} disabled={name.trim() === ''}>
          {t('erasure.findButton')}
        </Button>
      </form>
      {fault !== null && <FaultNotice error={fault} />}
      {said !== null && said.__typename !== 'EntryPeople' && <Refusal refused={said} />}
      {answer !== null && said?.__typename === 'EntryPeople' && (
        <Notice
          tone="info"
          role="status"
          takesFocus
          title={t(said.people.length === 0 ? 'erasure.findNobody' : 'erasure.findWho', { name: answer.asked })}
        >
          <ul className={styles.found}>
            {said.people.map((person) => (
              <li key={person.id}>
                <button type="button" onClick={() => choose(person.id)}>
                  {person.name}, {person.title}, {either(person.organisationNameVi, person.organisationNameEn)}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
