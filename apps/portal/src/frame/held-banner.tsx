import { Link } from '@tanstack/react-router';
import { useWords } from '../words/use-words.js';
import styles from './held-banner.module.css';
import { mayTry } from './nav.js';
import type { HouseState, Viewer } from './session.js';

interface HeldBannerProps {
  readonly system: HouseState | null;
  /** null before a role is chosen. */
  readonly viewer: Viewer | null;
}

/** For everybody, on every page, while the log holds something back: what, until when, what to do instead. */
export function HeldBanner({ system, viewer }: HeldBannerProps) {
  const { t, either } = useWords();
  const text = system === null ? null : either(system.heldVi, system.heldEn);
  // The live region is there from the start: one that comes with its text is not read out by every screen reader.
  return (
    <div role="status" aria-label={t('held.label')}>
      {text !== null && (
        <p className={styles.banner}>
          <svg className={styles.sign} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="M12 9v5M12 16.4v1.8M12 2.8 22 20.6H2z" />
          </svg>
          <span>
            {text}
            {viewer !== null && mayTry(viewer, ['read_health']) && (
              <>
                {' '}
                <Link to="/suc-khoe" className={styles.link}>
                  {t('held.more')}
                </Link>
              </>
            )}
          </span>
        </p>
      )}
    </div>
  );
}
