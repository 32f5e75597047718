import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import type { RequestInput } from '../../api/generated/schema.js';
import { Loading } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { WhyCard } from '../../parts/why-card.js';
import { capital, useWords } from '../../words/use-words.js';
import type { Draft } from './draft.js';
import { CheckRequest } from './generated/new-request.js';
import { requestInput } from './request-input.js';
import styles from './new-request.module.css';

const pauseMs = 700;

/** The value once it has stood still for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What the regulation would say to the draft as it stands: the gateway's answer, advisory, shown as it came. */
export function PreCheck({ draft }: { readonly draft: Draft }) {
  const { t, said, either } = useWords();
  const input = useMemo(() => requestInput(draft), [draft]);
  const settled = useSettled<RequestInput | null>(input);
  const [{ data, fetching, error }] = useQuery({
    query: CheckRequest,
    variables: { input: settled ?? unusedInput },
    pause: settled === null,
    requestPolicy: 'network-only',
  });
  const decision = settled === null ? undefined : data?.checkRequest;
  return (
    <aside className={styles.rail} aria-label={t('preCheck.title')}>
      <h2 className={styles.railTitle}>{t('preCheck.title')}</h2>
      <p className={styles.hint}>{t('preCheck.advisory')}</p>
      <div aria-live="polite">
        {settled === null && <p>{t('preCheck.notYet')}</p>}
        {fetching && decision === undefined && <Loading rows={3} />}
        {error !== undefined && settled !== null && <Notice tone="warn" title={t('preCheck.unavailable')} />}
        {decision !== undefined && (
          <>
            <WhyCard
              effect={decision.effect}
              next={either(decision.nextVi, decision.nextEn)}
              reasons={decision.denies.length > 0 ? decision.denies : decision.reasons}
              asOf={decision.asOf}
              policyRevision={decision.policyRevision}
            />
            {decision.obligations.length > 0 && (
              <>
                <h3 className={styles.railPart}>{t('preCheck.obligations')}</h3>
                <ul className={styles.plainList}>
                  {decision.obligations.map((obligation) => (
                    <li key={obligation.code}>{capital(said(obligation))}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
    </aside>
  );
}

/** Never sent: the query is paused while there is no input, but its variables must have a shape. */
const unusedInput: RequestInput = {
  actions: [],
  purposeCode: '',
  legalBasisCode: '',
  reason: '',
  cameraIds: [],
  windowFrom: '',
  windowTo: '',
};
