import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useClient } from 'urql';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/use-words.js';
import { EntryPeople, type EntryPeopleData, CameraByCode } from './generated/history.js';
import type { HistorySearch } from './history-search.js';
import styles from './history.module.css';
import { readLine } from './query-line.js';

type Person = Extract<EntryPeopleData['entryPeople'], { __typename: 'EntryPeople' }>['people'][number];

/** What a line led to, when it did not lead to filters alone. */
type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly title: string }
  | { readonly kind: 'people'; readonly people: readonly Person[]; readonly rest: HistorySearch };

interface LineBoxProps {
  readonly search: HistorySearch;
  readonly change: (next: HistorySearch) => void;
  /** Names are looked up for inspectors only; for others a name is a thing not understood. */
  readonly knowsPeople: boolean;
}

const hanoiToday = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** One line for everything. What it understands becomes filters in the address; the line itself, with its names, goes nowhere. */
export function LineBox({ search, change, knowsPeople }: LineBoxProps) {
  const { t, either } = useWords();
  const client = useClient();
  const hintId = useId();
  const [line, setLine] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });

  const found = (next: HistorySearch): void => {
    change(next);
    setLine('');
  };
  const ask = async (): Promise<Answer> => {
    const { search: read, cameraCode, person, unknown } = readLine(line, hanoiToday());
    const problem = (title: string): Answer => ({ kind: 'problem', title });
    if (unknown !== null) return problem(t('history.lineUnknown', { part: unknown }));
    if (person !== null && !knowsPeople) return problem(t('history.lineUnknown', { part: person }));
    let next: HistorySearch = { ...search, ...read };
    if (cameraCode !== null) {
      const { data } = await client.query(CameraByCode, { code: cameraCode }, { requestPolicy: 'network-only' }).toPromise();
      if (data === undefined) return problem(t('history.lineFailed'));
      const camera = data.cameras.edges.find(({ node }) => node.code === cameraCode)?.node;
      if (camera === undefined) return problem(t('history.noSuchCamera', { code: cameraCode }));
      next = { ...next, camera: camera.id };
    }
    if (person !== null) {
      const { data } = await client.query(EntryPeople, { name: person }, { requestPolicy: 'network-only' }).toPromise();
      if (data?.entryPeople.__typename !== 'EntryPeople') return problem(t('history.lineFailed'));
      const { people } = data.entryPeople;
      if (people.length === 0) return problem(t('history.noSuchPerson', { name: person }));
      if (people.length > 1) return { kind: 'people', people, rest: next };
      next = { ...next, nguoi: people[0]?.id ?? '' };
    }
    found(next);
    return { kind: 'none' };
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (line.trim() === '') return;
    setBusy(true);
    void ask()
      .then(setAnswer)
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.line}>
      <form role="search" onSubmit={submit} className={styles.lineForm}>
        <TextInput
          data-search
          label={t('history.line')}
          aria-describedby={hintId}
          value={line}
          maxLength={300}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setLine(event.currentTarget.value);
            setAnswer({ kind: 'none' });
          }}
        />
        <Button type="submit" disabled={busy}>
          {t('cameras.searchButton')}
        </Button>
      </form>
      <p id={hintId} className={styles.hint}>
        {t(knowsPeople ? 'history.lineHint' : 'history.lineHintOwn')}
      </p>
      {answer.kind === 'problem' && (
        <Notice tone="warn" role="alert" title={answer.title}>
          {t('history.lineHelp')}
        </Notice>
      )}
      {answer.kind === 'people' && (
        <Notice tone="info" role="status" title={t('history.whichPerson')} takesFocus>
          <ul className={styles.people}>
            {answer.people.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  className={styles.chip}
                  onClick={() => {
                    found({ ...answer.rest, nguoi: person.id });
                    setAnswer({ kind: 'none' });
                  }}
                >
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
