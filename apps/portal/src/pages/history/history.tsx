import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import type { EntryFilter } from '../../api/generated/schema.js';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { Dialog } from '../../parts/dialog.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { Page, Sheet } from '../../parts/page.js';
import { Pager } from '../../parts/pager.js';
import { Refusal } from '../../parts/refusal.js';
import { type Speaker, useWords } from '../../words/use-words.js';
import { EntryProof } from '../proof/entry-proof.js';
import { OfflineCheck } from '../proof/offline-check.js';
import { nextOf } from '../camera/camera-finder.js';
import { useAskedWords } from './asked-words.js';
import { EntryTable } from './entry-table.js';
import { HistoryCounts } from './history-counts.js';
import { HistoryFilters } from './history-filters.js';
import type { HistorySearch } from './history-search.js';
import { LineBox } from './line-box.js';
import { LogExportSheet } from './log-export-sheet.js';
import { LogEntries, type LogEntriesData } from './generated/history.js';

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
    actorId: search.nguoi ?? null,
    requestId: search.yc ?? null,
    grantId: search.quyen ?? null,
    organisationCode: search['don-vi'] ?? null,
    text: search.tim ?? null,
    from: dayEdge(search.tu, false),
    to: dayEdge(search.den, true),
    atNight: search.dem === 'co' ? true : null,
    lacksCase: search['khong-ho-so'] === 'co' ? true : null,
  };
}

/** S10: who did what, when, and what was refused. Reading here is itself an entry; the URL holds the filters. */
export function History() {
  const { t } = useWords();
  const viewer = useViewer();
  const isInspector = mayTry(viewer, ['inspect']);
  const search = useSearch({ from: '/nhat-ky' });
  const navigate = useNavigate({ from: '/nhat-ky' });
  const change = (next: HistorySearch): void => void navigate({ search: next, replace: true });
  const [names, setNames] = useState<Names>(new Map());
  return (
    <Page title={t('history.title')} lead={t(isInspector ? 'history.leadInspector' : 'history.leadOwn')}>
      <Sheet>
        <LineBox search={search} change={change} knowsPeople={isInspector} />
        <HistoryFilters search={search} names={names} change={change} />
        {search.nguoi !== undefined && mayTry(viewer, ['erase_opening']) && (
          <Link to="/xoa-phan-mo" search={{ nguoi: search.nguoi }}>
            {t('history.erase')}
          </Link>
        )}
      </Sheet>
      {/* Begun anew for other filters, so that no row of the old ones is seen under them; the filters stay, and the focus with them. */}
      <FoundEntries key={JSON.stringify(search)} search={search} isInspector={isInspector} tellNames={setNames} />
    </Page>
  );
}

interface FoundEntriesProps {
  readonly search: HistorySearch;
  readonly isInspector: boolean;
  readonly tellNames: (names: Names) => void;
}

function FoundEntries({ search, isInspector, tellNames }: FoundEntriesProps) {
  const { t, either } = useWords();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [result, askAgain] = useQuery({
    query: LogEntries,
    variables: { first: pageSize, after: cursors.at(-1) ?? null, filter: filterOf(search) },
    requestPolicy: 'network-only',
  });
  const hasFilter = Object.keys(search).length > 0;
  const [proving, setProving] = useState<string | null>(null);
  const counts = useFirstCounts(result.data);
  const asked = useAskedWords(search);
  useEffect(() => {
    if (result.data !== undefined) tellNames(namesIn(result.data, either));
  }, [result.data, either, tellNames]);
  return (
    <>
      {counts !== null && <HistoryCounts counts={counts} search={search} />}
      <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={8}>
        {({ entries }) =>
          entries.__typename === 'Denied' ? (
            <Refusal refused={entries} />
          ) : (
            <Sheet>
              {entries.withheld.length > 0 && <Withheld indexes={entries.withheld} />}
              {entries.edges.length === 0 ? (
                <Empty kind={hasFilter ? 'noMatch' : 'start'} title={t(hasFilter ? 'history.noMatch' : 'history.empty')}>
                  {hasFilter ? t('history.noMatchBody', { asked: asked.join('; ') }) : t('history.emptyBody')}
                </Empty>
              ) : (
                <>
                  <EntryTable entries={entries.edges.map((edge) => edge.node)} search={search} prove={setProving} />
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
      {proving !== null && (
        <Dialog title={t('history.proofTitle')} close={() => setProving(null)}>
          <EntryProof entryId={proving} digest={null} />
          <OfflineCheck entryId={proving} />
        </Dialog>
      )}
    </>
  );
}

function Withheld({ indexes }: { readonly indexes: readonly string[] }) {
  const { t, count } = useWords();
  return (
    <Notice tone="error" role="alert" title={t('history.withheld', { count: count(indexes.length) })}>
      {t('history.withheldBody', { indexes: indexes.map((index) => count(Number(index))).join('; ') })}
    </Notice>
  );
}

type Connection = Extract<LogEntriesData['entries'], { __typename: 'EntryConnection' }>;

/** Counts come with the first page and stay while one pages on. */
function useFirstCounts(data: LogEntriesData | undefined): Connection['counts'] {
  const [kept, setKept] = useState<Connection['counts']>(null);
  const fresh = data?.entries.__typename === 'EntryConnection' ? data.entries.counts : null;
  if (fresh !== null && fresh !== kept) setKept(fresh);
  return fresh ?? kept;
}

/** Of people and bodies on the page; a body that no longer exists has none. */
type Names = ReadonlyMap<string, string>;

function namesIn(data: LogEntriesData, either: Speaker['either']): Names {
  const edges = data.entries.__typename === 'EntryConnection' ? data.entries.edges : [];
  return new Map(
    edges.flatMap(({ node }) => [
      ...named(node.actorId, node.actorName),
      ...named(node.organisationCode, either(node.organisationNameVi, node.organisationNameEn)),
    ]),
  );
}

const named = (code: string | null, name: string | null): [string, string][] => (code === null || name === null ? [] : [[code, name]]);
