import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import type { RequestList } from '../../api/generated/schema.js';
import { doorsOf, mayTry } from '../../frame/nav.js';
import { useViewer, type Viewer } from '../../frame/session.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { LinkButton } from '../../parts/link-button.js';
import { capital, useWords } from '../../words/use-words.js';
import { RequestRows } from '../request/generated/request-row.js';
import { RequestTable } from '../request/request-table.js';
import { MyGrantsList } from './my-grants.js';
import { MyWorkCounts } from './generated/work.js';
import styles from './work.module.css';

/** Lists one decides on lie in the queue; the others are records to look at. */
const isQueue = (list: RequestList): boolean => list.startsWith('TO_');

function ListLink({ list, label }: { readonly list: RequestList; readonly label: string }) {
  return isQueue(list) ? (
    <Link to="/duyet" search={{ ds: list }} className={styles.cardLink}>
      {label}
    </Link>
  ) : (
    <Link to="/yeu-cau" search={{ ds: list }} className={styles.cardLink}>
      {label}
    </Link>
  );
}

/** S2: what waits for me in this role. Roles that no request comes to (inspectors, operators) find their pages here instead. */
export function MyWork() {
  const viewer = useViewer();
  const { t, named } = useWords();
  const mayRequest = mayTry(viewer, ['submit_request']);
  return (
    <Page
      title={t('work.title')}
      lead={t('work.lead', { role: viewer.role === null ? '' : capital(named(viewer.role)), organisation: named(viewer.organisation) })}
      actions={mayRequest && <LinkButton to="/yeu-cau/moi">{t('work.newRequest')}</LinkButton>}
    >
      {mayTry(viewer, ['list_requests']) ? (
        <>
          <Waiting mayRequest={mayRequest} />
          {mayTry(viewer, ['live_view', 'playback']) && <MyGrantsList />}
        </>
      ) : (
        <MyPages viewer={viewer} />
      )}
    </Page>
  );
}

function MyPages({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useWords();
  return (
    <Sheet title={t('work.pages')}>
      <ul className={styles.pages}>
        {doorsOf(viewer)
          .filter(({ to }) => to !== '/')
          .map(({ to, word }) => (
            <li key={to}>
              <Link to={to}>{t(word)}</Link>
            </li>
          ))}
      </ul>
    </Sheet>
  );
}

function Waiting({ mayRequest }: { readonly mayRequest: boolean }) {
  const { t, said, count } = useWords();
  const [work, askAgain] = useQuery({ query: MyWorkCounts, requestPolicy: 'cache-and-network' });
  return (
    <Loaded result={work} again={() => askAgain({ requestPolicy: 'network-only' })} rows={2}>
      {({ work: { items } }) => {
        const first = items.find((item) => item.count > 0 && isQueue(item.list)) ?? items.find((item) => item.count > 0);
        return (
          <>
            <ul className={styles.cards} aria-label={t('work.counts')}>
              {items.map((item) => (
                <li key={item.list} className={styles.card} data-waiting={item.count > 0 && isQueue(item.list)}>
                  <span className={styles.number}>{count(item.count)}</span>
                  <ListLink list={item.list} label={capital(said(item))} />
                </li>
              ))}
            </ul>
            {first === undefined ? (
              <Sheet>
                <NothingYet mayRequest={mayRequest} />
              </Sheet>
            ) : (
              <FirstOnes list={first.list} title={capital(said(first))} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function NothingYet({ mayRequest }: { readonly mayRequest: boolean }) {
  const { t } = useWords();
  return mayRequest ? (
    <Empty kind="start" title={t('work.emptyTitle')}>
      {t('work.emptyRequester')}
    </Empty>
  ) : (
    <Empty kind="start" title={t('work.emptyTitle')}>
      {t('work.emptyOther')}
    </Empty>
  );
}

const previewRows = 5;

function FirstOnes({ list, title }: { readonly list: RequestList; readonly title: string }) {
  const { t } = useWords();
  const [rows, askAgain] = useQuery({ query: RequestRows, variables: { first: previewRows, list }, requestPolicy: 'cache-and-network' });
  return (
    <Sheet title={title} actions={<ListLink list={list} label={t('work.all')} />}>
      <Loaded result={rows} again={() => askAgain({ requestPolicy: 'network-only' })}>
        {({ requests }) => (
          <RequestTable caption={title} rows={requests.edges.map((edge) => edge.node)} to={isQueue(list) ? '/duyet/$id' : '/yeu-cau/$id'} />
        )}
      </Loaded>
    </Sheet>
  );
}
