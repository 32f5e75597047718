import type { Term } from '../../frame/vocabulary.js';
import { capital, useWords } from '../../words/use-words.js';
import styles from './new-request.module.css';

interface TermChoiceProps {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly terms: readonly Term[];
  readonly value: string;
  readonly choose: (code: string) => void;
}

/** One of a closed list, each with the article it comes from. */
export function TermChoice({ name, legend, hint, terms, value, choose }: TermChoiceProps) {
  const { named } = useWords();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {terms.map((term) => (
        <label key={term.code} className={styles.option} data-picked={term.code === value}>
          <input type="radio" name={name} value={term.code} checked={term.code === value} onChange={() => choose(term.code)} />
          <span>
            <span className={styles.optionName}>{capital(named(term))}</span>
            {term.article !== null && <span className={styles.optionArticle}>{term.article}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
