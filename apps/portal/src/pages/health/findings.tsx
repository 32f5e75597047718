import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { Empty } from '../../parts/empty.js';
import { Facts } from '../../parts/facts.js';
import { FaultNotice } from '../../parts/fault-notice.js';
import { Notice } from '../../parts/notice.js';
import { Sheet } from '../../parts/page.js';
import { ReasonDialog } from '../../parts/reason-dialog.js';
import { Refusal, type Refused } from '../../parts/refusal.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import styles from './health.module.css';
import { ConfirmFindingClosure, type FindingFields, type FindingHandFields, ProposeFindingClosure } from './generated/health.js';

interface FindingsProps {
  readonly findings: readonly FindingFields[];
  /** Courtesy: the gateway judges each attempt. */
  readonly mayClose: boolean;
  readonly again: () => void;
}

/** What was found, who wants it closed and why, and who confirmed: two people of two bodies, an inspector among them; or when it healed. */
export function Findings({ findings, mayClose, again }: FindingsProps) {
  const { t } = useWords();
  const [asked, setAsked] = useState<string | null>(null);
  const [done, setDone] = useState<'health.proposed' | 'health.closed' | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  const [proposing, propose] = useMutation(ProposeFindingClosure);
  const [confirming, confirm] = useMutation(ConfirmFindingClosure);

  const shown = (
    answer: { readonly __typename: 'LogFindingActDone' } | Refused | null,
    error: CombinedError | undefined,
    word: 'health.proposed' | 'health.closed',
  ): void => {
    setAsked(null);
    setFault(error ?? null);
    const isDone = answer?.__typename === 'LogFindingActDone';
    setRefused(answer === null || isDone ? null : (answer as Refused));
    setDone(isDone ? word : null);
    if (isDone) again();
  };
  const onPropose = async (findingId: string, reason: string): Promise<void> => {
    const { data, error } = await propose({ input: { findingId, reason } });
    shown(data?.proposeFindingClosure ?? null, error, 'health.proposed');
  };
  /** What is shown is what is confirmed: a reason that has changed since is refused. */
  const onConfirm = async (findingId: string, shownDigest: string): Promise<void> => {
    const { data, error } = await confirm({ input: { findingId, shownDigest } });
    shown(data?.confirmFindingClosure ?? null, error, 'health.closed');
  };

  return (
    <Sheet title={t('health.findings')}>
      {fault !== null && <FaultNotice error={fault} />}
      {refused !== null && <Refusal refused={refused} reload={again} />}
      {done !== null && <Notice tone="good" role="status" takesFocus title={t(done)} />}
      {findings.length === 0 ? (
        <Empty kind="start" title={t('health.noFinding')}>
          {t('health.noFindingBody')}
        </Empty>
      ) : (
        <ol className={styles.findings}>
          {findings.map((finding) => (
            <li key={finding.id} className={styles.finding} data-open={isOpen(finding)}>
              <Finding finding={finding} />
              {mayClose && isOpen(finding) && (
                <div className={styles.buttons}>
                  <ConfirmButton finding={finding} busy={confirming.fetching} confirm={(digest) => void onConfirm(finding.id, digest)} />
                  <Button variant="outline" onClick={() => setAsked(finding.id)}>
                    {t('health.propose')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {asked !== null && (
        <ReasonDialog
          title={t('health.propose')}
          effect={t('health.effect')}
          button={t('health.propose')}
          busy={proposing.fetching}
          close={() => setAsked(null)}
          confirm={(reason) => void onPropose(asked, reason)}
        />
      )}
    </Sheet>
  );
}

interface ConfirmButtonProps {
  readonly finding: FindingFields;
  readonly busy: boolean;
  readonly confirm: (shownDigest: string) => void;
}

/** For the second hand; whoever asked has none. */
function ConfirmButton({ finding: { opened, digest }, busy, confirm }: ConfirmButtonProps) {
  const { t } = useWords();
  if (opened === null || opened.isYou || digest === null) return null;
  return (
    <Button loading={busy} onClick={() => confirm(digest)}>
      {t('health.confirm')}
    </Button>
  );
}

const isOpen = ({ closed, healedAt }: FindingFields): boolean => closed === null && healedAt === null;

function EntryLink({ at, entryId }: { readonly at: string; readonly entryId: string | null }) {
  return (
    <Link to="/kiem-chung" search={{ muc: entryId ?? '' }}>
      <When at={at} detail="second" />
    </Link>
  );
}

function Finding({ finding }: { readonly finding: FindingFields }) {
  const { t } = useWords();
  return (
    <>
      <p className={styles.state}>{t(isOpen(finding) ? 'health.open' : finding.closed === null ? 'health.isHealed' : 'health.isClosed')}</p>
      <p className={styles.what} lang="en">
        {finding.what}
      </p>
      <Facts
        compact
        facts={[
          {
            label: t('health.found'),
            value: <EntryLink at={finding.foundAt} entryId={finding.id} />,
          },
          { label: t('health.reason'), value: finding.reason },
          { label: t('health.first'), value: finding.opened === null ? null : <Hand hand={finding.opened} /> },
          { label: t('health.second'), value: finding.closed === null ? null : <Hand hand={finding.closed} /> },
          {
            label: t('health.healed'),
            value: finding.healedAt === null ? null : <EntryLink at={finding.healedAt} entryId={finding.healedEntryId} />,
          },
        ]}
      />
    </>
  );
}

function Hand({ hand }: { readonly hand: FindingHandFields }) {
  const { t, either } = useWords();
  return (
    <>
      {either(hand.organisationNameVi, hand.organisationNameEn)} {hand.isYou && t('health.you')}{' '}
      <EntryLink at={hand.at} entryId={hand.entryId} />
    </>
  );
}
