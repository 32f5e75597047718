import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useQuery } from 'urql';
import { useWords } from '../../words/use-words.js';
import { CameraRows } from '../camera/generated/camera.js';
import { type PickedCamera, pickCamera } from './draft.js';
import styles from './new-request.module.css';

const shown = 6;

/** A short search without leaving the form. */
export function CameraPicker({ picked }: { readonly picked: readonly PickedCamera[] }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [{ data, fetching }] = useQuery({ query: CameraRows, variables: { first: shown, filter: { text: asked } }, pause: asked === '' });
  const found = asked === '' ? [] : (data?.cameras.edges ?? []).map((edge) => edge.node);
  const ask = (): void => setAsked(typed.trim());
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    ask();
  };
  return (
    <div className={styles.picker}>
      <div className={styles.pickerRow}>
        <TextInput
          data-search
          className={styles.pickerField}
          label={t('newRequest.findCamera')}
          description={t('cameras.searchHint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={press}
          maxLength={100}
        />
        <Button variant="default" onClick={ask} loading={fetching && asked !== ''}>
          {t('cameras.searchButton')}
        </Button>
      </div>
      <p role="status" className={styles.hint}>
        {asked !== ''
          && data !== undefined
          && !fetching
          && t('cameras.total', { count: data.cameras.totalCount, shown: data.cameras.totalCount })}
      </p>
      {found.length > 0 && (
        <ul className={styles.cameras} aria-label={t('newRequest.found')}>
          {found.map((camera) => {
            const isPicked = picked.some((one) => one.id === camera.id);
            return (
              <li key={camera.id} className={styles.camera}>
                <span>
                  {camera.nameVi}{' '}
                  <span className={styles.where}>
                    {t(camera.unit.kind === 'commune' ? 'unit.commune' : 'unit.ward', { name: camera.unit.nameVi })}
                  </span>
                </span>
                <Button
                  size="xs"
                  variant="outline"
                  disabled={isPicked}
                  onClick={() => pickCamera({ id: camera.id, label: camera.nameVi })}
                  aria-label={t('cameras.pickThis', { name: camera.nameVi })}
                >
                  {t(isPicked ? 'cameras.picked' : 'cameras.pick')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
