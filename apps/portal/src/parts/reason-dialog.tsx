import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from './dialog.js';
import { useWords } from '../words/use-words.js';
import styles from './dialog.module.css';

interface ReasonDialogProps {
  readonly title: string;
  /** What will follow from the act, before it is done. */
  readonly effect: string;
  /** The verb on the button, never "OK". */
  readonly button: string;
  readonly busy: boolean;
  readonly close: () => void;
  readonly confirm: (reason: string) => void;
}

/** An act that ends something asks why; the reason is recorded with it. */
export function ReasonDialog({ title, effect, button, busy, close, confirm }: ReasonDialogProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm(reason.trim().normalize('NFC'));
  };
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={submit}>
        <p className={styles.effect}>{effect}</p>
        <Textarea
          data-autofocus
          label={t('dialog.reason')}
          description={t('dialog.reasonHint')}
          rows={3}
          maxLength={500}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={busy} disabled={reason.trim() === ''}>
            {button}
          </Button>
          <Button variant="default" onClick={close}>
            {t('dialog.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
