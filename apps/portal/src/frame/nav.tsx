import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { WordId } from '../words/index.js';
import { useWords } from '../words/use-words.js';
import styles from './nav.module.css';
import type { Viewer } from './session.js';

interface Door {
  readonly to:
    | '/'
    | '/camera'
    | '/yeu-cau'
    | '/yeu-cau/moi'
    | '/duyet'
    | '/nhat-ky'
    | '/kiem-chung'
    | '/quy-dinh'
    | '/chinh-sach'
    | '/canh-bao'
    | '/suc-khoe'
    | '/xoa-phan-mo';
  readonly word: WordId;
  /** Shown to roles that may try one of these actions; the gateway judges each attempt anyway. */
  readonly actions: readonly string[] | null;
}

const doors: readonly Door[] = [
  { to: '/', word: 'nav.work', actions: null },
  { to: '/camera', word: 'nav.cameras', actions: ['list_cameras'] },
  { to: '/yeu-cau/moi', word: 'nav.newRequest', actions: ['submit_request'] },
  { to: '/yeu-cau', word: 'nav.requests', actions: ['submit_request', 'withdraw_request'] },
  { to: '/duyet', word: 'nav.queue', actions: ['consent', 'review', 'approve'] },
  { to: '/nhat-ky', word: 'nav.history', actions: ['inspect', 'read_own_entries'] },
  { to: '/canh-bao', word: 'nav.alerts', actions: ['inspect'] },
  { to: '/suc-khoe', word: 'nav.health', actions: ['read_health'] },
  { to: '/xoa-phan-mo', word: 'nav.erasures', actions: ['erase_opening'] },
  { to: '/kiem-chung', word: 'nav.proof', actions: null },
  { to: '/quy-dinh', word: 'nav.rules', actions: null },
  { to: '/chinh-sach', word: 'nav.policyRoom', actions: ['read_release', 'try_case'] },
];

export function mayTry(viewer: Viewer, actions: readonly string[]): boolean {
  return actions.some((action) => viewer.actions.includes(action));
}

/** The pages that this role has anything to do on. */
export function doorsOf(viewer: Viewer): readonly Door[] {
  return doors.filter((door) => door.actions === null || mayTry(viewer, door.actions));
}

/** The way round the house by role. Hiding a door here is courtesy, never protection. */
export function Nav({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={listId} onClick={() => setOpen(!isOpen)}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          <path d="M2 5h16M2 10h16M2 15h16" />
        </svg>
        {t('nav.toggle')}
      </button>
      <ul id={listId} className={styles.list} data-open={isOpen}>
        {doorsOf(viewer).map((door) => (
          <li key={door.to}>
            <Link
              to={door.to}
              className={styles.link}
              activeOptions={{ exact: door.to === '/' || door.to === '/yeu-cau', includeSearch: false }}
              onClick={() => setOpen(false)}
            >
              {t(door.word)}
            </Link>
          </li>
        ))}
      </ul>
      <p className={styles.creed} data-open={isOpen}>
        {t('nav.creed')}
      </p>
    </nav>
  );
}
