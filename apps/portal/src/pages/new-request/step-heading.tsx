import { useEffect, useRef } from 'react';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import styles from './new-request.module.css';

/**
 * A new step takes the focus, so that a screen reader says where one is now. When the page itself opens, its heading
 * takes it right after: a parent's effect runs last.
 */
export function StepHeading({ word }: { readonly word: WordId }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.heading}>
      {t(word)}
    </h2>
  );
}
