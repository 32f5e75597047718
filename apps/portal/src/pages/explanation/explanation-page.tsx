import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { WhyCard } from '../../parts/why-card.js';
import { useWords } from '../../words/use-words.js';
import { ExplainDecision, type ExplainDecisionData } from './generated/explain.js';
import { isCounted, RepetitionCounts } from '../request/repetition.js';
import { NearMisses } from './near-misses.js';
import styles from './explanation.module.css';

type Explained = Extract<ExplainDecisionData['explainDecision'], { readonly __typename: 'DecisionExplanation' }>;

/** Why a decision came out as it did. Whose it is reads the reasons; approvers and inspectors also read papers and what would flip it. */
export function ExplanationPage() {
  const { id } = useParams({ from: '/quyet-dinh/$id' });
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: ExplainDecision, variables: { id }, requestPolicy: 'network-only' });
  return (
    <Page title={t('explain.title')} lead={t('explain.lead')}>
      <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={6}>
        {({ explainDecision }) =>
          explainDecision.__typename === 'DecisionExplanation' ? (
            <Explanation explained={explainDecision} />
          ) : (
            <Refusal refused={explainDecision} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Explanation({ explained }: { readonly explained: Explained }) {
  const { t, said, either } = useWords();
  const { rules, facts, obligations, evidence, nearMisses } = explained;
  return (
    <>
      <WhyCard
        effect={explained.effect}
        sentence={either(explained.sentenceVi, explained.sentenceEn)}
        next={either(explained.nextVi, explained.nextEn)}
        reasons={rules.map((one) => ({
          __typename: 'Reason',
          rule: one.rule,
          articles: one.articles,
          textVi: one.sentenceVi,
          textEn: one.sentenceEn,
          at: one.at,
        }))}
        asOf={explained.asOf}
        policyRevision={explained.policyRevision}
        decisionId={explained.decisionId}
      />
      {rules.length > 0 && (
        <Sheet title={t('explain.rules')}>
          <ul className={styles.list}>
            {rules.map((one) => (
              <li key={`${one.rule} ${one.at ?? ''} ${one.sentenceVi}`}>
                <Link to="/quy-dinh/$id" params={{ id: one.rule }}>
                  {one.rule}
                </Link>{' '}
                {either(one.nextVi, one.nextEn)}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <Sheet title={t('explain.facts')}>
        {explained.factsErased && <p className={styles.quiet}>{t('explain.erased')}</p>}
        <ul className={styles.list}>
          {facts.map((fact) => (
            <li key={fact.path}>
              {said(fact)}
              {fact.value !== null && (
                <>
                  : <code>{fact.value}</code>
                </>
              )}{' '}
              <span className={styles.quiet}>({t(`explain.source.${fact.source}`)})</span>
            </li>
          ))}
        </ul>
      </Sheet>
      {isCounted(explained) && (
        <Sheet title={t('repetition.title')}>
          <RepetitionCounts counts={explained} />
        </Sheet>
      )}
      {obligations.length > 0 && (
        <Sheet title={t('explain.obligations')}>
          <ul className={styles.list}>
            {obligations.map((one) => (
              <li key={one.code}>{said(one)}</li>
            ))}
          </ul>
        </Sheet>
      )}
      {nearMisses !== null && <NearMisses nearMisses={nearMisses} facts={facts} />}
      {evidence !== null && evidence.length > 0 && (
        <Sheet title={t('explain.evidence')} tone="sunk">
          <ul className={styles.list}>
            {evidence.map((one) => (
              <li key={`${one.rule} ${one.papers}`}>
                {one.rule} <code className={styles.papers}>{one.papers}</code>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
