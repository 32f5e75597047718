import { Sheet } from '../../parts/page.js';
import { useWords } from '../../words/use-words.js';
import type { ExplainDecisionData } from './generated/explain.js';
import styles from './explanation.module.css';

type Explained = Extract<ExplainDecisionData['explainDecision'], { readonly __typename: 'DecisionExplanation' }>;

interface NearMissesProps {
  readonly nearMisses: NonNullable<Explained['nearMisses']>;
  /** Where a fact has words, they stand instead of its name. */
  readonly facts: Explained['facts'];
}

/** Which single fact, being different, would have opened the gate further. Each was asked of the rules again before it is shown. */
export function NearMisses({ nearMisses, facts }: NearMissesProps) {
  const { t, said } = useWords();
  const nameOf = (path: string): string => {
    const known = facts.find((fact) => fact.path === path && fact.source !== 'HIDDEN');
    return known === undefined ? path : said(known);
  };
  return (
    <Sheet title={t('explain.nearMisses')}>
      {nearMisses.length === 0 ? (
        <p className={styles.quiet}>{t('explain.noNearMiss')}</p>
      ) : (
        <ul className={styles.list}>
          {nearMisses.map((one) => (
            <li key={`${one.path} ${one.kind} ${one.value ?? ''}`}>
              {t(`explain.flip.${one.kind}`, { fact: nameOf(one.path), value: one.value ?? '' })} {'→'} {t(`effect.${one.effect}`)}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
