import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Effect } from '../api/generated/schema.js';
import { useWords } from '../words/use-words.js';
import { vi, type WordId } from '../words/index.js';
import { GateMark, type GateLeaf } from './gate-mark.js';
import { groupReasons } from './group-reasons.js';
import { HashText } from './hash-text.js';
import type { ReasonFields } from './generated/refusal.js';
import { When } from './when.js';
import styles from './why-card.module.css';

interface WhyCardProps {
  readonly effect: Effect;
  /** The one sentence; when the gateway sends none (a pre-check), the effect's own name stands alone. */
  readonly sentence?: string | null;
  readonly next: string | null;
  readonly reasons: readonly ReasonFields[];
  readonly decisionId?: string;
  readonly entryId?: string;
  readonly asOf: string;
  readonly policyRevision: string;
  /** A button for the next step, where the page has one. */
  readonly action?: ReactNode;
  readonly isAlert?: boolean;
}

export const leafOf: Readonly<Record<Effect, GateLeaf>> = {
  ALLOW: 'open',
  NEEDS_APPROVAL: 'ajar',
  DENY: 'closed',
  CANNOT_DECIDE: 'unknown',
};
const effectWord: Readonly<Record<Effect, WordId>> = {
  ALLOW: 'effect.ALLOW',
  NEEDS_APPROVAL: 'effect.NEEDS_APPROVAL',
  DENY: 'effect.DENY',
  CANNOT_DECIDE: 'effect.CANNOT_DECIDE',
};

/**
 * Why it was refused or allowed: the sentence, what can be done now, the rules with their articles, the decision's id and time.
 * Every reason is the gateway's own text; nothing is worded or weighed here.
 */
export function WhyCard(props: WhyCardProps) {
  const { effect, sentence, next, reasons, decisionId, entryId, asOf, policyRevision, action, isAlert = false } = props;
  const { t, said } = useWords();
  return (
    <section className={styles.card} data-effect={effect} role={isAlert ? 'alert' : undefined} aria-label={t('why.title')}>
      <div className={styles.head}>
        <GateMark leaf={leafOf[effect]} size={28} />
        <p className={styles.effect}>{t(effectWord[effect])}</p>
      </div>
      {sentence !== undefined && sentence !== null && <p className={styles.sentence}>{sentence}</p>}
      {next !== null && (
        <div className={styles.next}>
          <p className={styles.label}>{t('why.next')}</p>
          <p className={styles.nextText}>{next}</p>
          {action}
        </div>
      )}
      {reasons.length > 0 && (
        <>
          <p className={styles.label}>{t('why.rules')}</p>
          <ul className={styles.reasons}>
            {groupReasons(reasons).map(({ reason, facts }) => (
              <li key={`${reason.rule}${reason.textVi}`}>
                <span>{said(reason)}</span> <Facts facts={facts} />
                <span className={styles.cite}>
                  <Link to="/quy-dinh/$id" params={{ id: reason.rule }}>
                    {reason.rule}
                  </Link>
                  {reason.articles.length > 0 && <> · {reason.articles.join('; ')}</>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.foot}>
        <span>
          <When at={asOf} detail="second" />
        </span>
        <span>{t('why.policy', { revision: policyRevision })}</span>
        {decisionId !== undefined && (
          <span>
            <Link to="/quyet-dinh/$id" params={{ id: decisionId }}>
              {t('why.decision')}
            </Link>{' '}
            <HashText value={decisionId} label={t('why.decision')} short />
          </span>
        )}
        {entryId !== undefined && (
          <Link to="/kiem-chung" search={{ muc: entryId }}>
            {t('why.entry')}
          </Link>
        )}
      </p>
    </section>
  );
}

/** The facts a rule speaks of, as far as people have a word for them; the others are the rule's own affair. */
function Facts({ facts }: { readonly facts: readonly string[] }) {
  const { t } = useWords();
  const words = facts.flatMap((fact) => (`fact.${fact}` in vi ? [t(`fact.${fact}` as WordId)] : []));
  return words.length === 0 ? null : <span>{t('why.about', { facts: words.join(', ') })} </span>;
}
