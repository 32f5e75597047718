import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import styles from './erasure.module.css';

const goes: Readonly<Record<'actor' | 'case', readonly WordId[]>> = {
  actor: ['erasure.goes.actor', 'erasure.goes.key', 'erasure.goes.search'],
  case: ['erasure.goes.case', 'erasure.goes.key', 'erasure.goes.search'],
};
const stays: readonly WordId[] = [
  'erasure.stays.act',
  'erasure.stays.camera',
  'erasure.stays.rules',
  'erasure.stays.proof',
  'erasure.stays.hands',
];

/** What an erasure takes and what it leaves, side by side. */
export function WhatGoes({ part }: { readonly part: 'actor' | 'case' | 'either' }) {
  const { t } = useWords();
  const gone = part === 'either' ? [...new Set([...goes.actor, ...goes.case])] : goes[part];
  return (
    <div className={styles.both}>
      <div className={styles.goes}>
        <h3>{t('erasure.goes')}</h3>
        <ul>
          {gone.map((word) => (
            <li key={word}>{t(word)}</li>
          ))}
        </ul>
      </div>
      <div className={styles.stays}>
        <h3>{t('erasure.stays')}</h3>
        <ul>
          {stays.map((word) => (
            <li key={word}>{t(word)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
