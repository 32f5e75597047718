import { type Column, DataTable } from '../../parts/data-table.js';
import { Sheet } from '../../parts/page.js';
import { useWords } from '../../words/use-words.js';
import { ErasureHand, useErasureWords } from './erasure-facts.js';
import type { ErasureFields } from './generated/erasure.js';
import styles from './erasure.module.css';

/** What was erased lately: under which article and by whom; whose openings they were nobody is told any more. */
export function PastErasures({ done }: { readonly done: readonly ErasureFields[] }) {
  const { t, count } = useWords();
  const words = useErasureWords();
  const columns: readonly Column<ErasureFields>[] = [
    { key: 'second', title: t('erasure.second'), cell: ({ closed }) => closed !== null && <ErasureHand hand={closed} /> },
    { key: 'first', title: t('erasure.first'), cell: ({ opened }) => <ErasureHand hand={opened} /> },
    { key: 'whose', title: t('erasure.whoseShort'), cell: words.whose },
    { key: 'basis', title: t('erasure.basis'), cell: ({ basis }) => words.basis(basis) },
    { key: 'count', title: t('erasure.count'), numeric: true, cell: ({ openings }) => count(openings) },
  ];
  return (
    <Sheet title={t('erasure.past')}>
      {done.length === 0 ? (
        <p className={styles.quiet}>{t('erasure.noPast')}</p>
      ) : (
        <DataTable caption={t('erasure.past')} columns={columns} rows={done} rowKey={({ id }) => id} />
      )}
    </Sheet>
  );
}
