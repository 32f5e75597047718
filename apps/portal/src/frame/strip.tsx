import { Link } from '@tanstack/react-router';
import { capital, useWords } from '../words/use-words.js';
import { useLanguage } from '../words/words-provider.js';
import { GateSign } from './gate-sign.js';
import type { Viewer } from './session.js';
import { signOut } from './sign-out.js';
import styles from './strip.module.css';

interface StripProps {
  readonly viewer: Viewer | null;
  readonly openHelp: () => void;
}

/** Who I am acting as, always in sight; language, help and the way out always in the same place. */
export function Strip({ viewer, openHelp }: StripProps) {
  const { t, named } = useWords();
  const { language, choose } = useLanguage();
  return (
    <header className={styles.strip}>
      <Link to="/" className={styles.house}>
        <GateSign />
        <span className={styles.name}>Cửa Ô</span>
        <span className={styles.city}>{t('strip.city')}</span>
      </Link>
      {viewer !== null && (
        <div className={styles.who} role="group" aria-label={t('strip.actingAs')}>
          <span className={styles.person}>{viewer.displayName}</span>
          <span className={styles.organisation}>{named(viewer.organisation)}</span>
          {viewer.role !== null && (
            <Link to="/dang-nhap" className={styles.role} title={t('strip.changeRole')}>
              {capital(named(viewer.role))}
            </Link>
          )}
        </div>
      )}
      <div className={styles.tools}>
        <button
          type="button"
          className={styles.tool}
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => choose(language === 'vi' ? 'en' : 'vi')}
        >
          {t('strip.otherLanguage')}
        </button>
        <button type="button" className={styles.tool} onClick={openHelp}>
          {t('strip.help')}
        </button>
        {viewer !== null && (
          <button type="button" className={styles.tool} data-framed="true" onClick={() => void signOut()}>
            {t('strip.signOut')}
          </button>
        )}
      </div>
    </header>
  );
}
