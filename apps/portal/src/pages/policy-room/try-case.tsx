import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { FaultNotice } from '../../parts/fault-notice.js';
import { hanoiInstant } from '../../parts/hanoi-time.js';
import { Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { TimeField } from '../../parts/time-field.js';
import { useWords } from '../../words/use-words.js';
import { TryCase, type TryCaseData } from './generated/try-case.js';
import { TriedCase } from './tried-case.js';
import styles from './policy-room.module.css';

type Tried = TryCaseData['tryCase'];
type CombinedError = Parameters<typeof FaultNotice>[0]['error'];

const example = JSON.stringify(
  {
    action: 'live_view',
    asOf: '2026-09-15',
    viewer: { orgKind: 'SO_XD', roles: ['requester'], functions: ['GIAO_THONG'] },
    camera: { systemKind: 'central', purposes: ['GIAO_THONG'], classification: 'normal' },
    request: { purposeCode: 'GIAO_THONG', legalBasisCode: 'PDPL-32.1.a' },
  },
  null,
  2,
);

/** What would the rules say? A question as `cuao policy eval` takes it, on the bundle in force or another, as of any day. */
export function TryCasePanel({ bundle }: { readonly bundle: string | null }) {
  const { t } = useWords();
  const client = useClient();
  const [input, setInput] = useState(example);
  const [asOf, setAsOf] = useState('');
  const [sha256, setSha256] = useState(bundle ?? '');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Tried | null>(null);
  const [error, setError] = useState<CombinedError | null>(null);
  const ask = async (): Promise<void> => {
    setBusy(true);
    const variables = { input, asOf: hanoiInstant(asOf), bundleSha256: sha256.trim() === '' ? null : sha256.trim() };
    const result = await client.query(TryCase, variables, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    setAnswer(result.data?.tryCase ?? null);
    setError(result.error ?? null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void ask();
  };
  return (
    <Sheet title={t('room.try')}>
      <p className={styles.quiet}>{t('room.tryLead')}</p>
      <form className={styles.tryForm} onSubmit={submit}>
        <Textarea
          label={t('room.question')}
          description={t('room.questionHint')}
          rows={12}
          maxLength={16_384}
          spellCheck={false}
          className={styles.question}
          value={input}
          onChange={(event) => setInput(event.currentTarget.value)}
        />
        <div className={styles.tryRow}>
          <TimeField label={t('room.asOf')} hint={t('room.asOfHint')} value={asOf} change={setAsOf} />
          <TextInput
            label={t('room.bundle')}
            description={t('room.bundleHint')}
            value={sha256}
            maxLength={64}
            spellCheck={false}
            onChange={(event) => setSha256(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" loading={busy} className={styles.left}>
          {t('room.ask')}
        </Button>
      </form>
      {error !== null && <FaultNotice error={error} again={() => void ask()} />}
      {answer !== null && (answer.__typename === 'TriedCase' ? <TriedCase tried={answer} /> : <Refusal refused={answer} />)}
      {answer?.__typename === 'InvalidInput' && answer.path !== null && (
        <ul className={styles.list}>
          {answer.path.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
