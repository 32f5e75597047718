import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import type { EntryFilter, ExportFormat } from '../../api/generated/schema.js';
import { Facts } from '../../parts/facts.js';
import { FaultNotice } from '../../parts/fault-notice.js';
import { HashText } from '../../parts/hash-text.js';
import { Notice } from '../../parts/notice.js';
import { Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import { ExportLog, type ExportLogData } from './generated/log-export.js';
import styles from './history.module.css';

const formats: readonly ExportFormat[] = ['SEALED', 'OCSF', 'CSV'];
type Outcome = ExportLogData['exportLog'];

/** Takes what the filters select out of the house: one file, fetched once, each step of it on the log. */
export function LogExportSheet({ filter }: { readonly filter: EntryFilter }) {
  const { t } = useWords();
  const [format, setFormat] = useState<ExportFormat>('SEALED');
  const [{ fetching }, exportLog] = useMutation(ExportLog);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setOutcome(null);
    const { data, error } = await exportLog({ input: { format, filter } });
    setFault(error ?? null);
    setOutcome(data?.exportLog ?? null);
  };

  return (
    <Sheet title={t('export.title')}>
      <p>{t('export.lead')}</p>
      <form onSubmit={(event) => void submit(event)} className={styles.filters}>
        <NativeSelect
          className={styles.format}
          label={t('export.format')}
          value={format}
          onChange={(event) => setFormat(formats.find((each) => each === event.currentTarget.value) ?? 'SEALED')}
          data={formats.map((each) => ({ value: each, label: t(`export.${each}`) }))}
        />
        <div className={`${styles.buttons} ${styles.made}`}>
          <Button type="submit" variant="default" loading={fetching}>
            {t('export.button')}
          </Button>
        </div>
      </form>
      {fault !== null && <FaultNotice error={fault} />}
      {outcome !== null && <ExportAnswer outcome={outcome} />}
    </Sheet>
  );
}

function ExportAnswer({ outcome }: { readonly outcome: Outcome }) {
  const { t, count, said } = useWords();
  if (outcome.__typename === 'Denied') return <Refusal refused={outcome} />;
  if (outcome.__typename === 'ExportHindered') return <Notice tone="warn" role="alert" takesFocus title={said(outcome)} />;
  return (
    <Notice tone="good" role="status" takesFocus title={t('export.made', { entries: count(outcome.entries) })}>
      <Facts
        facts={[
          {
            label: t('export.file'),
            value: (
              <a href={outcome.address} download={outcome.fileName}>
                {outcome.fileName}
              </a>
            ),
          },
          { label: t('export.until'), value: <When at={outcome.expiresAt} detail="second" /> },
          { label: t('export.sha256'), value: <HashText value={outcome.sha256} label={t('export.sha256')} /> },
        ]}
      />
      <p>
        {t('export.once')} <a href="/verify/">{t('export.verify')}</a>
      </p>
    </Notice>
  );
}
