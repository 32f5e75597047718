import { useWords } from '../../words/use-words.js';
import styles from './proof.module.css';

/** How anybody checks the saved file without this server: which files to keep, and the one command. */
export function OfflineCheck({ entryId }: { readonly entryId: string }) {
  const { t } = useWords();
  return (
    <div className={styles.offline}>
      <h3 className={styles.rowTitle}>{t('proof.offlineTitle')}</h3>
      <p>{t('proof.offlineSteps')}</p>
      <pre className={styles.leafText}>{t('proof.offlineCommand', { entry: entryId })}</pre>
      <p>
        <a href="/log/policy" download="policy">
          {t('proof.policyFile')}
        </a>{' '}
        · <a href={`/kiem-chung?muc=${entryId}`}>{t('proof.ownPage')}</a>
      </p>
    </div>
  );
}
