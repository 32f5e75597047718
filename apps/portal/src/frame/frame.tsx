import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Loading } from '../parts/loaded.js';
import { Notice } from '../parts/notice.js';
import { useWords } from '../words/use-words.js';
import { useShortcuts, useShortcutSwitch } from './keyboard.js';
import { HeldBanner } from './held-banner.js';
import { Nav } from './nav.js';
import { SessionEnding } from './session-ending.js';
import { useSession } from './session.js';
import { StatusLine } from './status-line.js';
import { Strip } from './strip.js';
import { useVocabulary } from './vocabulary.js';
import styles from './frame.module.css';

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.js')).HelpDialog }));

/** Pages that need nobody to be signed in. */
const openPages = ['/dang-nhap', '/kiem-chung'];

/** What stands around every page. Pages behind the sign-in appear only when a role has been chosen. */
export function Frame() {
  const { viewer, system, fetching, failed } = useSession();
  const { t } = useWords();
  const { isSettled } = useVocabulary();
  const location = useLocation();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const openHelp = useCallback(() => setHelp(true), []);
  const [shortcutsOn, setShortcuts] = useShortcutSwitch();
  useShortcuts(shortcutsOn, openHelp);

  // The page that is on the screen, not the one being fetched.
  const shown = useMatches({ select: (matches) => matches.at(-1)?.fullPath });
  const isOpen = openPages.some((page) => page === shown);
  const hasRole = viewer !== null && viewer.role !== null;
  const mustSignIn = !openPages.includes(location.pathname) && !hasRole && !fetching && !failed;
  useEffect(() => {
    if (mustSignIn) void navigate({ to: '/dang-nhap', search: { den: location.pathname }, replace: true });
  }, [mustSignIn, navigate, location.pathname]);

  return (
    <div className={styles.frame}>
      <a href="#noi-dung" className={styles.skip}>
        {t('frame.skip')}
      </a>
      <Strip viewer={viewer} openHelp={openHelp} />
      <StatusLine system={system} />
      <HeldBanner system={system} viewer={hasRole ? viewer : null} />
      <div className={styles.body} data-with-nav={hasRole}>
        {hasRole && <Nav viewer={viewer} />}
        <main id="noi-dung" tabIndex={-1} className={styles.main}>
          {hasRole && <SessionEnding endsAt={viewer.sessionExpiresAt} />}
          {failed && (
            <Notice tone="error" role="alert" title={t('frame.unreachable')}>
              {t('frame.unreachableBody')}
            </Notice>
          )}
          {isOpen || (hasRole && isSettled) ? (
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          ) : (
            <Loading />
          )}
        </main>
      </div>
      {help && (
        <Suspense fallback={null}>
          <HelpDialog close={() => setHelp(false)} shortcutsOn={shortcutsOn} setShortcuts={setShortcuts} />
        </Suspense>
      )}
    </div>
  );
}
