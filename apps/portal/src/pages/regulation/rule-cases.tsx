import { Badge } from '../../parts/badge.js';
import { DataTable } from '../../parts/data-table.js';
import { Empty } from '../../parts/empty.js';
import { When } from '../../parts/when.js';
import { leafOf } from '../../parts/why-card.js';
import { useWords } from '../../words/use-words.js';
import type { PolicyRuleData } from './generated/rules.js';

type Cases = NonNullable<PolicyRuleData['policyRule']>['cases'];

/** The cases that try a rule, those it must stop first: what the answer must be, whenever the rules are built. */
export function RuleCases({ cases }: { readonly cases: Cases }) {
  const { t } = useWords();
  if (cases.length === 0)
    return (
      <Empty kind="start" title={t('rules.noCases')}>
        {t('rules.noCasesBody')}
      </Empty>
    );
  const sorted = [...cases].sort((a, b) => Number(b.isAgainst) - Number(a.isAgainst));
  return (
    <DataTable
      caption={t('rules.casesCaption')}
      rows={sorted}
      rowKey={(one) => `${one.place} ${String(one.isAgainst)}`}
      columns={[
        {
          key: 'what',
          title: t('rules.caseWhat'),
          cell: (one) => <span lang="en">{one.description}</span>,
        },
        { key: 'side', title: t('rules.caseSide'), cell: (one) => t(one.isAgainst ? 'rules.against' : 'rules.inFavour') },
        {
          key: 'wanted',
          title: t('rules.effect'),
          cell: (one) => <Badge leaf={leafOf[one.wantedEffect]}>{t(`effect.${one.wantedEffect}`)}</Badge>,
        },
        { key: 'asOf', title: t('rules.caseAsOf'), cell: (one) => (one.asOf === null ? '–' : <When at={one.asOf} detail="day" />) },
        { key: 'place', title: t('rules.casePlace'), cell: (one) => <code>{one.place}</code> },
      ]}
    />
  );
}
