import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { serverNowMs } from '../api/server-clock.js';
import { Notice } from '../parts/notice.js';
import { useWords } from '../words/use-words.js';
import { useSession } from './session.js';

const warnMs = 120_000;

/** Two minutes before the session ends the page says so; any act, or this button, asks the gateway and so keeps it alive. */
export function SessionEnding({ endsAt }: { readonly endsAt: string }) {
  const { t } = useWords();
  const { refresh } = useSession();
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const look = (): void => setNear(Date.parse(endsAt) - serverNowMs() < warnMs);
    look();
    const timer = setInterval(look, 5_000);
    return () => clearInterval(timer);
  }, [endsAt]);
  if (!isNear) return null;
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t('session.endingTitle')}
      action={
        <Button size="sm" onClick={refresh}>
          {t('session.extend')}
        </Button>
      }
    >
      {t('session.endingBody')}
    </Notice>
  );
}
