import { Badge } from '../../parts/badge.js';
import type { GateLeaf } from '../../parts/gate-mark.js';
import { HashText } from '../../parts/hash-text.js';
import { When } from '../../parts/when.js';
import { vi, type WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import { useNoteWords } from './note-words.js';
import type { RequestFull } from './generated/request.js';
import styles from './request.module.css';

const leaves: Readonly<Record<string, GateLeaf>> = {
  CONSENT: 'open',
  FORWARD: 'open',
  APPROVE: 'open',
  RETURN: 'ajar',
  DECLINE: 'closed',
  REFUSE: 'closed',
  WITHDRAWN: 'closed',
};

interface DecisionsProps {
  readonly decisions: RequestFull['decisions'];
  readonly needs: RequestFull['approvalsNeeded'];
}

/** Who still has to sign, and what has been signed, each with the digest of what was shown. */
export function Decisions({ decisions, needs }: DecisionsProps) {
  const { t, said, named } = useWords();
  const noteWords = useNoteWords();
  const verdict = (code: string): string => (`verdict.${code}` in vi ? t(`verdict.${code}` as WordId) : code);
  if (decisions.length === 0 && needs.length === 0) return <p className={styles.where}>{t('decisions.none')}</p>;
  return (
    <>
      {needs.length > 0 && (
        <ul className={styles.needs} aria-label={t('decisions.needs')}>
          {needs.map((need, place) => (
            <li key={`${need.kind}${need.organisation?.id ?? ''}${place}`}>
              <Badge leaf={need.done ? 'open' : 'ajar'}>{t(need.done ? 'decisions.done' : 'decisions.waiting')}</Badge> {said(need)}
            </li>
          ))}
        </ul>
      )}
      {decisions.map((decision) => (
        <article key={decision.id} className={styles.decision}>
          <p className={styles.decisionHead}>
            <Badge leaf={leaves[decision.verdict] ?? 'unknown'}>{verdict(decision.verdict)}</Badge>
            <span>{named(decision.organisation)}</span>
            <When at={decision.signedAt} detail="second" />
          </p>
          {decision.person !== null && (
            <p className={styles.where}>
              {[decision.person.displayName, decision.person.title].filter((part) => part !== null).join(', ')}
            </p>
          )}
          {decision.note !== null && <p className={styles.note}>{noteWords(decision.note)}</p>}
          {decision.conditions !== null && decision.conditions !== '' && <p className={styles.note}>{decision.conditions}</p>}
          <p className={styles.where}>
            {t('decisions.digest')} <HashText value={decision.digest} label={t('decisions.digest')} short />
          </p>
        </article>
      ))}
    </>
  );
}
