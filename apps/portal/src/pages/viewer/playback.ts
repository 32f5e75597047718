import type Hls from 'hls.js/light';
import { useCallback, useEffect, useRef, useState } from 'react';

export type PlaybackState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'playing' }
  | { readonly kind: 'paused' }
  /** The edge cannot check the right for a moment and serves nothing; the player tries again by itself. */
  | { readonly kind: 'held' }
  | { readonly kind: 'ended'; readonly cause: EndCause; readonly at: string | null };

/**
 * `revoked`: somebody took the right away. `expired`: its time is over. `over`: the edge says that it has ended, and no more.
 * `silent`: nobody has witnessed the log for hours, and the right is no emergency's. `broken`: no picture came any more.
 */
export type EndCause = 'revoked' | 'expired' | 'closed' | 'source' | 'over' | 'silent' | 'broken';

/** Why a session ended, in the words of its record and of the edge's events. */
export const causeOfReason: Readonly<Record<string, EndCause>> = {
  revoked: 'revoked',
  policy: 'revoked',
  expired: 'expired',
  client: 'closed',
  idle: 'closed',
  source: 'source',
  log_silent: 'silent',
};

interface Media {
  readonly mediaUrl: string;
  readonly eventsUrl: string | null;
}

export interface Playback {
  readonly state: PlaybackState;
  readonly isExpiring: boolean;
  /** UTC milliseconds of the picture now on the screen, from the stream's own clock; null before the first one. */
  pictureTimeMs(): number | null;
  stop(): void;
}

/**
 * Plays one session into the video element and obeys the edge: at `revoked` or `ended` the player is destroyed and the
 * element emptied, so that not even the last frame stays on the screen. No worker, no cookie but the session's own.
 */
export function usePlayback(video: HTMLVideoElement | null, media: Media | null): Playback {
  const [state, setState] = useState<PlaybackState>({ kind: 'connecting' });
  const [isExpiring, setExpiring] = useState(false);
  const player = useRef<Hls | null>(null);
  const endNow = useRef<(cause: EndCause, at: string | null) => void>(() => undefined);

  useEffect(() => {
    if (video === null || media === null) return undefined;
    let events: EventSource | null = null;
    let isOver = false;
    setState({ kind: 'connecting' });
    setExpiring(false);

    const clear = (): void => {
      events?.close();
      player.current?.destroy();
      player.current = null;
      video.pause();
      video.removeAttribute('src');
      video.load();
    };
    const end = (cause: EndCause, at: string | null): void => {
      if (isOver) return;
      isOver = true;
      clear();
      setState({ kind: 'ended', cause, at });
    };
    endNow.current = end;

    const listen = (): void => {
      if (events !== null || media.eventsUrl === null || isOver) return;
      events = new EventSource(media.eventsUrl, { withCredentials: true });
      events.addEventListener('revoked', (event) => end('revoked', field(event, 'at')));
      events.addEventListener('ended', (event) => end(causeOfReason[field(event, 'reason') ?? ''] ?? 'closed', field(event, 'at')));
      events.addEventListener('expiring', () => setExpiring(true));
      events.addEventListener('state', (event) => {
        if (field(event, 'state') === 'held') setState({ kind: 'held' });
        else setState({ kind: video.paused ? 'paused' : 'playing' });
      });
    };

    const onPlaying = (): void => setState((before) => (before.kind === 'ended' ? before : { kind: 'playing' }));
    const onPause = (): void => setState((before) => (before.kind === 'ended' ? before : { kind: 'paused' }));
    video.addEventListener('playing', onPlaying);
    video.addEventListener('pause', onPause);

    void import('hls.js/light').then(({ default: HlsLight, ErrorTypes, Events }) => {
      if (isOver) return;
      const hls = new HlsLight({
        enableWorker: false,
        liveSyncDurationCount: 2,
        maxBufferLength: 4,
        backBufferLength: 10,
        xhrSetup: (request) => {
          request.withCredentials = true;
        },
      });
      player.current = hls;
      // The first playlist exchanges the ticket for the cookie that the event stream needs.
      hls.on(Events.LEVEL_LOADED, listen);
      hls.on(Events.MANIFEST_PARSED, () => void video.play().catch(() => setState({ kind: 'paused' })));
      hls.on(Events.ERROR, (_event, data) => {
        if (data.response?.code === 410) end('over', null);
        else if (data.fatal && data.type === ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
        else if (data.fatal) end('broken', null);
      });
      hls.loadSource(media.mediaUrl);
      hls.attachMedia(video);
    });

    return () => {
      isOver = true;
      video.removeEventListener('playing', onPlaying);
      video.removeEventListener('pause', onPause);
      clear();
    };
  }, [video, media]);

  const pictureTimeMs = useCallback(() => player.current?.playingDate?.getTime() ?? null, []);
  const stop = useCallback(() => endNow.current('closed', null), []);
  return { state, isExpiring, pictureTimeMs, stop };
}

/** One text field of an event's JSON; the edge is trusted to send it, not to send it whole. */
function field(event: MessageEvent<unknown>, name: string): string | null {
  try {
    const data = JSON.parse(String(event.data)) as Record<string, unknown>;
    return typeof data[name] === 'string' ? data[name] : null;
  } catch {
    return null;
  }
}
