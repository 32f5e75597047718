import type { ReactNode } from 'react';
import type { SystemLevel } from '../api/generated/schema.js';
import { When } from '../parts/when.js';
import { useWords } from '../words/use-words.js';
import type { HouseState } from './session.js';
import styles from './status-line.module.css';

const signs: Readonly<Record<SystemLevel, ReactNode>> = {
  NORMAL: <path d="m3 8.5 3.2 3.2L13 5" />,
  DEGRADED: <path d="M8 3v6M8 11.5v1.7" />,
  SEALED: <path d="M3.500 7.500h9v6h-9zM5.500 7.500v-2a2.500 2.500 0 0 1 5 0v2" />,
};

/** The house's state under the strip: policy in force, health, and how far the log has grown. */
export function StatusLine({ system }: { readonly system: HouseState | null }) {
  const { t, said, count } = useWords();
  if (system === null) return <section className={styles.line} aria-label={t('status.label')} />;
  return (
    <section className={styles.line} aria-label={t('status.label')}>
      <span className={styles.level} data-level={system.level}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          {signs[system.level]}
        </svg>
        {said(system)}
      </span>
      <span>{t('status.policy', { revision: system.policyRevision })}</span>
      {system.checkpointSize !== null && (
        <span>
          {t('status.log', { size: count(Number(system.checkpointSize)) })}
          {system.checkpointAt !== null && (
            <>
              {' '}
              <When at={system.checkpointAt} detail="second" />
            </>
          )}
        </span>
      )}
    </section>
  );
}
