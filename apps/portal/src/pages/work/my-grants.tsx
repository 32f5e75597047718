import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Countdown } from '../../parts/countdown.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Sheet } from '../../parts/page.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import { EmergencyMark } from '../request/emergency-mark.js';
import { GrantStateBadge } from '../request/request-state.js';
import { MyGrants, type MyGrantsData } from './generated/work.js';

type GrantRow = MyGrantsData['grants']['edges'][number]['node'];
const shownGrants = 8;

/** What I may look at now, and what has ended lately. */
export function MyGrantsList() {
  const { t } = useWords();
  const { action } = useVocabulary();
  const [grants, askAgain] = useQuery({ query: MyGrants, variables: { first: shownGrants }, requestPolicy: 'network-only' });
  const columns: readonly Column<GrantRow>[] = [
    {
      key: 'cameras',
      title: t('grants.cameras'),
      cell: (row) => {
        const names = row.cameras.map((camera) => camera.nameVi).join('; ');
        return row.state === 'ACTIVE' ? (
          <Link to="/xem/$grantId" params={{ grantId: row.id }}>
            {t('grants.view', { cameras: names })}
          </Link>
        ) : (
          <Link to="/yeu-cau/$id" params={{ id: row.request.id }}>
            {names}
          </Link>
        );
      },
    },
    {
      key: 'state',
      title: t('grants.state'),
      cell: (row) => (
        <span>
          <GrantStateBadge state={row.state} /> <EmergencyMark of={row.request} />
        </span>
      ),
    },
    { key: 'actions', title: t('grants.actions'), cell: (row) => <span>{row.actions.map(action).join(', ')}</span> },
    {
      key: 'request',
      title: t('grants.request'),
      cell: (row) => (
        <Link to="/yeu-cau/$id" params={{ id: row.request.id }}>
          {row.request.code}
        </Link>
      ),
    },
    {
      key: 'until',
      title: t('grants.until'),
      cell: (row) => (row.state === 'ACTIVE' ? <Countdown until={row.expiresAt} /> : <When at={row.expiresAt} />),
    },
  ];
  return (
    <Sheet title={t('grants.title')}>
      <Loaded result={grants} again={() => askAgain({ requestPolicy: 'network-only' })} rows={3}>
        {(data) =>
          data.grants.edges.length === 0 ? (
            <Empty kind="start" title={t('grants.emptyTitle')}>
              {t('grants.emptyBody')}
            </Empty>
          ) : (
            <DataTable
              caption={t('grants.title')}
              columns={columns}
              rows={data.grants.edges.map((edge) => edge.node)}
              rowKey={(row) => row.id}
            />
          )
        }
      </Loaded>
    </Sheet>
  );
}
