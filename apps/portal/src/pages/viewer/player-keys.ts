import { type RefObject, useEffect } from 'react';
import { areShortcutsOn } from '../../frame/keyboard.js';

interface PlayerKeys {
  readonly video: HTMLVideoElement | null;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly active: boolean;
}

const frameSeconds = 1 / 25;

/** Where the picture may be moved to: inside what has been received, never before or after it. */
function seek(video: HTMLVideoElement, bySeconds: number): void {
  const { buffered } = video;
  if (buffered.length === 0) return;
  const target = video.currentTime + bySeconds;
  video.currentTime = Math.min(Math.max(target, buffered.start(0)), buffered.end(buffered.length - 1) - 0.1);
}

/** Space or K: play and pause. J and L, arrows: back and forth. `,` `.`: one frame. F: full screen, with the watermark. */
export function usePlayerKeys({ video, stage, active }: PlayerKeys): void {
  useEffect(() => {
    if (!active || video === null) return undefined;
    const acts: Readonly<Record<string, () => void>> = {
      ' ': () => (video.paused ? void video.play() : video.pause()),
      k: () => (video.paused ? void video.play() : video.pause()),
      j: () => seek(video, -5),
      l: () => seek(video, 5),
      ArrowLeft: () => seek(video, -1),
      ArrowRight: () => seek(video, 1),
      ',': () => {
        video.pause();
        seek(video, -frameSeconds);
      },
      '.': () => {
        video.pause();
        seek(video, frameSeconds);
      },
      f: () => void (document.fullscreenElement === null ? stage.current?.requestFullscreen() : document.exitFullscreen()),
    };
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'A', 'SUMMARY'].includes(event.target.tagName))
        return;
      const isCharacter = event.key.length === 1 && event.key !== ' ';
      if (isCharacter && !areShortcutsOn()) return;
      const act = acts[event.key];
      if (act === undefined) return;
      event.preventDefault();
      // Before the frame's own keys, which know j and k as rows.
      event.stopImmediatePropagation();
      act();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [video, stage, active]);
}
