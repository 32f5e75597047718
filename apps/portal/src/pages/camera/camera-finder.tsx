import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { Pager } from '../../parts/pager.js';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import { CameraFilters, type CameraSearch } from './camera-filters.js';
import { CameraShares } from './camera-shares.js';
import { CameraTable } from './camera-table.js';
import { CameraRows } from './generated/camera.js';
import { CityMap } from './city-map.js';
import { PickedTray } from './picked-tray.js';
import styles from './camera-finder.module.css';

const pageSize = 25;

/** S3: find cameras by ward, purpose, zone or words. The URL holds the filters, so a link gives the same list. */
export function CameraFinder() {
  const search = useSearch({ from: '/camera' });
  const filterKey = JSON.stringify(search);
  return <FilteredCameras key={filterKey} search={search} />;
}

function FilteredCameras({ search }: { readonly search: CameraSearch }) {
  const { t, count } = useWords();
  const { words } = useVocabulary();
  const navigate = useNavigate({ from: '/camera' });
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const filter = {
    unitCode: search.phuong ?? null,
    purpose: search['muc-dich'] ?? null,
    zoneKind: search.khu ?? null,
    text: search.tim ?? null,
    footage: search.xem === undefined ? null : { action: 'live_view', purpose: search.xem, openNow: search.ngay === 'co' },
  };
  const [result, askAgain] = useQuery({ query: CameraRows, variables: { first: pageSize, after: cursors.at(-1) ?? null, filter } });
  const change = (next: CameraSearch): void => void navigate({ search: next, replace: true });
  const hasFilter = Object.keys(search).length > 0;

  return (
    <Page title={t('cameras.title')} lead={t('cameras.lead')}>
      <div className={styles.split}>
        <div className={styles.list}>
          <Sheet>
            <CameraFilters search={search} change={change} />
          </Sheet>
          <Sheet>
            <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={8}>
              {({ cameras }) =>
                cameras.edges.length === 0 ? (
                  <Empty kind={hasFilter ? 'noMatch' : 'notYours'} title={t(hasFilter ? 'cameras.noMatch' : 'cameras.notYours')}>
                    {t(emptyBody(search))}
                  </Empty>
                ) : (
                  <>
                    <p className={styles.total} role="status">
                      {t('cameras.total', { count: cameras.totalCount, shown: count(cameras.totalCount) })}
                    </p>
                    <CameraTable cameras={cameras.edges.map((edge) => edge.node)} />
                    <Pager
                      page={cursors.length + 1}
                      previous={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : null}
                      next={nextOf(cameras.pageInfo, (cursor) => setCursors([...cursors, cursor]))}
                    />
                  </>
                )
              }
            </Loaded>
          </Sheet>
        </div>
        <div className={styles.side}>
          <Sheet title={t('map.title')}>
            {words !== null && <CityMap units={words.units} chosen={search.phuong} choose={(code) => change(withUnit(search, code))} />}
          </Sheet>
          <CameraShares filter={filter} search={search} change={change} />
        </div>
      </div>
      <PickedTray />
    </Page>
  );
}

/** Why the list is empty and what to try: another purpose is asked for in other ways than another ward. */
function emptyBody(search: CameraSearch): WordId {
  if (search.ngay === 'co') return 'cameras.noneNowBody';
  if (search.xem !== undefined) return 'cameras.noUseBody';
  return Object.keys(search).length > 0 ? 'cameras.noMatchBody' : 'cameras.notYoursBody';
}

function withUnit(search: CameraSearch, code: string | undefined): CameraSearch {
  const { phuong: _before, ...rest } = search;
  return code === undefined ? rest : { ...rest, phuong: code };
}

export function nextOf(
  pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null },
  go: (cursor: string) => void,
): (() => void) | null {
  const { hasNextPage, endCursor } = pageInfo;
  return hasNextPage && endCursor !== null ? () => go(endCursor) : null;
}
