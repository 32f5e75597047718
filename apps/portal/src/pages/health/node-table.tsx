import { type Column, DataTable } from '../../parts/data-table.js';
import { HashText } from '../../parts/hash-text.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import type { Health } from './health-page.js';

type Node = Health['nodes'][number];

/** Each process with the rules it decides with: one that differs has not followed yet. */
export function NodeTable({ nodes, policySha256 }: { readonly nodes: readonly Node[]; readonly policySha256: string }) {
  const { t } = useWords();
  const columns: readonly Column<Node>[] = [
    { key: 'name', title: t('health.node'), cell: (row) => row.name },
    {
      key: 'rules',
      title: t('health.rules'),
      cell: (row) => (
        <span>
          <HashText value={row.policySha256} label={t('health.rules')} short />{' '}
          {row.policySha256 === policySha256 ? t('health.sameRules') : t('health.otherRules')}
        </span>
      ),
    },
    { key: 'seen', title: t('health.seen'), cell: (row) => <When at={row.seenAt} detail="second" /> },
  ];
  return <DataTable caption={t('health.nodes')} columns={columns} rows={nodes} rowKey={(row) => row.name} />;
}
