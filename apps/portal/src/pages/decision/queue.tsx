import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { RequestList } from '../../api/generated/schema.js';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { Pager } from '../../parts/pager.js';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import { nextOf } from '../camera/camera-finder.js';
import { RequestRows } from '../request/generated/request-row.js';
import { RequestTable } from '../request/request-table.js';
import { Tabs } from '../request/tabs.js';

const pageSize = 25;

interface Desk {
  readonly list: RequestList;
  readonly action: string;
  readonly word: WordId;
}
const desks: readonly Desk[] = [
  { list: 'TO_CONSENT', action: 'consent', word: 'queue.toConsent' },
  { list: 'TO_REVIEW', action: 'review', word: 'queue.toReview' },
  { list: 'TO_APPROVE', action: 'approve', word: 'queue.toApprove' },
];

/** S6: what waits for a decision of mine, the nearest deadline first as the gateway sorts it. */
export function Queue() {
  const { ds } = useSearch({ from: '/duyet' });
  const viewer = useViewer();
  const { t } = useWords();
  const mine = desks.filter((desk) => mayTry(viewer, [desk.action]));
  const desk = mine.find((one) => one.list === ds) ?? mine[0];
  if (desk === undefined) {
    return (
      <Page title={t('queue.title')}>
        <Empty kind="notYours" title={t('queue.notYours')}>
          {t('queue.notYoursBody')}
        </Empty>
      </Page>
    );
  }
  return <OneQueue key={desk.list} desk={desk} all={mine} />;
}

function OneQueue({ desk, all }: { readonly desk: Desk; readonly all: readonly Desk[] }) {
  const { t } = useWords();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [result, askAgain] = useQuery({
    query: RequestRows,
    variables: { first: pageSize, after: cursors.at(-1) ?? null, list: desk.list },
    requestPolicy: 'network-only',
  });
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      {all.length > 1 && (
        <Tabs
          label={t('requests.lists')}
          tabs={all.map((one) => ({ value: one.list, label: t(one.word) }))}
          current={desk.list}
          to="/duyet"
        />
      )}
      <Sheet title={t(desk.word)}>
        <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={6}>
          {({ requests }) =>
            requests.edges.length === 0 ? (
              <Empty kind="start" title={t('queue.empty')}>
                <Link to="/yeu-cau" search={{ ds: 'VISIBLE' }}>
                  {t('queue.emptyBody')}
                </Link>
              </Empty>
            ) : (
              <>
                <RequestTable caption={t(desk.word)} rows={requests.edges.map((edge) => edge.node)} to="/duyet/$id" />
                <Pager
                  page={cursors.length + 1}
                  previous={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : null}
                  next={nextOf(requests.pageInfo, (cursor) => setCursors([...cursors, cursor]))}
                />
              </>
            )
          }
        </Loaded>
      </Sheet>
    </Page>
  );
}
