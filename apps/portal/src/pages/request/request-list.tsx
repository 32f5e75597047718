import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { RequestList as ListCode } from '../../api/generated/schema.js';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { Pager } from '../../parts/pager.js';
import { LinkButton } from '../../parts/link-button.js';
import { useWords } from '../../words/use-words.js';
import { nextOf } from '../camera/camera-finder.js';
import { RequestRows } from './generated/request-row.js';
import { RequestTable } from './request-table.js';
import { Tabs } from './tabs.js';

const pageSize = 25;

/** My own requests, or all that I may see: records, not a queue. */
export function RequestList() {
  const { ds } = useSearch({ from: '/yeu-cau' });
  const list: ListCode = ds === 'VISIBLE' ? 'VISIBLE' : 'MINE';
  return <OneList key={list} list={list} />;
}

function OneList({ list }: { readonly list: ListCode }) {
  const { t } = useWords();
  const mayRequest = mayTry(useViewer(), ['submit_request']);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [result, askAgain] = useQuery({ query: RequestRows, variables: { first: pageSize, after: cursors.at(-1) ?? null, list } });
  return (
    <Page
      title={t('requests.title')}
      lead={t('requests.lead')}
      actions={mayRequest && <LinkButton to="/yeu-cau/moi">{t('work.newRequest')}</LinkButton>}
    >
      <Tabs
        label={t('requests.lists')}
        tabs={[
          { value: 'MINE', label: t('requests.mine') },
          { value: 'VISIBLE', label: t('requests.visible') },
        ]}
        current={list}
        to="/yeu-cau"
      />
      <Sheet>
        <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={6}>
          {({ requests }) =>
            requests.edges.length === 0 ? (
              <Empty
                kind={list === 'MINE' ? 'start' : 'notYours'}
                title={t(list === 'MINE' ? 'requests.emptyMine' : 'requests.emptyVisible')}
              >
                {t(list === 'MINE' ? 'requests.emptyMineBody' : 'requests.emptyVisibleBody')}
              </Empty>
            ) : (
              <>
                <RequestTable caption={t('requests.title')} rows={requests.edges.map((edge) => edge.node)} to="/yeu-cau/$id" />
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
