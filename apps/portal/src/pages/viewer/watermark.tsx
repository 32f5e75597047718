import { useEffect, useState } from 'react';
import { useServerNow } from '../../parts/countdown.js';
import { hanoiTime } from '../../parts/hanoi-time.js';
import styles from './viewer.module.css';

const moveEveryMs = 6_000;
const places = ['nw', 'e', 'sw', 'n', 'se', 'w', 'ne', 's', 'middle'] as const;

/**
 * Who looks, under which request, and when, over the picture; it moves, so that no crop is free of it for long.
 * A deterrent and a trace, not a lock: whoever films the screen films this too.
 */
export function Watermark({ text }: { readonly text: string }) {
  const [place, setPlace] = useState(0);
  const now = useServerNow(1_000);
  useEffect(() => {
    const timer = setInterval(() => setPlace((before) => (before + 1) % places.length), moveEveryMs);
    return () => clearInterval(timer);
  }, []);
  const line = `${text} · ${hanoiTime(now, 'second')}`;
  return (
    <div className={styles.watermark} data-testid="watermark">
      <span className={styles.mark} data-place={places[place]}>
        {line}
      </span>
      <span className={styles.weave} aria-hidden="true">
        {Array.from({ length: 12 }, (_, at) => (
          <span key={at}>{text}</span>
        ))}
      </span>
    </div>
  );
}
