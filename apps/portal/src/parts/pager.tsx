import { Button } from '@mantine/core';
import { useWords } from '../words/use-words.js';
import styles from './pager.module.css';

interface PagerProps {
  readonly page: number;
  /** null where there is none. */
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

/** Back and forth in a list that is read by cursor; there is no jumping to page 40, and no need for it beside filters. */
export function Pager({ page, previous, next }: PagerProps) {
  const { t } = useWords();
  if (previous === null && next === null) return null;
  return (
    <nav className={styles.pager} aria-label={t('pager.label')}>
      <Button size="sm" variant="default" disabled={previous === null} onClick={() => previous?.()}>
        {t('pager.previous')}
      </Button>
      <span>{t('pager.page', { page })}</span>
      <Button size="sm" variant="default" disabled={next === null} onClick={() => next?.()}>
        {t('pager.next')}
      </Button>
    </nav>
  );
}
