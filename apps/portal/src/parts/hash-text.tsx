import { useState } from 'react';
import { useWords } from '../words/use-words.js';
import styles from './hash-text.module.css';

interface HashTextProps {
  readonly value: string;
  /** What the value is, for the copy button's name. */
  readonly label: string;
  /** Shows the first and last characters only; the copy is always whole. */
  readonly short?: boolean;
}

/** An identifier or a hash: monospace, breakable, with a button that copies all of it. */
export function HashText({ value, label, short = false }: HashTextProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const shown = short && value.length > 22 ? `${value.slice(0, 12)}…${value.slice(-6)}` : value;
  const copy = (): void => {
    void navigator.clipboard.writeText(value).then(() => setCopied(true));
  };
  return (
    <span className={styles.wrap}>
      <code className={styles.value} title={short ? value : undefined}>
        {shown}
      </code>
      <button
        type="button"
        className={styles.copy}
        onClick={copy}
        onBlur={() => setCopied(false)}
        aria-label={t('hash.copyThis', { what: label })}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          {copied ? <path d="m3 8.5 3.2 3.2L13 5" /> : <path d="M6 5.5h7.5V14H6zM3 10.5V2h7.5" />}
        </svg>
      </button>
      <span role="status" className={styles.said}>
        {copied ? t('hash.copied') : ''}
      </span>
    </span>
  );
}
