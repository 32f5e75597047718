import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { DataTable } from '../../parts/data-table.js';
import { Facts } from '../../parts/facts.js';
import { FaultNotice } from '../../parts/fault-notice.js';
import { HashText } from '../../parts/hash-text.js';
import { Loaded } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import { AssessPolicy, type AssessPolicyData, type CountFields, type ImpactFields, PolicyImpacts } from './generated/impact.js';
import styles from './policy-room.module.css';

/** What a bundle would have answered otherwise: the thing that signers sign. */
export function ImpactPanel({ bundle, mayAssess }: { readonly bundle: string; readonly mayAssess: boolean }) {
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: PolicyImpacts, variables: { bundleSha256: bundle }, requestPolicy: 'network-only' });
  const [assessing, assess] = useMutation(AssessPolicy);
  const [refused, setRefused] = useState<AssessPolicyData['assessPolicy'] | null>(null);
  const replay = async (): Promise<void> => {
    const said = await assess({ input: { bundleSha256: bundle, lastDecisions: null } });
    setRefused(said.data?.assessPolicy ?? null);
    if (said.data?.assessPolicy.__typename === 'PolicyAssessed') askAgain({ requestPolicy: 'network-only' });
  };
  return (
    <Sheet
      title={t('room.impact')}
      actions={
        mayAssess ? (
          <Button size="sm" variant="default" loading={assessing.fetching} onClick={() => void replay()}>
            {t('room.assess')}
          </Button>
        ) : undefined
      }
    >
      {assessing.error !== undefined && <FaultNotice error={assessing.error} again={() => void replay()} />}
      {refused !== null && refused.__typename !== 'PolicyAssessed' && <Refusal refused={refused} />}
      <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={4}>
        {({ policyImpacts }) =>
          policyImpacts.length === 0 ? (
            <p className={styles.quiet}>{t('room.noImpact')}</p>
          ) : (
            policyImpacts.map((one) => <Impact key={one.reportSha256} impact={one} />)
          )
        }
      </Loaded>
    </Sheet>
  );
}

function Impact({ impact }: { readonly impact: ImpactFields }) {
  const { t, count } = useWords();
  const share = `${(impact.widenedShare * 100).toLocaleString('vi', { maximumFractionDigits: 2 })} %`;
  return (
    <article className={styles.impact}>
      {impact.needsNote && impact.notes.length === 0 && (
        <Notice tone="warn" title={t('room.needsNote')}>
          {t('room.needsNoteBody')}
        </Notice>
      )}
      <Facts
        facts={[
          { label: t('room.against'), value: `${impact.revision} ← ${impact.againstRevision}` },
          { label: t('room.madeAt'), value: <When at={impact.madeAt} detail="second" /> },
          { label: t('room.replayed'), value: t('room.replayedValue', { replayed: count(impact.replayed), erased: count(impact.erased) }) },
          {
            label: t('room.changed'),
            value: t('room.changedValue', { changed: count(impact.changed), wider: count(impact.wider), narrower: count(impact.narrower) }),
          },
          { label: t('room.opened'), value: count(impact.opened) },
          { label: t('room.widenedShare'), value: share },
          { label: t('room.report'), value: <HashText value={impact.reportSha256} label={t('room.report')} short /> },
        ]}
      />
      <Counts
        title={t('room.byTransition')}
        counts={impact.transitions.map(({ from, to, count: each }) => ({ ...each, key: `${t(`effect.${from}`)} → ${t(`effect.${to}`)}` }))}
      />
      <Counts title={t('room.byRule')} counts={impact.rules} isRule />
      <Counts title={t('room.byOrganisation')} counts={impact.organisations} />
      <Counts title={t('room.byPurpose')} counts={impact.purposes} />
      {impact.notes.map((one) => (
        <blockquote key={one.at} className={styles.note}>
          <p>{one.note}</p>
          <footer>
            {one.inspectorName}, <When at={one.at} />
          </footer>
        </blockquote>
      ))}
    </article>
  );
}

function Counts({
  title,
  counts,
  isRule = false,
}: {
  readonly title: string;
  readonly counts: readonly CountFields[];
  readonly isRule?: boolean;
}) {
  const { t, count } = useWords();
  if (counts.length === 0) return null;
  return (
    <DataTable
      caption={title}
      rows={counts}
      rowKey={(one) => one.key}
      columns={[
        {
          key: 'key',
          title,
          cell: (one) =>
            isRule ? (
              <Link to="/quy-dinh/$id" params={{ id: one.key }}>
                {one.key}
              </Link>
            ) : (
              one.key || t('room.unstated')
            ),
        },
        { key: 'changed', title: t('room.countChanged'), numeric: true, cell: (one) => count(one.changed) },
        { key: 'wider', title: t('room.countWider'), numeric: true, cell: (one) => count(one.wider) },
        { key: 'narrower', title: t('room.countNarrower'), numeric: true, cell: (one) => count(one.narrower) },
        {
          key: 'samples',
          title: t('room.samples'),
          cell: (one) => (
            <span className={styles.samples}>
              {one.sampleIds.slice(0, 3).map((id, at) => (
                <Link key={id} to="/quyet-dinh/$id" params={{ id }} aria-label={`${t('rules.decision')} ${id}`}>
                  {at + 1}
                </Link>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
