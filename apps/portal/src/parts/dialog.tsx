import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../words/use-words.js';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/**
 * The browser's own modal dialog: it holds the focus, closes on Esc, makes the rest inert and gives the focus back to
 * whatever opened it. A field marked `data-autofocus` gets the focus first.
 */
export function Dialog({ title, close, children }: DialogProps) {
  const { t } = useWords();
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} className={styles.dialog} aria-labelledby={titleId} onClose={close}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <button type="button" className={styles.close} aria-label={t('dialog.close')} onClick={() => box.current?.close()}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="m4 4 12 12M16 4 4 16" />
          </svg>
        </button>
      </div>
      {children}
    </dialog>
  );
}
