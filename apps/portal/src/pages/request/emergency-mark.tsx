import { useWords } from '../../words/use-words.js';
import styles from './request.module.css';

/** Beside the state: the gateway says that the request, or the right that came out of it, is an emergency's with its proof. */
export function EmergencyMark({ of }: { readonly of: { readonly isEmergency: boolean } }) {
  const { t } = useWords();
  return of.isEmergency ? <span className={styles.emergency}>{t('request.emergency')}</span> : null;
}
