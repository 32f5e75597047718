import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Facts } from '../../parts/facts.js';
import { HashText } from '../../parts/hash-text.js';
import type { Refused } from '../../parts/refusal.js';
import { hanoiInstant } from '../../parts/hanoi-time.js';
import { TimeField } from '../../parts/time-field.js';
import { Window } from '../../parts/window.js';
import { Dialog } from '../../parts/dialog.js';
import { useWords } from '../../words/use-words.js';
import { codedNote, type NoteCode, noteCodes } from '../request/coded-note.js';
import type { RequestFull } from '../request/generated/request.js';
import {
  ApproveRequest,
  type ApproveRequestData,
  GiveConsent,
  type GiveConsentData,
  ReviewRequest,
  type ReviewRequestData,
} from './generated/decide.js';
import type { Verdict } from './verdicts.js';
import styles from './decision.module.css';

type Answer = GiveConsentData['giveConsent'] | ReviewRequestData['reviewRequest'] | ApproveRequestData['approveRequest'];

/** What became of a signature. */
export type Signing =
  | { readonly kind: 'signed' }
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'fault'; readonly fault: CombinedError | null };

interface SignDialogProps {
  readonly request: RequestFull;
  readonly verdict: Verdict;
  readonly close: () => void;
  readonly finish: (outcome: Signing) => void;
}

/**
 * What you see is what you sign: the dialog repeats cameras, times and purpose, and sends the digest of the request
 * as this page holds it. Had it changed meanwhile, the gateway answers with a conflict instead of a signature.
 */
export function SignDialog({ request, verdict, close, finish }: SignDialogProps) {
  const { t, named } = useWords();
  const { purpose, basis, action } = useVocabulary();
  const [code, setCode] = useState<NoteCode | ''>('');
  const [words, setWords] = useState('');
  const [until, setUntil] = useState('');
  const [consenting, giveConsent] = useMutation(GiveConsent);
  const [reviewing, reviewRequest] = useMutation(ReviewRequest);
  const [approving, approveRequest] = useMutation(ApproveRequest);
  const count = request.cameras.length;

  const send = async (): Promise<{ readonly answer: Answer | null; readonly fault: CombinedError | null }> => {
    const shown = { requestId: request.id, shownDigest: request.digest, note: codedNote(code, words) };
    switch (verdict.desk) {
      case 'consent': {
        const { data, error } = await giveConsent({ ...shown, verdict: verdict.verdict });
        return { answer: data?.giveConsent ?? null, fault: error ?? null };
      }
      case 'review': {
        const { data, error } = await reviewRequest({ ...shown, verdict: verdict.verdict });
        return { answer: data?.reviewRequest ?? null, fault: error ?? null };
      }
      case 'approval': {
        const { data, error } = await approveRequest({ ...shown, verdict: verdict.verdict, expiresAt: hanoiInstant(until) });
        return { answer: data?.approveRequest ?? null, fault: error ?? null };
      }
    }
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { answer, fault } = await send();
    if (answer === null) finish({ kind: 'fault', fault });
    else finish('code' in answer ? { kind: 'refused', refused: answer } : { kind: 'signed' });
  };

  return (
    <Dialog title={t(verdict.title)} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <div className={styles.signed}>
          <Facts
            compact
            facts={[
              { label: t('requests.code'), value: request.code },
              { label: t('request.organisation'), value: named(request.organisation) },
              { label: t('field.purposeCode'), value: purpose(request.purposeCode) },
              { label: t('field.legalBasisCode'), value: basis(request.legalBasisCode) },
              { label: t('field.emergencyDeclRef'), value: request.emergencyDeclRef },
              { label: t('field.actions'), value: request.actions.map(action).join(', ') },
              {
                label: t('request.window'),
                value: <Window from={request.windowFrom} to={request.windowTo} />,
              },
              { label: t('request.cameras', { count }), value: request.cameras.map((camera) => camera.nameVi).join('; ') },
              { label: t('decisions.digest'), value: <HashText value={request.digest} label={t('decisions.digest')} short /> },
            ]}
          />
        </div>
        {verdict.stops && (
          <NativeSelect
            data-autofocus
            required
            mb="md"
            label={t('sign.code')}
            description={t('sign.codeHint')}
            value={code}
            onChange={(event) => setCode(noteCodes.find((one) => one === event.currentTarget.value) ?? '')}
            data={[{ value: '', label: t('sign.codeChoose') }, ...noteCodes.map((one) => ({ value: one, label: t(`note.${one}`) }))]}
          />
        )}
        {verdict.desk === 'approval' && !verdict.stops && (
          <TimeField label={t('sign.until')} hint={t('sign.untilHint')} value={until} change={setUntil} />
        )}
        <Textarea
          label={t('sign.note')}
          description={t('sign.noteHint')}
          rows={2}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button
            type="submit"
            loading={consenting.fetching || reviewing.fetching || approving.fetching}
            disabled={verdict.stops && code === ''}
          >
            {t(verdict.button, { count })}
          </Button>
          <Button variant="default" onClick={close}>
            {t('dialog.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
