import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

const storageKey = 'cuao.shortcuts';

/** Single keys can be switched off (WCAG 2.1.4); a preference, so it may stay on the device. */
export function areShortcutsOn(): boolean {
  return window.localStorage.getItem(storageKey) !== 'off';
}

export function useShortcutSwitch(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(areShortcutsOn);
  const choose = (next: boolean): void => {
    window.localStorage.setItem(storageKey, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, choose];
}

const chordMs = 1_200;
const goTo: Readonly<Record<string, '/' | '/duyet' | '/nhat-ky' | '/camera'>> = { h: '/', q: '/duyet', n: '/nhat-ky', c: '/camera' };

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** Moves the focus to the opening link of the next or previous row. */
function stepRow(by: 1 | -1): void {
  const links = [...document.querySelectorAll('[data-row]')].flatMap((row) => row.querySelector<HTMLElement>('a, button') ?? []);
  if (links.length === 0) return;
  const at = links.findIndex((link) => link.closest('[data-row]')?.contains(document.activeElement) === true);
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: 'nearest' });
}

/** `/` search, `g h` home, `g q` queue, `g n` log, `g c` cameras, `j`/`k` rows (Enter follows the link), `?` help. Nothing signs by one key. */
export function useShortcuts(on: boolean, openHelp: () => void): void {
  const navigate = useNavigate();
  const chordAt = useRef(0);
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isDialogOpen()) return;
      const inChord = performance.now() - chordAt.current < chordMs;
      chordAt.current = event.key === 'g' ? performance.now() : 0;
      const target = inChord ? goTo[event.key] : undefined;
      if (target !== undefined) void navigate({ to: target });
      else if (event.key === '/') document.querySelector<HTMLElement>('[data-search]')?.focus();
      else if (event.key === 'j') stepRow(1);
      else if (event.key === 'k') stepRow(-1);
      else if (event.key === '?') openHelp();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, navigate, openHelp]);
}
