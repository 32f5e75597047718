import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { FaultNotice } from '../../parts/fault-notice.js';
import { Notice } from '../../parts/notice.js';
import { ReasonDialog } from '../../parts/reason-dialog.js';
import { Refusal, type Refused } from '../../parts/refusal.js';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import {
  type RequestFull,
  RevokeGrant,
  type RevokeGrantData,
  type RevocationFields,
  WithdrawConsent,
  type WithdrawConsentData,
  WithdrawRequest,
  type WithdrawRequestData,
} from './generated/request.js';

type Act = 'withdraw' | 'withdrawConsent' | 'revoke';

type Answer = WithdrawRequestData['withdrawRequest'] | WithdrawConsentData['withdrawConsent'] | RevokeGrantData['revokeGrant'];

interface ActWords {
  readonly title: WordId;
  readonly effect: WordId;
  readonly button: WordId;
  readonly done: WordId;
}

const actWords: Readonly<Record<Act, ActWords>> = {
  withdraw: { title: 'act.withdrawTitle', effect: 'act.withdrawEffect', button: 'act.withdraw', done: 'act.withdrawn' },
  withdrawConsent: {
    title: 'act.withdrawConsentTitle',
    effect: 'act.withdrawConsentEffect',
    button: 'act.withdrawConsent',
    done: 'act.consentWithdrawn',
  },
  revoke: { title: 'act.revokeTitle', effect: 'act.revokeEffect', button: 'act.revoke', done: 'act.revoked' },
};

interface Done {
  readonly act: Act;
  readonly revocation: RevocationFields | null;
}

interface RequestActs {
  readonly buttons: ReactNode;
  readonly dialog: ReactNode;
  readonly outcome: ReactNode;
}

/** The acts on a request that end something: each asks for a reason, says its effect first, and shows what came of it. */
export function useRequestActs(
  request: RequestFull,
  again: () => void,
  grantToRevoke: string | null,
  closeRevoke: () => void,
): RequestActs {
  const { t } = useWords();
  const [asked, setAsked] = useState<Act | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  const [withdrawing, withdrawRequest] = useMutation(WithdrawRequest);
  const [withdrawingConsent, withdrawConsent] = useMutation(WithdrawConsent);
  const [revoking, revokeGrant] = useMutation(RevokeGrant);
  const act: Act | null = grantToRevoke === null ? asked : 'revoke';

  const close = (): void => {
    setAsked(null);
    closeRevoke();
  };

  const send = async (chosen: Act, reason: string): Promise<{ readonly answer: Answer | null; readonly fault: CombinedError | null }> => {
    const requestId = request.id;
    switch (chosen) {
      case 'withdraw': {
        const { data, error } = await withdrawRequest({ requestId, reason });
        return { answer: data?.withdrawRequest ?? null, fault: error ?? null };
      }
      case 'withdrawConsent': {
        const { data, error } = await withdrawConsent({ requestId, reason });
        return { answer: data?.withdrawConsent ?? null, fault: error ?? null };
      }
      case 'revoke': {
        const { data, error } = await revokeGrant({ grantId: grantToRevoke ?? '', reason });
        return { answer: data?.revokeGrant ?? null, fault: error ?? null };
      }
    }
  };

  const perform = async (reason: string): Promise<void> => {
    if (act === null) return;
    const sent = await send(act, reason);
    close();
    setDone(null);
    setRefused(null);
    setFault(sent.fault);
    if (sent.answer === null) return;
    if ('code' in sent.answer) {
      setRefused(sent.answer);
      return;
    }
    setDone({ act, revocation: sent.answer.__typename === 'RequestWithdrawn' ? null : sent.answer.revocation });
    again();
  };

  const offers = (action: string): boolean => request.availableActions.includes(action);
  const words = act === null ? null : actWords[act];
  return {
    buttons: (
      <>
        {offers('withdraw_request') && (
          <Button variant="outline" onClick={() => setAsked('withdraw')}>
            {t('act.withdraw')}
          </Button>
        )}
        {offers('withdraw_consent') && (
          <Button variant="outline" onClick={() => setAsked('withdrawConsent')}>
            {t('act.withdrawConsent')}
          </Button>
        )}
      </>
    ),
    dialog: words !== null && (
      <ReasonDialog
        title={t(words.title)}
        effect={t(words.effect)}
        button={t(words.button)}
        busy={withdrawing.fetching || withdrawingConsent.fetching || revoking.fetching}
        close={close}
        confirm={(reason) => void perform(reason)}
      />
    ),
    outcome: (
      <>
        {fault !== null && <FaultNotice error={fault} />}
        {refused !== null && <Refusal refused={refused} reload={again} />}
        {done !== null && (
          <Notice tone="good" role="status" takesFocus title={t(actWords[done.act].done)}>
            {done.revocation !== null
              && t('act.revocation', {
                acknowledged: done.revocation.edgesAcknowledged,
                expected: done.revocation.edgesExpected,
                ms: done.revocation.tookMs,
                sessions: done.revocation.sessionsEnded,
              })}
          </Notice>
        )}
      </>
    ),
  };
}
