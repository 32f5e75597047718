import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { useVocabulary } from '../../frame/vocabulary.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { useWords } from '../../words/use-words.js';
import { pickCamera, unpickCamera, useDraft } from '../new-request/draft.js';
import type { CameraRow } from './generated/camera.js';
import styles from './camera-finder.module.css';

/** The list that is equal to the map, and more exact. */
export function CameraTable({ cameras }: { readonly cameras: readonly CameraRow[] }) {
  const { t, named } = useWords();
  const { purpose, zone } = useVocabulary();
  const mayRequest = mayTry(useViewer(), ['submit_request']);
  const picked = useDraft().cameras;
  const isPicked = (row: CameraRow): boolean => picked.some((one) => one.id === row.id);
  const columns: readonly Column<CameraRow>[] = [
    {
      key: 'name',
      title: t('cameras.name'),
      cell: (row) => (
        <span>
          <Link to="/camera/$id" params={{ id: row.id }}>
            {row.nameVi}
          </Link>
          <span className={styles.code}>{row.code}</span>
        </span>
      ),
    },
    {
      key: 'unit',
      title: t('cameras.place'),
      cell: (row) => (
        <span>
          {t(row.unit.kind === 'commune' ? 'unit.commune' : 'unit.ward', { name: row.unit.nameVi })}
          <span className={styles.second}>{zone(row.zoneKind)}</span>
        </span>
      ),
    },
    {
      key: 'owner',
      title: t('cameras.ownerAndPurpose'),
      cell: (row) => (
        <span>
          {named(row.owner)}
          <span className={styles.second}>{row.purposes.map(purpose).join('; ')}</span>
        </span>
      ),
    },
    ...(mayRequest
      ? [
          {
            key: 'pick',
            title: t('cameras.request'),
            cell: (row: CameraRow) => (
              <Button
                size="xs"
                variant={isPicked(row) ? 'filled' : 'outline'}
                aria-pressed={isPicked(row)}
                aria-label={t(isPicked(row) ? 'cameras.unpickThis' : 'cameras.pickThis', { name: row.nameVi })}
                onClick={() => (isPicked(row) ? unpickCamera(row.id) : pickCamera({ id: row.id, label: row.nameVi }))}
              >
                {t(isPicked(row) ? 'cameras.picked' : 'cameras.pick')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return <DataTable caption={t('cameras.title')} columns={columns} rows={cameras} rowKey={(row) => row.id} isMarked={isPicked} />;
}
