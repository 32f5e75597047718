import { Button, Textarea } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Notice } from '../../parts/notice.js';
import { Page, Sheet } from '../../parts/page.js';
import { useWords } from '../../words/use-words.js';
import { EntryProof } from './entry-proof.js';
import { type Pasted, readPasted } from './pasted.js';
import { ReceiptVerdict } from './receipt-verdict.js';
import styles from './proof.module.css';

/** S11: anyone with a receipt or an entry's number can see whether it stands on the log, worked out in this browser. */
export function ProofPage() {
  const { muc } = useSearch({ from: '/kiem-chung' });
  const { t } = useWords();
  const navigate = useNavigate({ from: '/kiem-chung' });
  const [text, setText] = useState(muc ?? '');
  const [pasted, setPasted] = useState<Pasted | null>(muc === undefined ? null : readPasted(muc));

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readPasted(text);
    setPasted(read);
    // Only the entry's number goes into the address; a receipt stays on the page.
    if (read.kind === 'entry') void navigate({ search: { muc: read.entryId }, replace: true });
  };

  return (
    <Page title={t('proof.title')} lead={t('proof.lead')} hasError={pasted?.kind === 'nothing'}>
      <Sheet>
        <form onSubmit={submit} className={styles.form}>
          <Textarea
            data-search
            label={t('proof.input')}
            description={t('proof.inputHint')}
            rows={3}
            autosize={false}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            classNames={{ input: styles.mono ?? '' }}
          />
          <Button type="submit" disabled={text.trim() === ''}>
            {t('proof.button')}
          </Button>
        </form>
      </Sheet>
      {pasted?.kind === 'nothing' && (
        <Notice tone="error" role="alert" title={t('proof.unreadable')}>
          {t('proof.unreadableBody')}
        </Notice>
      )}
      {pasted?.kind === 'receipt' && <ReceiptVerdict key={pasted.text} receipt={pasted.text} />}
      {pasted !== null && pasted.kind !== 'nothing' && (
        <EntryProof key={pasted.entryId} entryId={pasted.entryId} digest={pasted.kind === 'receipt' ? pasted.digest : null} />
      )}
      <Sheet title={t('proof.howTitle')} tone="sunk">
        <ol className={styles.how}>
          <li>{t('proof.how1')}</li>
          <li>{t('proof.how2')}</li>
          <li>{t('proof.how3')}</li>
          <li>{t('proof.how4')}</li>
        </ol>
        <p>{t('proof.offline')}</p>
        <p>
          <a href="/log/checkpoint">{t('proof.checkpointFile')}</a> · <a href="/log/vkeys">{t('proof.keysFile')}</a>
        </p>
      </Sheet>
    </Page>
  );
}
