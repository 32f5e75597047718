import { HashText } from '../../parts/hash-text.js';
import { When } from '../../parts/when.js';
import { WhyCard } from '../../parts/why-card.js';
import { useWords } from '../../words/use-words.js';
import { NearMisses } from '../explanation/near-misses.js';
import type { ExplainedFields, TryCaseData } from './generated/try-case.js';
import styles from './policy-room.module.css';

type Tried = Extract<TryCaseData['tryCase'], { readonly __typename: 'TriedCase' }>;

const asReason = (one: ExplainedFields) => ({
  __typename: 'Reason' as const,
  rule: one.rule,
  articles: one.articles,
  textVi: one.sentenceVi,
  textEn: one.sentenceEn,
  at: one.at,
});

/** The rules' word on a case: the same card that people read, and for those who make rules the deadlines, the edges and the whole answer. */
export function TriedCase({ tried }: { readonly tried: Tried }) {
  const { t, said, either } = useWords();
  const spoken = tried.rules.length > 0 ? tried.rules : tried.permits;
  return (
    <div className={styles.tried}>
      <WhyCard
        effect={tried.effect}
        sentence={either(tried.sentenceVi, tried.sentenceEn)}
        next={either(tried.nextVi, tried.nextEn)}
        reasons={spoken.map(asReason)}
        entryId={tried.entryId}
        asOf={tried.judgedAsOf ?? ''}
        policyRevision={tried.policyRevision}
      />
      {tried.obligations.length > 0 && (
        <>
          <h3 className={styles.small}>{t('explain.obligations')}</h3>
          <ul className={styles.list}>
            {tried.obligations.map((one) => (
              <li key={one.code}>{said(one)}</li>
            ))}
          </ul>
        </>
      )}
      {tried.deadlines.length > 0 && (
        <>
          <h3 className={styles.small}>{t('room.deadlines')}</h3>
          <ul className={styles.list}>
            {tried.deadlines.map((one) => (
              <li key={`${one.rule} ${one.name}`}>
                {one.rule} {one.dueAt === null ? t('room.notCounted') : <When at={one.dueAt} />} {'—'}{' '}
                {either(one.countedVi, one.countedEn)}
              </li>
            ))}
          </ul>
        </>
      )}
      <NearMisses nearMisses={tried.nearMisses} facts={[]} />
      <details>
        <summary>{t('room.whole')}</summary>
        <pre className={styles.answer}>{JSON.stringify(JSON.parse(tried.answer), null, 2)}</pre>
        <HashText value={tried.policySha256} label={t('room.bundle')} short />
      </details>
    </div>
  );
}
