import { Link } from '@tanstack/react-router';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import type { RequestFull } from './generated/request.js';
import styles from './request.module.css';

/** What happened, as a list that can be read aloud; each event leads to its entry on the log. */
export function Timeline({ events }: { readonly events: RequestFull['timeline'] }) {
  const { t, said } = useWords();
  return (
    <ol className={styles.timeline}>
      {events.map((event) => (
        <li key={`${event.at}${event.type}${event.entryId ?? ''}`} className={styles.event}>
          <span className={styles.eventAt}>
            <When at={event.at} detail="second" />
          </span>
          <span className={styles.eventText}>{said(event)}</span>
          <span className={styles.where}>{[event.actorName, event.organisationName].filter((part) => part !== null).join(', ')}</span>
          {event.entryId !== null && (
            <Link to="/kiem-chung" search={{ muc: event.entryId }} aria-label={t('request.proofOf', { what: said(event) })}>
              {t('request.proof')}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
