import type { ReactNode } from 'react';
import styles from './empty.module.css';

/**
 * Three different emptinesses (portal.md, pattern 27): `start` nothing yet, `noMatch` the filters hide everything,
 * `notYours` there may be things, but none that this role may see.
 */
export type Emptiness = 'start' | 'noMatch' | 'notYours';

const drawings: Readonly<Record<Emptiness, ReactNode>> = {
  start: <path d="M8 44V22a20 16 0 0 1 40 0v22M4 44h48M28 30v10M23 35h10" />,
  noMatch: <path d="M8 44V22a20 16 0 0 1 20-16M4 44h48M34 24a8 8 0 1 0 .1 0M40 38l6 6" />,
  notYours: <path d="M8 44V22a20 16 0 0 1 40 0v22M4 44h48M28 8v36M18 30h4M34 30h4" />,
};

export function Empty({ kind, title, children }: { readonly kind: Emptiness; readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty} data-empty={kind}>
      <svg className={styles.drawing} viewBox="0 0 56 48" width="56" height="48" aria-hidden="true" focusable="false">
        {drawings[kind]}
      </svg>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.body}>{children}</div>}
    </div>
  );
}
