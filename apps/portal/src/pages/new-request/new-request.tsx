import '@mantine/core/styles/Checkbox.css';
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import type { RequestInput } from '../../api/generated/schema.js';
import { FaultNotice } from '../../parts/fault-notice.js';
import { Notice } from '../../parts/notice.js';
import { Page, Sheet } from '../../parts/page.js';
import { Refusal, type Refused } from '../../parts/refusal.js';
import { useWords } from '../../words/use-words.js';
import { CheckAnswers } from './check-answers.js';
import { forgetDraft, useDraft } from './draft.js';
import { ErrorSummary, type FieldError } from './error-summary.js';
import { SubmitRequest, SupplementRequest } from './generated/new-request.js';
import { PreCheck } from './pre-check.js';
import { missingFields, requestInput } from './request-input.js';
import { CameraStep } from './step-cameras.js';
import { NecessityStep } from './step-necessity.js';
import { PurposeStep } from './step-purpose.js';
import { type StepNumber, Steps, stepOf } from './steps.js';
import styles from './new-request.module.css';

/** S4: four steps, the last of which shows all answers once more. What is enough is for the gateway to say, beside and at the end. */
export function NewRequest() {
  const { t } = useWords();
  const draft = useDraft();
  const { buoc } = useSearch({ from: '/yeu-cau/moi' });
  const navigate = useNavigate({ from: '/yeu-cau/moi' });
  const step = stepOf(buoc);
  const [submitting, submitRequest] = useMutation(SubmitRequest);
  const [supplementing, supplementRequest] = useMutation(SupplementRequest);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  // One key for one draft as it stands: pressing twice, or again after a lost answer, makes one request.
  const idempotencyKey = useRef(crypto.randomUUID());
  useEffect(() => {
    idempotencyKey.current = crypto.randomUUID();
  }, [draft]);

  const isSupplement = draft.supplementOf !== '';
  const go = (to: StepNumber): void => void navigate({ search: { buoc: String(to) } });
  const send = async (input: RequestInput) => {
    if (draft.supplementOf !== '') {
      const { data, error } = await supplementRequest({ requestId: draft.supplementOf, input });
      return { answer: data?.supplementRequest ?? null, error };
    }
    const { data, error } = await submitRequest({ input, idempotencyKey: idempotencyKey.current });
    return { answer: data?.submitRequest ?? null, error };
  };
  const submit = async (): Promise<void> => {
    setRefused(null);
    setFault(null);
    const missing = missingFields(draft).map((field): FieldError => ({ field, text: null }));
    setErrors(missing);
    const input = requestInput(draft);
    if (missing.length > 0 || input === null) return;
    const { answer, error } = await send(input);
    if (answer === null) {
      setFault(error ?? null);
    } else if (answer.__typename === 'RequestSubmitted') {
      forgetDraft();
      await navigate({ to: '/yeu-cau/$id', params: { id: answer.request.id } });
    } else if (answer.__typename === 'InvalidInput') {
      setErrors([{ field: answer.path?.at(-1) ?? null, text: answer }]);
    } else {
      setRefused(answer);
    }
  };

  return (
    <Page
      title={t(isSupplement ? 'supplement.title' : 'newRequest.title')}
      lead={t('newRequest.lead')}
      hasError={errors.length > 0 || refused !== null || fault !== null}
    >
      {errors.length > 0 && <ErrorSummary errors={errors} go={go} />}
      {refused !== null && <Refusal refused={refused} />}
      {fault !== null && <FaultNotice error={fault} />}
      {isSupplement && (
        <Notice
          tone="info"
          title={t('supplement.notice')}
          action={
            <Button size="sm" variant="default" onClick={forgetDraft}>
              {t('supplement.leave')}
            </Button>
          }
        />
      )}
      <Steps current={step} go={go} />
      <div className={styles.split}>
        <div>
          <Sheet>
            {step === 1 && <PurposeStep draft={draft} />}
            {step === 2 && <CameraStep draft={draft} />}
            {step === 3 && <NecessityStep draft={draft} />}
            {step === 4 && <CheckAnswers draft={draft} go={go} />}
            <div className={styles.buttons}>
              {step > 1 && (
                <Button variant="default" onClick={() => go((step - 1) as StepNumber)}>
                  {t('newRequest.back')}
                </Button>
              )}
              {step < 4 ? (
                <Button onClick={() => go((step + 1) as StepNumber)}>{t('newRequest.next')}</Button>
              ) : (
                <Button onClick={() => void submit()} loading={submitting.fetching || supplementing.fetching}>
                  {t('newRequest.submit')}
                </Button>
              )}
            </div>
          </Sheet>
          <p className={styles.kept}>{t('newRequest.kept')}</p>
        </div>
        <PreCheck draft={draft} />
      </div>
    </Page>
  );
}
