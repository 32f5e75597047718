import type { ReactNode } from 'react';
import { HashText } from '../../parts/hash-text.js';
import { When } from '../../parts/when.js';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import type { ProofRows, RowState } from './check-proof.js';
import styles from './proof.module.css';

const stateWords: Readonly<Record<RowState, WordId>> = { good: 'proof.good', bad: 'proof.bad', unknown: 'proof.unknown' };
const signs: Readonly<Record<RowState, ReactNode>> = {
  good: <path d="m5 12.5 4.5 4.500L19 7" />,
  bad: <path d="m6 6 12 12M18 6 6 18" />,
  unknown: <path d="M8.500 9a3.500 3.500 0 1 1 5 3.200c-1 .5-1.500 1-1.500 2.300M12 17.500v1.500" />,
};

interface RowProps {
  readonly state: RowState;
  readonly title: string;
  readonly children: ReactNode;
}

function Row({ state, title, children }: RowProps) {
  const { t } = useWords();
  return (
    <li className={styles.row} data-state={state}>
      <span className={styles.sign}>
        <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true" focusable="false">
          {signs[state]}
        </svg>
      </span>
      <div className={styles.rowText}>
        <h3 className={styles.rowTitle}>
          {title} <span className={styles.rowState}>{t(stateWords[state])}</span>
        </h3>
        {children}
      </div>
    </li>
  );
}

/** Entry → tree → checkpoint → witness: each row with its sign, its word and the hash it rests on. */
export function FourRows({ rows }: { readonly rows: ProofRows }) {
  const { t } = useWords();
  const { entry, tree, checkpoint, witness } = rows;
  return (
    <ol className={styles.rows}>
      <Row state={entry.state} title={t('proof.rowEntry')}>
        <p>{t(entry.state === 'unknown' ? 'proof.entryClosed' : entry.state === 'good' ? 'proof.entryGood' : 'proof.entryBad')}</p>
        <HashText value={entry.hash} label={t('proof.leafHash')} />
      </Row>
      <Row state={tree.state} title={t('proof.rowTree')}>
        <p>{t(tree.state === 'good' ? 'proof.treeGood' : 'proof.treeBad', { index: tree.index, steps: tree.steps })}</p>
        {tree.root !== null && <HashText value={tree.root} label={t('proof.root')} />}
      </Row>
      <Row state={checkpoint.state} title={t('proof.rowCheckpoint')}>
        <p>
          {t(
            checkpoint.state === 'good'
              ? 'proof.checkpointGood'
              : checkpoint.state === 'bad'
                ? 'proof.checkpointBad'
                : 'proof.checkpointUnknown',
            {
              size: checkpoint.size,
            },
          )}
        </p>
        <p className={styles.origin}>{checkpoint.origin}</p>
      </Row>
      <Row state={witness.state} title={t('proof.rowWitness')}>
        {witness.witnesses.length === 0 && <p>{t('proof.noWitness')}</p>}
        <ul className={styles.witnesses}>
          {witness.witnesses.map((one) => (
            <li key={one.name}>
              <strong>{one.name}</strong>:{' '}
              {t(one.state === 'good' ? 'proof.witnessGood' : one.state === 'bad' ? 'proof.witnessBad' : 'proof.witnessUnknown')}{' '}
              {one.atMs !== null && <When at={new Date(one.atMs).toISOString()} detail="second" />}
            </li>
          ))}
        </ul>
      </Row>
    </ol>
  );
}
