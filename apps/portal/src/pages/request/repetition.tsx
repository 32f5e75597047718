import { Facts } from '../../parts/facts.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/use-words.js';
import type { RequestFull } from './generated/request.js';

/** Counts of thirty days; null where nobody counted, or they are not this viewer's to know. */
export interface Counts {
  readonly sameTargetCount30d: number | null;
  readonly pairApprovals30d: number | null;
}

export function isCounted({ sameTargetCount30d, pairApprovals30d }: Counts): boolean {
  return sameTargetCount30d !== null || pairApprovals30d !== null;
}

/** How often this person looks at this, and how often these two decide together. */
export function RepetitionCounts({ counts }: { readonly counts: Counts }) {
  const { t } = useWords();
  const times = (count: number | null): string | null => (count === null ? null : t('repetition.times', { count }));
  return (
    <Facts
      compact
      facts={[
        { label: t('repetition.sameTarget'), value: times(counts.sameTargetCount30d) },
        { label: t('repetition.pair'), value: times(counts.pairApprovals30d) },
      ]}
    />
  );
}

/** Which approval is still to come where the gateway says that two are needed. */
export function AwaitedApproval({ request }: { readonly request: Pick<RequestFull, 'approvalsNeeded'> }) {
  const { t, said } = useWords();
  const approvals = request.approvalsNeeded.filter((need) => need.kind === 'APPROVAL');
  const missing = approvals.filter((need) => !need.done);
  const last = missing.at(-1);
  if (approvals.length < 2 || last === undefined) return null;
  return (
    <Notice tone="warn" title={t(missing.length < approvals.length ? 'repetition.awaitsSecond' : 'repetition.needsTwo')}>
      {said(last)}
    </Notice>
  );
}
