import { Badge } from '../../parts/badge.js';
import { DataTable } from '../../parts/data-table.js';
import { Sheet } from '../../parts/page.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import type { PolicyStatusData } from './generated/policy-status.js';

type Node = NonNullable<PolicyStatusData['policyStatus']>['nodes'][number];

/** Which process answers by which rules; one that does not follow stands out. */
export function Nodes({ nodes, inForce }: { readonly nodes: readonly Node[]; readonly inForce: string | null }) {
  const { t } = useWords();
  return (
    <Sheet title={t('room.nodes')}>
      <DataTable
        caption={t('room.nodes')}
        rows={nodes}
        rowKey={(one) => one.name}
        columns={[
          { key: 'name', title: t('room.node'), cell: (one) => <code>{one.name}</code> },
          { key: 'revision', title: t('room.revision'), cell: (one) => `${one.sequence} · ${one.revision}` },
          {
            key: 'follows',
            title: t('room.follows'),
            cell: (one) =>
              one.sha256 === inForce && one.errorCode === null ? (
                <Badge leaf="open">{t('room.followsYes')}</Badge>
              ) : (
                <Badge leaf="closed">{one.errorCode === null ? t('room.followsNo') : `${t('room.followsNo')}: ${one.errorCode}`}</Badge>
              ),
          },
          { key: 'loaded', title: t('room.loadedAt'), cell: (one) => <When at={one.loadedAt} detail="second" /> },
          { key: 'seen', title: t('room.seenAt'), cell: (one) => <When at={one.seenAt} detail="second" /> },
        ]}
      />
    </Sheet>
  );
}
