import styles from './gate-mark.module.css';

export type GateLeaf = 'open' | 'ajar' | 'closed' | 'unknown';

/** The house's sign for an outcome: leaves of a gate, open, ajar, closed or not decided. Always stands beside a word. */
export function GateMark({ leaf, size = 20 }: { readonly leaf: GateLeaf; readonly size?: number }) {
  return (
    <svg className={styles.mark} data-leaf={leaf} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M2 18V9a8 7 0 0 1 16 0v9" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M1 18h18" stroke="currentColor" strokeWidth="2" />
      {leaf === 'closed' && <path d="M5 17V9.4a5 4.4 0 0 1 10 0V17zM10 5v12" fill="currentColor" stroke="var(--sheet)" strokeWidth="1" />}
      {leaf === 'ajar' && <path d="M5 17V9.4A5 4.4 0 0 1 10 5v12z" fill="currentColor" />}
      {leaf === 'unknown' && <path d="M10 8v5M10 15v1.6" stroke="currentColor" strokeWidth="2" />}
    </svg>
  );
}
