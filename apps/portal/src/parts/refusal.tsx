import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.js';
import { Notice } from './notice.js';
import type { DeniedFields, ProblemFields } from './generated/refusal.js';
import { WhyCard } from './why-card.js';

type Plain = Omit<ProblemFields, '__typename'> & {
  readonly __typename: 'InvalidInput' | 'StateConflict' | 'NotFound' | 'NotReady' | 'TrialStopped';
};
export type Refused = DeniedFields | Plain;

interface RefusalProps {
  readonly refused: Refused;
  /** For a stale page: fetches the newer state. */
  readonly reload?: () => void;
  readonly action?: ReactNode;
}

/** An expected answer that is not the wished one. Takes the focus, so that nobody waits beside a silent page. */
export function Refusal({ refused, reload, action }: RefusalProps) {
  const { t, said, either } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [refused]);
  return (
    <div ref={box} tabIndex={-1}>
      {refused.__typename === 'Denied' ? (
        <WhyCard
          isAlert
          effect={refused.effect}
          sentence={said(refused)}
          next={either(refused.nextVi, refused.nextEn)}
          reasons={refused.reasons}
          decisionId={refused.decisionId}
          entryId={refused.entryId}
          asOf={refused.asOf}
          policyRevision={refused.policyRevision}
          action={action}
        />
      ) : (
        <Notice
          tone={refused.__typename === 'StateConflict' ? 'warn' : 'error'}
          role="alert"
          title={said(refused)}
          action={
            refused.__typename === 'StateConflict' && reload !== undefined ? (
              <Button size="sm" variant="outline" onClick={reload}>
                {t('load.seeNewer')}
              </Button>
            ) : undefined
          }
        />
      )}
    </div>
  );
}
