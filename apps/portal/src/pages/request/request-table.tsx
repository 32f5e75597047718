import { Link } from '@tanstack/react-router';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Countdown } from '../../parts/countdown.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { Window } from '../../parts/window.js';
import { useWords } from '../../words/use-words.js';
import { EmergencyMark } from './emergency-mark.js';
import type { RequestRow } from './generated/request-row.js';
import { isUndecided, RequestStateBadge } from './request-state.js';

interface RequestTableProps {
  readonly caption: string;
  readonly rows: readonly RequestRow[];
  /** Where a row leads: to the request as a record, or to the page where one decides on it. */
  readonly to: '/yeu-cau/$id' | '/duyet/$id';
}

export function RequestTable({ caption, rows, to }: RequestTableProps) {
  const { t, named, count } = useWords();
  const { purpose } = useVocabulary();
  const columns: readonly Column<RequestRow>[] = [
    {
      key: 'code',
      title: t('requests.code'),
      cell: (row) => (
        <span>
          <Link to={to} params={{ id: row.id }}>
            {row.code}
          </Link>{' '}
          <EmergencyMark of={row} />
        </span>
      ),
    },
    { key: 'state', title: t('requests.state'), cell: (row) => <RequestStateBadge state={row.state} /> },
    { key: 'unit', title: t('requests.organisation'), cell: (row) => <span>{named(row.organisation)}</span> },
    { key: 'purpose', title: t('requests.purpose'), cell: (row) => <span>{purpose(row.purposeCode)}</span> },
    { key: 'cameras', title: t('requests.cameras'), numeric: true, cell: (row) => <span>{count(row.cameras.length)}</span> },
    {
      key: 'window',
      title: t('requests.window'),
      cell: (row) => <Window from={row.windowFrom} to={row.windowTo} />,
    },
    { key: 'due', title: t('requests.due'), cell: (row) => <Due row={row} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

/** The clock runs for open requests only; on the others the deadline says nothing any more. */
function Due({ row }: { readonly row: RequestRow }) {
  return isUndecided(row.state) && row.dueAt !== null ? <Countdown until={row.dueAt} /> : <span>–</span>;
}
