import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { lastAskedMs } from '../api/client.js';
import { serverNowMs } from '../api/server-clock.js';
import { Notice } from '../parts/notice.js';
import { useWords } from '../words/use-words.js';
import { useSession } from './session.js';

const warnMs = 120_000;
const lookEveryMs = 5_000;

/**
 * Two minutes before the session ends the page says so; any act keeps it alive, and so does the button. Once it is over
 * the gateway is asked who is here, and what stood on the page gives way to the sign-in.
 * @param endsAt as of the last time the gateway was asked; every question since then has moved the idle end on
 */
export function SessionEnding({ endsAt }: { readonly endsAt: string }) {
  const { t } = useWords();
  const { refresh } = useSession();
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const end = Date.parse(endsAt);
    const lasts = end - lastAskedMs();
    const look = (): void => {
      const left = Math.max(end, lastAskedMs() + lasts) - serverNowMs();
      setNear(left < warnMs);
      if (left <= 0) refresh();
    };
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [endsAt, refresh]);
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
