import type { ReactNode } from 'react';
import { GateMark, type GateLeaf } from './gate-mark.js';
import styles from './badge.module.css';

/** State as sign and word together; colour only repeats what the word says. */
export function Badge({ leaf, children }: { readonly leaf: GateLeaf; readonly children: ReactNode }) {
  return (
    <span className={styles.badge} data-leaf={leaf}>
      <GateMark leaf={leaf} size={16} />
      <span>{children}</span>
    </span>
  );
}
