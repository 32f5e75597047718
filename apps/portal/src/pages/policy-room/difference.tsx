import { Link } from '@tanstack/react-router';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loaded.js';
import { Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { type Speaker, useWords } from '../../words/use-words.js';
import { PolicyDifference, type ChangeFields } from './generated/difference.js';
import type { ReleaseFields } from './generated/policy-status.js';
import styles from './policy-room.module.css';

interface DifferencePanelProps {
  readonly releases: readonly ReleaseFields[];
  readonly inForce: string;
  /** The release that was chosen above; null compares the two newest. */
  readonly chosen: string | null;
}

/** What two releases have otherwise, in the words of the tables: for people who know the law and no code. */
export function DifferencePanel({ releases, inForce, chosen }: DifferencePanelProps) {
  const { t } = useWords();
  const present = releases.find(({ sha256 }) => sha256 === inForce);
  const other = releases.find(({ sha256 }) => sha256 === (chosen ?? '')) ?? releases.find(({ sha256 }) => sha256 !== inForce);
  // From the lower number to the higher, as the law moved.
  const isLater = (other?.sequence ?? 0) > (present?.sequence ?? 0);
  const [from, setFrom] = useState(isLater || other === undefined ? inForce : other.sha256);
  const [to, setTo] = useState(isLater && other !== undefined ? other.sha256 : inForce);
  const isAsked = from !== to;
  const [result, askAgain] = useQuery({ query: PolicyDifference, variables: { fromSha256: from, toSha256: to }, pause: !isAsked });
  const options = releases.map(({ sha256, sequence, revision }) => ({
    value: sha256,
    label: `${sequence} · ${revision}${sha256 === inForce ? ` (${t('room.inForce')})` : ''}`,
  }));
  return (
    <Sheet title={t('room.difference')}>
      <p className={styles.quiet}>{t('room.differenceLead')}</p>
      <div className={styles.pair}>
        <NativeSelect
          label={t('room.differenceFrom')}
          data={options}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect label={t('room.differenceTo')} data={options} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </div>
      {!isAsked ? (
        <p className={styles.quiet}>{t('room.differenceSame')}</p>
      ) : (
        <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={6}>
          {({ policyDifference }) =>
            policyDifference.__typename !== 'PolicyDifference' ? (
              <Refusal refused={policyDifference} />
            ) : policyDifference.total === 0 ? (
              <p className={styles.quiet}>{t('room.differenceNone')}</p>
            ) : (
              <Changes changes={policyDifference.changes} total={policyDifference.total} />
            )
          }
        </Loaded>
      )}
    </Sheet>
  );
}

function Changes({ changes, total }: { readonly changes: readonly ChangeFields[]; readonly total: number }) {
  const { t, count, either } = useWords();
  // The day stands beside its milliseconds; people read the day.
  const shown = changes.filter(({ kind, part }) => !(['RULE', 'ARTICLE'].includes(kind) && ['from', 'to'].includes(part)));
  return (
    <>
      <p role="status">{t('room.differenceTotal', { total: count(total) })}</p>
      <DataTable
        caption={t('room.difference')}
        rows={shown}
        rowKey={(one) => `${one.subject} ${one.part}`}
        columns={[
          { key: 'kind', title: t('room.change.kind'), cell: (one) => t(`room.change.${one.kind}`) },
          {
            key: 'subject',
            title: t('room.change.subject'),
            cell: (one) => (
              <span className={styles.value}>
                {one.kind === 'RULE' ? (
                  <Link to="/quy-dinh/$id" params={{ id: one.subject.replace('rules.', '') }}>
                    {one.subject.replace('rules.', '')}
                  </Link>
                ) : (
                  <code>{one.subject}</code>
                )}{' '}
                {either(one.titleVi, one.titleEn)}
              </span>
            ),
          },
          { key: 'part', title: t('room.change.part'), cell: (one) => <span className={styles.value}>{partOf(t, one.part)}</span> },
          { key: 'was', title: t('room.change.was'), cell: (one) => <Value of={one.was} none="room.change.wasNot" /> },
          { key: 'is', title: t('room.change.is'), cell: (one) => <Value of={one.is} none="room.change.isGone" /> },
        ]}
      />
    </>
  );
}

const namedParts = ['fromDate', 'toDate', 'titleVi', 'titleEn', 'textVi', 'textEn', 'articles', 'source', 'severity', 'enforced'] as const;

/** Columns of the catalogue have names; everything else is called as in its table. */
function partOf(t: Speaker['t'], part: string): string {
  const named = namedParts.find((one) => one === part);
  return part === '' ? t('room.part.whole') : named === undefined ? part : t(`room.part.${named}`);
}

/** Yes and no in words; everything else as it stands in the table. */
function Value({ of, none }: { readonly of: string | null; readonly none: 'room.change.wasNot' | 'room.change.isGone' }) {
  const { t } = useWords();
  if (of === null) return <em>{t(none)}</em>;
  if (of === 'true' || of === 'false') return <>{t(of === 'true' ? 'room.change.yes' : 'room.change.no')}</>;
  return <span className={styles.value}>{of}</span>;
}
