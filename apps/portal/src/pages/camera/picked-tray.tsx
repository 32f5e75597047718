import { LinkButton } from '../../parts/link-button.js';
import { useWords } from '../../words/use-words.js';
import { useDraft } from '../new-request/draft.js';
import styles from './picked-tray.module.css';

/** The cameras already in the draft request, with the way on. */
export function PickedTray() {
  const { t } = useWords();
  const { cameras } = useDraft();
  if (cameras.length === 0) return null;
  return (
    <aside className={styles.tray} aria-label={t('tray.label')}>
      <p className={styles.text} role="status">
        {t('tray.count', { count: cameras.length })}
      </p>
      <LinkButton to="/yeu-cau/moi">{t('tray.go')}</LinkButton>
    </aside>
  );
}
