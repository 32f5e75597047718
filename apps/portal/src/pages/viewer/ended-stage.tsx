import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { GateMark } from '../../parts/gate-mark.js';
import { When } from '../../parts/when.js';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import { causeOfReason, type EndCause } from './playback.js';
import { PlaybackEnd } from './generated/viewer.js';
import styles from './viewer.module.css';

interface EndedStageProps {
  readonly cause: EndCause;
  readonly at: string | null;
  readonly sessionId: string;
  readonly leave: () => void;
  readonly again: () => void;
}

const words: Readonly<Record<EndCause, readonly [WordId, WordId]>> = {
  revoked: ['ended.revoked', 'ended.revokedBody'],
  expired: ['ended.expired', 'ended.expiredBody'],
  closed: ['ended.closed', 'ended.closedBody'],
  source: ['ended.source', 'ended.sourceBody'],
  over: ['ended.over', 'ended.overBody'],
  silent: ['ended.silent', 'ended.silentBody'],
  broken: ['ended.broken', 'ended.brokenBody'],
};

/** In place of the picture: a plain statement that it ended and why, never a frozen frame. */
export function EndedStage({ cause, at, sessionId, leave, again }: EndedStageProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [{ data }] = useQuery({ query: PlaybackEnd, variables: { id: sessionId }, requestPolicy: 'network-only' });
  useEffect(() => {
    box.current?.focus();
    again();
    // Once, when the picture is gone: what stands beside it must not still say that the right holds.
  }, []);
  const session = data?.playbackSession ?? null;
  // An event can be lost with its connection; the record then says more than the broken stream did.
  const mayKnowMore = cause === 'broken' || cause === 'over';
  const known = (mayKnowMore ? causeOfReason[session?.endReason ?? ''] : undefined) ?? cause;
  const [title, body] = words[known];
  const when = at ?? session?.endedAt ?? null;
  return (
    <div ref={box} tabIndex={-1} className={styles.ended} role="alert">
      <GateMark leaf="closed" size={44} />
      <p className={styles.endedTitle}>{t(title)}</p>
      {when !== null && (
        <p className={styles.endedAt}>
          <When at={when} detail="second" />
        </p>
      )}
      <p>{t(body)}</p>
      <Button variant="default" onClick={leave}>
        {t('ended.back')}
      </Button>
    </div>
  );
}
