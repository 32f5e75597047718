import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  readonly label: string;
  /** null and undefined leave the line out: what the viewer may not see is not named either. */
  readonly value: ReactNode;
}

/** Pairs of name and value, as in the head of an official document. */
export function Facts({ facts, compact = false }: { readonly facts: readonly Fact[]; readonly compact?: boolean }) {
  const shown = facts.filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '');
  return (
    <dl className={styles.facts} data-compact={compact}>
      {shown.map((fact) => (
        <Fragment key={fact.label}>
          <dt className={styles.label}>{fact.label}</dt>
          <dd className={styles.value}>{fact.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
