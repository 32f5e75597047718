import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMutation } from 'urql';
import { Notice } from '../../parts/notice.js';
import { ReasonDialog } from '../../parts/reason-dialog.js';
import { Refusal, type Refused } from '../../parts/refusal.js';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import { type RequestFull, RevokeGrant, type RevocationFields, WithdrawConsent, WithdrawRequest } from './generated/request.js';

type Act = 'withdraw' | 'withdrawConsent' | 'revoke';

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
  const [failed, setFailed] = useState(false);
  const [withdrawing, withdrawRequest] = useMutation(WithdrawRequest);
  const [withdrawingConsent, withdrawConsent] = useMutation(WithdrawConsent);
  const [revoking, revokeGrant] = useMutation(RevokeGrant);
  const act: Act | null = grantToRevoke === null ? asked : 'revoke';

  const close = (): void => {
    setAsked(null);
    closeRevoke();
  };

  const send = async (chosen: Act, reason: string) => {
    const requestId = request.id;
    switch (chosen) {
      case 'withdraw':
        return (await withdrawRequest({ requestId, reason })).data?.withdrawRequest;
      case 'withdrawConsent':
        return (await withdrawConsent({ requestId, reason })).data?.withdrawConsent;
      case 'revoke':
        return (await revokeGrant({ grantId: grantToRevoke ?? '', reason })).data?.revokeGrant;
    }
  };

  const perform = async (reason: string): Promise<void> => {
    if (act === null) return;
    const answer = await send(act, reason);
    close();
    setDone(null);
    setRefused(null);
    setFailed(answer === undefined);
    if (answer === undefined) return;
    if ('code' in answer) {
      setRefused(answer);
      return;
    }
    setDone({ act, revocation: answer.__typename === 'RequestWithdrawn' ? null : answer.revocation });
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
        {failed && <Notice tone="error" role="alert" title={t('load.errorTitle')} />}
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
