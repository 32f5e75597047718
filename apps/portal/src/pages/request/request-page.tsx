import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Countdown } from '../../parts/countdown.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { LinkButton } from '../../parts/link-button.js';
import { useWords } from '../../words/use-words.js';
import { beginSupplement } from '../new-request/draft.js';
import { Decisions } from './decisions.js';
import { EmergencyMark } from './emergency-mark.js';
import { Grants } from './grants.js';
import { useRequestActs } from './request-acts.js';
import { OneRequest, type RequestFull } from './generated/request.js';
import { AwaitedApproval, isCounted, RepetitionCounts } from './repetition.js';
import { RequestScope } from './request-scope.js';
import { isUndecided, RequestStateBadge } from './request-state.js';
import { supplementDraft } from './supplement.js';
import { Timeline } from './timeline.js';
import styles from './request.module.css';

/** S5: one request, the same page for everybody; what each may see and do comes with the answer. */
export function RequestPage() {
  const { id } = useParams({ from: '/yeu-cau/$id' });
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: OneRequest, variables: { id }, requestPolicy: 'network-only' });
  const again = (): void => askAgain({ requestPolicy: 'network-only' });
  return (
    <Loaded result={result} again={again}>
      {({ request }) =>
        request === null ? <AbsentRequest title={t('request.absentTitle')} /> : <RequestSheets request={request} again={again} />
      }
    </Loaded>
  );
}

export function AbsentRequest({ title }: { readonly title: string }) {
  const { t } = useWords();
  return (
    <Page title={title}>
      <Empty kind="notYours" title={t('request.absent')}>
        <Link to="/">{t('nowhere.home')}</Link>
      </Empty>
    </Page>
  );
}

/** Acts that belong to the page of the decision, where what is signed is shown. */
const decidingActs = ['consent', 'decline_consent', 'review', 'approve', 'refuse_request'];

function RequestSheets({ request, again }: { readonly request: RequestFull; readonly again: () => void }) {
  const { t } = useWords();
  const [grantToRevoke, setGrantToRevoke] = useState<string | null>(null);
  const acts = useRequestActs(request, again, grantToRevoke, () => setGrantToRevoke(null));
  const navigate = useNavigate();
  const supplement = (): void => {
    beginSupplement(supplementDraft(request));
    void navigate({ to: '/yeu-cau/moi', search: { buoc: '3' } });
  };
  const mayDecide = request.availableActions.some((action) => decidingActs.includes(action));
  return (
    <Page
      title={t('request.title', { code: request.code })}
      lead={
        <span className={styles.lead}>
          <RequestStateBadge state={request.state} />
          <EmergencyMark of={request} />
          {isUndecided(request.state) && request.dueAt !== null && (
            <span className={styles.due}>
              {t('request.due')} <Countdown until={request.dueAt} />
            </span>
          )}
        </span>
      }
      actions={
        <>
          {mayDecide && (
            <LinkButton to="/duyet/$id" params={{ id: request.id }}>
              {t('request.decide')}
            </LinkButton>
          )}
          {request.availableActions.includes('submit_request') && <Button onClick={supplement}>{t('supplement.button')}</Button>}
          {acts.buttons}
        </>
      }
    >
      {acts.outcome}
      {isUndecided(request.state) && <AwaitedApproval request={request} />}
      <div className={styles.split}>
        <div>
          <Sheet title={t('request.scope')}>
            <RequestScope request={request} />
          </Sheet>
          {isCounted(request) && (
            <Sheet title={t('repetition.title')}>
              <RepetitionCounts counts={request} />
            </Sheet>
          )}
          <Sheet title={t('request.decisions')}>
            <Decisions decisions={request.decisions} needs={request.approvalsNeeded} />
          </Sheet>
          <Sheet title={t('request.grants')}>
            <Grants request={request} availableActions={request.availableActions} revoke={setGrantToRevoke} />
          </Sheet>
        </div>
        <div>
          <Sheet title={t('request.timeline')}>
            <Timeline events={request.timeline} />
          </Sheet>
        </div>
      </div>
      {acts.dialog}
    </Page>
  );
}
