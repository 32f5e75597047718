import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Countdown } from '../../parts/countdown.js';
import { Facts } from '../../parts/facts.js';
import { FaultNotice } from '../../parts/fault-notice.js';
import { HashText } from '../../parts/hash-text.js';
import { Loaded } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { Page, Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/use-words.js';
import { Decisions } from '../request/decisions.js';
import { EmergencyMark } from '../request/emergency-mark.js';
import { AbsentRequest } from '../request/request-page.js';
import { AwaitedApproval, isCounted, RepetitionCounts } from '../request/repetition.js';
import { RequestScope } from '../request/request-scope.js';
import { isUndecided, RequestStateBadge } from '../request/request-state.js';
import { OneRequest, type RequestFull } from '../request/generated/request.js';
import { SignDialog, type Signing } from './sign-dialog.js';
import { type Verdict, verdictsFor } from './verdicts.js';
import styles from './decision.module.css';

/** S7: the place where one decides. What stands here is what is signed: the digest goes with the signature. */
export function DecisionPage() {
  const { id } = useParams({ from: '/duyet/$id' });
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: OneRequest, variables: { id }, requestPolicy: 'network-only' });
  return (
    <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })}>
      {({ request }) =>
        request === null ? (
          <AbsentRequest title={t('decision.absentTitle')} />
        ) : (
          <Desk request={request} again={() => askAgain({ requestPolicy: 'network-only' })} />
        )
      }
    </Loaded>
  );
}

function Desk({ request, again }: { readonly request: RequestFull; readonly again: () => void }) {
  const { t } = useWords();
  const [signing, setSigning] = useState<Verdict | null>(null);
  const [signed, setSigned] = useState<Verdict | null>(null);
  const [outcome, setOutcome] = useState<Signing | null>(null);
  const verdicts = verdictsFor(request.availableActions);
  const count = request.cameras.length;

  const finish = (verdict: Verdict, became: Signing): void => {
    setSigning(null);
    setOutcome(became);
    setSigned(became.kind === 'signed' ? verdict : null);
    if (became.kind === 'signed') again();
  };

  return (
    <Page
      title={t('decision.title', { code: request.code })}
      lead={
        <span className={styles.lead}>
          <RequestStateBadge state={request.state} />
          <EmergencyMark of={request} />
          {isUndecided(request.state) && request.dueAt !== null && <Countdown until={request.dueAt} />}
          <Link to="/yeu-cau/$id" params={{ id: request.id }}>
            {t('decision.wholeRecord')}
          </Link>
        </span>
      }
      hasError={outcome !== null && outcome.kind !== 'signed'}
    >
      {signed !== null && (
        <Notice tone="good" role="status" takesFocus title={t(signed.done, { count })}>
          <Link to="/duyet">{t('decision.backToQueue')}</Link>
        </Notice>
      )}
      {outcome?.kind === 'fault' && outcome.fault !== null && <FaultNotice error={outcome.fault} />}
      {outcome?.kind === 'refused' && <Refusal refused={outcome.refused} reload={again} />}
      {isUndecided(request.state) && <AwaitedApproval request={request} />}
      <div className={styles.split}>
        <div>
          <Sheet title={t('decision.asked')}>
            <RequestScope request={request} />
          </Sheet>
        </div>
        <div className={styles.desk}>
          {isCounted(request) && (
            <Sheet title={t('repetition.title')}>
              <RepetitionCounts counts={request} />
            </Sheet>
          )}
          <Sheet title={t('decision.signatures')}>
            <Decisions decisions={request.decisions} needs={request.approvalsNeeded} />
          </Sheet>
          <Sheet title={t('decision.yours')}>
            {verdicts.length === 0 ? (
              <p className={styles.plain}>{t('decision.nothingToSign')}</p>
            ) : (
              <>
                <p className={styles.plain}>{t('decision.shownIsSigned')}</p>
                <Facts
                  compact
                  facts={[
                    { label: t('decision.version'), value: String(request.version) },
                    { label: t('decisions.digest'), value: <HashText value={request.digest} label={t('decisions.digest')} short /> },
                  ]}
                />
                <div className={styles.buttons}>
                  {verdicts.map((verdict) => (
                    <Button
                      key={`${verdict.desk}${verdict.verdict}`}
                      variant={verdict.stops ? 'outline' : 'filled'}
                      onClick={() => setSigning(verdict)}
                    >
                      {t(verdict.button, { count })}
                    </Button>
                  ))}
                </div>
              </>
            )}
            <p className={styles.noPicture}>{t('decision.noPicture')}</p>
          </Sheet>
        </div>
      </div>
      {signing !== null && (
        <SignDialog request={request} verdict={signing} close={() => setSigning(null)} finish={(became) => finish(signing, became)} />
      )}
    </Page>
  );
}
