import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../parts/dialog.js';
import { useWords } from '../../words/use-words.js';
import { ErasureFacts, useErasureWords } from './erasure-facts.js';
import type { ErasureFields } from './generated/erasure.js';
import { WhatGoes } from './what-goes.js';
import styles from './erasure.module.css';

interface EraseDialogProps {
  readonly erasure: ErasureFields;
  readonly busy: boolean;
  readonly close: () => void;
  readonly erase: () => void;
}

/** The second hand sees once more whose openings go, how many and on what basis; nothing brings them back. */
export function EraseDialog({ erasure, busy, close, erase }: EraseDialogProps) {
  const { t } = useWords();
  const words = useErasureWords();
  const [isSure, setSure] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    erase();
  };
  return (
    <Dialog title={t('erasure.eraseTitle')} close={close}>
      <form onSubmit={submit}>
        <p className={styles.whose}>{words.whose(erasure)}</p>
        <ErasureFacts erasure={erasure} />
        <WhatGoes part={erasure.part === 'case' ? 'case' : 'actor'} />
        <Checkbox
          className={styles.sure}
          label={t('erasure.sure')}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={busy} disabled={!isSure}>
            {t('erasure.eraseNow')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('dialog.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
