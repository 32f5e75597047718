import { useEffect, useState } from 'react';
import { serverNowMs } from '../api/server-clock.js';
import { useWords } from '../words/use-words.js';
import styles from './countdown.module.css';
import { leftOf } from './time-left.js';
import { When } from './when.js';

/** The gateway's time, renewed while the page is in sight. */
export function useServerNow(everyMs: number): number {
  const [now, setNow] = useState(serverNowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNowMs()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

const soonMs = 4 * 3_600_000;

/** A clock that runs out: the instant itself, and how long that still is, in words. */
export function Countdown({ until }: { readonly until: string }) {
  const { t } = useWords();
  const now = useServerNow(30_000);
  const ms = Date.parse(until) - now;
  const left = leftOf(ms);
  const words =
    left === null
      ? t('clock.late')
      : left.days > 0
        ? t('clock.days', left)
        : left.hours > 0
          ? t('clock.hours', left)
          : t('clock.minutes', left);
  return (
    <span className={styles.countdown} data-near={ms < soonMs}>
      <span className={styles.left}>{words}</span> <When at={until} />
    </span>
  );
}
