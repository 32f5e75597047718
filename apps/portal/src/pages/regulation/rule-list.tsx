import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { DataTable, type Column } from '../../parts/data-table.js';
import { Empty } from '../../parts/empty.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { Pager } from '../../parts/pager.js';
import { capital, useWords } from '../../words/use-words.js';
import { nextOf } from '../camera/camera-finder.js';
import { PolicyRules, type PolicyRulesData } from './generated/rules.js';
import { RuleFilters, type RuleSearch } from './rule-filters.js';
import styles from './regulation.module.css';

const pageSize = 50;

type RuleRow = PolicyRulesData['policyRules']['edges'][number]['node'];

/** The regulation as it is in force: each rule, what enforces it, how it is tried, how often it spoke. For people who know law, not code. */
export function RuleList() {
  const search = useSearch({ from: '/quy-dinh' });
  return <FilteredRules key={JSON.stringify(search)} search={search} />;
}

function FilteredRules({ search }: { readonly search: RuleSearch }) {
  const { t, count } = useWords();
  const navigate = useNavigate({ from: '/quy-dinh' });
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [result, askAgain] = useQuery({
    query: PolicyRules,
    variables: {
      first: pageSize,
      after: cursors.at(-1) ?? null,
      filter: {
        group: search.nhom ?? null,
        enforcedBy: search['thuc-thi'] ?? null,
        status: search.nguon ?? null,
        text: search.tim ?? null,
        layer: null,
        articleKey: null,
        inForceAt: null,
      },
    },
    requestPolicy: 'network-only',
  });
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')}>
      <Sheet>
        <RuleFilters search={search} change={(next) => void navigate({ search: next, replace: true })} />
      </Sheet>
      <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={8}>
        {({ policyRules }) => (
          <Sheet>
            {policyRules.edges.length === 0 ? (
              <Empty kind="noMatch" title={t('rules.noMatch')}>
                {t('rules.noMatchBody')}
              </Empty>
            ) : (
              <>
                <p className={styles.quiet} role="status">
                  {t('rules.count', { count: count(policyRules.totalCount), revision: policyRules.policyRevision })}
                </p>
                <RuleTable rules={policyRules.edges.map((edge) => edge.node)} />
                <Pager
                  page={cursors.length + 1}
                  previous={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : null}
                  next={nextOf(policyRules.pageInfo, (cursor) => setCursors([...cursors, cursor]))}
                />
              </>
            )}
          </Sheet>
        )}
      </Loaded>
    </Page>
  );
}

function RuleTable({ rules }: { readonly rules: readonly RuleRow[] }) {
  const { t, said, either, count } = useWords();
  const columns: readonly Column<RuleRow>[] = [
    {
      key: 'id',
      title: t('rules.id'),
      cell: (rule) => (
        <Link to="/quy-dinh/$id" params={{ id: rule.id }} className={styles.id}>
          {rule.id}
        </Link>
      ),
    },
    {
      key: 'title',
      title: t('rules.rule'),
      cell: (rule) => (
        <>
          <span>{either(rule.titleVi, rule.titleEn)}</span>
          {!rule.isInForce && <span className={styles.quiet}> {t('rules.notInForce')}</span>}
        </>
      ),
    },
    { key: 'enforced', title: t('rules.enforcedBy'), cell: (rule) => capital(said(rule.enforcedBy)) },
    { key: 'status', title: t('rules.status'), cell: (rule) => rule.status.map((term) => said(term)).join(', ') },
    { key: 'cases', title: t('rules.cases'), numeric: true, cell: (rule) => `${count(rule.casesAgainst)} / ${count(rule.casesFor)}` },
    {
      key: 'decisions',
      title: t('rules.decisions'),
      numeric: true,
      cell: (rule) => (rule.decisions === null ? t('rules.notYours') : count(rule.decisions.total)),
    },
  ];
  return <DataTable caption={t('rules.caption')} columns={columns} rows={rules} rowKey={(rule) => rule.id} />;
}
