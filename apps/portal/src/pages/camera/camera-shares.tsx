import { UnstyledButton } from '@mantine/core';
import { useQuery } from 'urql';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Loaded } from '../../parts/loaded.js';
import { Sheet } from '../../parts/page.js';
import { useWords } from '../../words/use-words.js';
import { useCameraCodes } from './camera-codes.js';
import type { CameraSearch } from './camera-filters.js';
import { CameraShares as SharesQuery, type CameraSharesVariables } from './generated/camera.js';
import styles from './camera-shares.module.css';

interface CameraSharesProps {
  readonly filter: CameraSharesVariables['filter'];
  readonly search: CameraSearch;
  readonly change: (next: CameraSearch) => void;
}

interface Share {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

/** So many of a kind are shown; the rest are counted together. */
const mostShown = 8;

/** How the list divides up. Each line leads to its part of the list, where the finder can ask for that. */
export function CameraShares({ filter, search, change }: CameraSharesProps) {
  const { t } = useWords();
  const { purpose, zone } = useVocabulary();
  const codes = useCameraCodes();
  const [result, askAgain] = useQuery({ query: SharesQuery, variables: { filter } });
  const named = (counts: readonly { code: string; count: number }[], speak: (code: string) => string): Share[] =>
    counts.map(({ code, count }) => ({ code, name: speak(code), count }));
  const by = (key: 'phuong' | 'muc-dich' | 'khu') => ({
    chosen: search[key],
    choose: (code: string): void => {
      const { [key]: before, ...rest } = search;
      change(before === code ? rest : { ...rest, [key]: code });
    },
  });
  return (
    <Sheet title={t('shares.title')}>
      <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={6}>
        {({ cameraFacets: facets }) =>
          facets.totalCount === 0 ? (
            <p className={styles.none}>{t('shares.none')}</p>
          ) : (
            <div className={styles.groups}>
              <Group
                title={t('cameras.purpose')}
                shares={named(facets.purposes, purpose)}
                {...by('muc-dich')}
                note={t('shares.manyPurposes')}
              />
              <Group title={t('cameras.zone')} shares={named(facets.zoneKinds, zone)} {...by('khu')} />
              <Group
                title={t('cameras.unit')}
                shares={facets.units.map(({ unit, count }) => ({
                  code: unit.code,
                  name: t(unit.kind === 'commune' ? 'unit.commune' : 'unit.ward', { name: unit.nameVi }),
                  count,
                }))}
                {...by('phuong')}
              />
              <Group title={t('camera.ownerKind')} shares={named(facets.ownerKinds, codes.ownerKind)} />
              <Group title={t('camera.systemKind')} shares={named(facets.systemKinds, codes.systemKind)} />
            </div>
          )
        }
      </Loaded>
    </Sheet>
  );
}

interface GroupProps {
  readonly title: string;
  readonly shares: readonly Share[];
  readonly note?: string;
  readonly chosen?: string | undefined;
  /** Left out where the finder has no such filter: then the lines are only read. */
  readonly choose?: (code: string) => void;
}

function Group({ title, shares, note, chosen, choose }: GroupProps) {
  const { t, count } = useWords();
  const rest = shares.slice(mostShown);
  return (
    <section aria-label={title}>
      <h3 className={styles.name}>{title}</h3>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      <ul className={styles.shares}>
        {shares.slice(0, mostShown).map((share) => (
          <li key={share.code}>
            {choose === undefined ? (
              <span className={styles.share}>
                <span>{share.name}</span> <span className={styles.count}>{count(share.count)}</span>
              </span>
            ) : (
              <UnstyledButton className={styles.share} data-choice aria-pressed={share.code === chosen} onClick={() => choose(share.code)}>
                <span>{share.name}</span> <span className={styles.count}>{count(share.count)}</span>
              </UnstyledButton>
            )}
          </li>
        ))}
        {rest.length > 0 && (
          <li className={styles.share}>
            <span>{t('shares.rest', { count: rest.length, shown: count(rest.length) })}</span>{' '}
            <span className={styles.count}>{count(rest.reduce((sum, one) => sum + one.count, 0))}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
