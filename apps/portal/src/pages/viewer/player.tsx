import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { HashText } from '../../parts/hash-text.js';
import { useServerNow } from '../../parts/countdown.js';
import { hanoiTime } from '../../parts/hanoi-time.js';
import { leftOf } from '../../parts/time-left.js';
import { useWords } from '../../words/use-words.js';
import { EndedStage } from './ended-stage.js';
import { usePlayback } from './playback.js';
import { usePlayerKeys } from './player-keys.js';
import type { OpenPlaybackData } from './generated/viewer.js';
import { Watermark } from './watermark.js';
import styles from './viewer.module.css';

export type Opened = Extract<OpenPlaybackData['openPlayback'], { __typename: 'PlaybackOpened' }>;

interface PlayerProps {
  readonly opened: Opened;
  readonly again: () => void;
  readonly leave: () => void;
}

/** The picture with what must stand on and beside it: watermark, the picture's own time, time left, and that it is recorded. */
export function Player({ opened, again, leave }: PlayerProps) {
  const { session, entry, receipt } = opened;
  const { t } = useWords();
  const stage = useRef<HTMLDivElement>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const media = useMemo(() => (session.mediaUrl === null ? null : { mediaUrl: session.mediaUrl, eventsUrl: session.eventsUrl }), [session]);
  const { state, isExpiring, pictureTimeMs, stop } = usePlayback(video, media);
  const isEnded = state.kind === 'ended';
  usePlayerKeys({ video, stage, active: !isEnded });
  useEffect(() => stage.current?.focus(), []);

  const toggle = (): void => {
    if (video === null) return;
    if (video.paused) void video.play();
    else video.pause();
  };

  return (
    <div>
      <div ref={stage} className={styles.stage} tabIndex={-1} role="group" aria-label={t('player.label', { name: session.camera.nameVi })}>
        <video
          ref={setVideo}
          className={styles.video}
          muted
          playsInline
          disablePictureInPicture
          disableRemotePlayback
          hidden={isEnded}
          aria-label={session.camera.nameVi}
        />
        {!isEnded && <Watermark text={session.watermarkText} />}
        {!isEnded && <p className={styles.recorded}>{t('player.recorded')}</p>}
        {state.kind === 'connecting' && (
          <p className={styles.waiting} role="status">
            {t('player.connecting')}
          </p>
        )}
        {state.kind === 'held' && (
          <p className={styles.waiting} role="status">
            {t('player.held')}
          </p>
        )}
        {isEnded && <EndedStage cause={state.cause} at={state.at} sessionId={session.id} leave={leave} again={again} />}
      </div>
      {!isEnded && (
        <div className={styles.bar}>
          <Button variant="filled" onClick={toggle}>
            {t(state.kind === 'playing' ? 'player.pause' : 'player.play')}
          </Button>
          <Button variant="default" onClick={() => void stage.current?.requestFullscreen()}>
            {t('player.fullscreen')}
          </Button>
          <PictureClock pictureTimeMs={pictureTimeMs} />
          <TimeLeft until={session.notAfter} isExpiring={isExpiring} />
          <Button variant="outline" onClick={stop}>
            {t('player.stop')}
          </Button>
        </div>
      )}
      <div className={styles.trace}>
        <span>{t('player.onLog')}</span>
        <HashText value={entry.id} label={t('player.entry')} short />
        <Link to="/kiem-chung" search={{ muc: entry.id }} target="_blank">
          {t('player.check')}
        </Link>
        {receipt !== null && (
          <details className={styles.receipt}>
            <summary>{t('player.receipt')}</summary>
            <HashText value={receipt.text} label={t('player.receipt')} />
          </details>
        )}
      </div>
      <p className={styles.keys}>{t('player.keys')}</p>
    </div>
  );
}

/** The time of the picture itself, by the stream's own clock, in Hà Nội time. */
function PictureClock({ pictureTimeMs }: { readonly pictureTimeMs: () => number | null }) {
  const { t } = useWords();
  useServerNow(250);
  const ms = pictureTimeMs();
  return (
    <span className={styles.clock} title={ms === null ? undefined : `${new Date(ms).toISOString().replace('T', ' ').slice(0, 19)} UTC`}>
      <span className={styles.clockLabel}>{t('player.hanoiTime')}</span>
      <span className={styles.clockFace}>{ms === null ? '––:––:––' : hanoiTime(ms, 'second')}</span>
    </span>
  );
}

function TimeLeft({ until, isExpiring }: { readonly until: string; readonly isExpiring: boolean }) {
  const { t } = useWords();
  const left = leftOf(Date.parse(until) - useServerNow(1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    <span className={styles.clock} data-near={isExpiring}>
      <span className={styles.clockLabel}>{t('player.timeLeft')}</span>
      <span className={styles.clockFace}>
        {left === null ? '00:00:00' : `${two(left.hours + left.days * 24)}:${two(left.minutes)}:${two(left.seconds)}`}
      </span>
      {isExpiring && <span role="status">{t('player.expiring')}</span>}
    </span>
  );
}
