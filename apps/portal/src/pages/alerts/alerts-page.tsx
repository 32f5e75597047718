import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { type Column, DataTable } from '../../parts/data-table.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import { RepetitionAlerts, type RepetitionAlertsData } from './generated/alerts.js';
import styles from './alerts.module.css';

type Alert = Extract<RepetitionAlertsData['repetitionAlerts'], { readonly __typename: 'RepetitionAlertList' }>['alerts'][number];

/** As many habits as one list shows: the worst ones stand first. */
const shownAtMost = 100;

/** What the house tells inspectors by itself: who comes back to the same camera, which two always decide together. */
export function AlertsPage() {
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: RepetitionAlerts, variables: { first: shownAtMost }, requestPolicy: 'network-only' });
  return (
    <Page title={t('alerts.title')} lead={t('alerts.lead')}>
      <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={6}>
        {({ repetitionAlerts }) =>
          repetitionAlerts.__typename === 'RepetitionAlertList' ? (
            <Sheet>
              {repetitionAlerts.alerts.length === 0 ? (
                <Empty kind="start" title={t('alerts.empty')}>
                  {t('alerts.emptyBody')}
                </Empty>
              ) : (
                <AlertTable alerts={repetitionAlerts.alerts} />
              )}
            </Sheet>
          ) : (
            <Refusal refused={repetitionAlerts} />
          )
        }
      </Loaded>
    </Page>
  );
}

function AlertTable({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { t, said, either, count } = useWords();
  const columns: readonly Column<Alert>[] = [
    {
      key: 'who',
      title: t('alerts.who'),
      cell: (row) => (
        <span>
          <Link to="/nhat-ky" search={{ yc: row.requestId }}>
            {row.requesterName}
          </Link>
          <br />
          <span className={styles.quiet}>{either(row.organisationNameVi, row.organisationNameEn)}</span>
        </span>
      ),
    },
    {
      key: 'why',
      title: t('alerts.why'),
      cell: (row) => (
        <span>
          {said(row)}
          {row.approverName !== null && (
            <>
              <br />
              <span className={styles.quiet}>{t('alerts.with', { name: row.approverName })}</span>
            </>
          )}
        </span>
      ),
    },
    { key: 'count', title: t('alerts.count'), numeric: true, cell: (row) => count(row.count) },
    { key: 'alerts', title: t('alerts.times'), numeric: true, cell: (row) => count(row.alerts) },
    {
      key: 'last',
      title: t('alerts.last'),
      cell: (row) => (
        <span>
          <Link to="/kiem-chung" search={{ muc: row.entryId }}>
            <When at={row.lastAt} detail="second" />
          </Link>
          <br />
          <Link to="/quyet-dinh/$id" params={{ id: row.decisionId }}>
            {t('alerts.decision', { code: row.requestCode })}
          </Link>
        </span>
      ),
    },
  ];
  return <DataTable caption={t('alerts.title')} columns={columns} rows={alerts} rowKey={(row) => row.entryId} />;
}
