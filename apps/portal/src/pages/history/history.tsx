import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { EntryFilter } from '../../api/generated/schema.js';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { Pager } from '../../parts/pager.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/use-words.js';
import { nextOf } from '../camera/camera-finder.js';
import { EntryTable } from './entry-table.js';
import { LogExportSheet } from './log-export-sheet.js';
import { HistoryFilters, type HistorySearch } from './history-filters.js';
import { LogEntries } from './generated/history.js';

const pageSize = 25;
const dayMs = 86_400_000;

/** A day on a Hà Nội calendar as the instant it begins, or the one at which it is over. */
function dayEdge(day: string | undefined, isEnd: boolean): string | null {
  const ms = Date.parse(`${day ?? ''}T00:00:00+07:00`);
  return Number.isNaN(ms) ? null : new Date(isEnd ? ms + dayMs : ms).toISOString();
}

function filterOf(search: HistorySearch): EntryFilter {
  return {
    type: search.loai ?? null,
    outcome: search.kq ?? null,
    cameraId: search.camera ?? null,
    requestId: search.yc ?? null,
    grantId: search.quyen ?? null,
    organisationCode: search['don-vi'] ?? null,
    text: search.tim ?? null,
    from: dayEdge(search.tu, false),
    to: dayEdge(search.den, true),
  };
}

/** S10: who did what, when, and what was refused. Reading here is itself an entry; the URL holds the filters. */
export function History() {
  const search = useSearch({ from: '/nhat-ky' });
  return <FilteredEntries key={JSON.stringify(search)} search={search} />;
}

function FilteredEntries({ search }: { readonly search: HistorySearch }) {
  const { t } = useWords();
  const isInspector = mayTry(useViewer(), ['inspect']);
  const navigate = useNavigate({ from: '/nhat-ky' });
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [result, askAgain] = useQuery({
    query: LogEntries,
    variables: { first: pageSize, after: cursors.at(-1) ?? null, filter: filterOf(search) },
    requestPolicy: 'network-only',
  });
  const hasFilter = Object.keys(search).length > 0;
  return (
    <Page title={t('history.title')} lead={t(isInspector ? 'history.leadInspector' : 'history.leadOwn')}>
      <Sheet>
        <HistoryFilters search={search} change={(next) => void navigate({ search: next, replace: true })} />
      </Sheet>
      <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={8}>
        {({ entries }) =>
          entries.__typename === 'Denied' ? (
            <Refusal refused={entries} />
          ) : (
            <Sheet>
              {entries.edges.length === 0 ? (
                <Empty kind={hasFilter ? 'noMatch' : 'start'} title={t(hasFilter ? 'history.noMatch' : 'history.empty')}>
                  {t(hasFilter ? 'history.noMatchBody' : 'history.emptyBody')}
                </Empty>
              ) : (
                <>
                  <EntryTable entries={entries.edges.map((edge) => edge.node)} search={search} />
                  <Pager
                    page={cursors.length + 1}
                    previous={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : null}
                    next={nextOf(entries.pageInfo, (cursor) => setCursors([...cursors, cursor]))}
                  />
                </>
              )}
            </Sheet>
          )
        }
      </Loaded>
      {isInspector && <LogExportSheet filter={filterOf(search)} />}
    </Page>
  );
}
