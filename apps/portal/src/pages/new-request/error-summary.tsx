import { useEffect, useRef } from 'react';
import { vi, type WordId } from '../../words/index.js';
import { type Said, useWords } from '../../words/use-words.js';
import { type StepNumber, stepOfField } from './steps.js';
import styles from './new-request.module.css';

export interface FieldError {
  /** Name of the input's field, or null for the whole. */
  readonly field: string | null;
  /** The gateway's own text; null where the answer is simply not there yet. */
  readonly text: Said | null;
}

/** Everything that stops the request, on top, with a way to each place; takes the focus. */
export function ErrorSummary({ errors, go }: { readonly errors: readonly FieldError[]; readonly go: (to: StepNumber) => void }) {
  const { t, said } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  const nameOf = (field: string): string => (`field.${field}` in vi ? t(`field.${field}` as WordId) : field);
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <h2 className={styles.summaryTitle}>{t('errors.title')}</h2>
      <ul>
        {errors.map(({ field, text }) => {
          const words = text === null ? t('errors.missing', { field: nameOf(field ?? '') }) : said(text);
          return (
            <li key={`${field ?? ''}${words}`}>
              {field === null ? (
                words
              ) : (
                <button type="button" className={styles.summaryLink} onClick={() => go(stepOfField(field))}>
                  {words}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
