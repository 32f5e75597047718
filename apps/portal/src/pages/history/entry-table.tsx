import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Badge } from '../../parts/badge.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import type { GateLeaf } from '../../parts/gate-mark.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import { useEntryWords } from './entry-words.js';
import type { HistorySearch } from './history-search.js';
import type { LogEntriesData } from './generated/history.js';
import styles from './history.module.css';

type Entries = Extract<LogEntriesData['entries'], { __typename: 'EntryConnection' }>;
type Entry = Entries['edges'][number]['node'];

function leafOfOutcome(outcome: string): GateLeaf {
  if (/^(allowed|done)$/.test(outcome)) return 'open';
  return /^(refused|failed)$/.test(outcome) ? 'closed' : 'unknown';
}

interface EntryTableProps {
  readonly entries: readonly Entry[];
  readonly prove: (entryId: string) => void;
  readonly search: HistorySearch;
}

/** One row an entry. A click on a value narrows the list to it and changes the address. */
export function EntryTable({ entries, search, prove }: EntryTableProps) {
  const { t, either, count } = useWords();
  const { purpose } = useVocabulary();
  const words = useEntryWords();
  const narrow = (part: HistorySearch, children: ReactNode): ReactNode => (
    <Link to="/nhat-ky" search={{ ...search, ...part }}>
      {children}
    </Link>
  );
  const columns: readonly Column<Entry>[] = [
    {
      key: 'entry',
      title: t('history.when'),
      cell: (row) => (
        <span>
          <Link to="/kiem-chung" search={{ muc: row.id }}>
            <When at={row.at} detail="second" />
          </Link>
          <br />
          <span className={styles.quiet}>
            {row.index === null ? t('history.noIndex') : t('history.index', { index: count(Number(row.index)) })} · {words.state(row.state)}
          </span>
          {row.isRestored && (
            <>
              <br />
              <Badge leaf="closed">{t('history.restored')}</Badge>
            </>
          )}
          <br />
          <button
            type="button"
            className={styles.prove}
            onClick={() => prove(row.id)}
            aria-label={t('history.proveEntry', { index: row.index === null ? row.id : count(Number(row.index)) })}
          >
            {t('history.prove')}
          </button>
        </span>
      ),
    },
    {
      key: 'what',
      title: t('history.what'),
      cell: (row) => (
        <span>
          {narrow({ loai: row.type }, words.type(row.type))}
          <br />
          <Badge leaf={leafOfOutcome(row.outcome)}>{words.outcome(row.outcome)}</Badge>
        </span>
      ),
    },
    {
      key: 'who',
      title: t('history.who'),
      cell: (row) => (
        <span>
          {row.areOpeningsAltered && (
            <>
              <Badge leaf="closed">{t('history.altered')}</Badge>
              <br />
            </>
          )}
          {row.actorName === null || row.actorId === null ? t('history.hiddenName') : narrow({ nguoi: row.actorId }, row.actorName)}
          <br />
          <span className={styles.quiet}>
            {row.organisationCode !== null
              && narrow({ 'don-vi': row.organisationCode }, either(row.organisationNameVi, row.organisationNameEn) ?? row.organisationCode)}
            {row.role !== null && ` · ${words.role(row.role)}`}
          </span>
        </span>
      ),
    },
    {
      key: 'about',
      title: t('history.about'),
      cell: (row) => {
        const about = [
          row.purpose !== null && <span key="purpose">{purpose(row.purpose)}</span>,
          row.caseReference !== null && <span key="case">{narrow({ tim: row.caseReference }, row.caseReference)}</span>,
          row.cameraId !== null && <span key="camera">{narrow({ camera: row.cameraId }, t('history.chip.camera'))}</span>,
          row.requestId !== null && <span key="request">{narrow({ yc: row.requestId }, t('history.chip.yc'))}</span>,
          row.grantId !== null && <span key="grant">{narrow({ quyen: row.grantId }, t('history.chip.quyen'))}</span>,
        ].filter((part) => part !== false);
        // An empty cell is left out of the cards of a narrow window, its name with it.
        return about.length === 0 ? null : <span className={styles.stack}>{about}</span>;
      },
    },
    {
      key: 'rules',
      title: t('history.rules'),
      cell: (row) => <code className={styles.rules}>{row.rules.length === 0 ? '–' : row.rules.join(', ')}</code>,
    },
  ];
  return <DataTable caption={t('history.title')} columns={columns} rows={entries} rowKey={(row) => row.id} />;
}
