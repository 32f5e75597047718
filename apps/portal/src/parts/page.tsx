import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.js';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Puts "Lỗi:" before the browser's title, so that a screen reader hears it first. */
  readonly hasError?: boolean;
  readonly children: ReactNode;
}

/** A page's heading takes the focus when the page opens: the next Tab goes into the page, not through the frame again. */
export function Page({ title, lead, actions, hasError = false, children }: PageProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${hasError ? `${t('page.errorPrefix')} ` : ''}${title} · Cửa Ô`;
  }, [title, hasError, t]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </>
  );
}

interface SheetProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'sunk';
}

/** A sheet of paper on the desk: one subject, its own heading. */
export function Sheet({ title, actions, tone = 'plain', children }: SheetProps) {
  return (
    <section className={styles.sheet} data-tone={tone} aria-label={title}>
      {title !== undefined && (
        <div className={styles.sheetHead}>
          <h2 className={styles.sheetTitle}>{title}</h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
