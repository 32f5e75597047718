import { Button } from '@mantine/core';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Facts } from '../../parts/facts.js';
import { When } from '../../parts/when.js';
import { LinkButton } from '../../parts/link-button.js';
import { capital, useWords } from '../../words/use-words.js';
import { EmergencyMark } from './emergency-mark.js';
import { GrantStateBadge } from './request-state.js';
import type { RequestFull } from './generated/request.js';
import styles from './request.module.css';

interface GrantsProps {
  readonly request: Pick<RequestFull, 'grants' | 'isEmergency'>;
  readonly availableActions: readonly string[];
  readonly revoke: (grantId: string) => void;
}

/** The rights that came out of the request: until when, for what, under which duties. */
export function Grants({ request, availableActions, revoke }: GrantsProps) {
  const { grants } = request;
  const { t, said, named } = useWords();
  const { action } = useVocabulary();
  const mayView = availableActions.some((one) => one === 'live_view' || one === 'playback' || one === 'open_playback');
  const mayRevoke = availableActions.some((one) => one === 'revoke' || one === 'revoke_grant');
  if (grants.length === 0) return <p className={styles.where}>{t('grants.none')}</p>;
  return grants.map((grant) => (
    <article key={grant.id} className={styles.decision}>
      <p className={styles.decisionHead}>
        <GrantStateBadge state={grant.state} />
        <EmergencyMark of={request} />
        <span>{t('request.cameras', { count: grant.cameras.length })}</span>
        <span>{t('request.ownedBy', { owner: named(grant.owner) })}</span>
      </p>
      <Facts
        compact
        facts={[
          { label: t('grants.cameras'), value: grant.cameras.map((camera) => camera.nameVi).join('; ') },
          { label: t('grants.actions'), value: grant.actions.map(action).join(', ') },
          { label: t('grants.until'), value: <When at={grant.expiresAt} detail="second" /> },
          { label: t('grants.revokedAt'), value: grant.revokedAt === null ? null : <When at={grant.revokedAt} detail="second" /> },
          { label: t('grants.revokedReason'), value: grant.revokedReason },
          {
            label: t('grants.duties'),
            value:
              grant.obligations.length === 0 ? null : (
                <ul className={styles.duties}>
                  {grant.obligations.map((obligation) => (
                    <li key={obligation.code}>{capital(said(obligation))}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      {grant.state === 'ACTIVE' && (
        <div className={styles.grantButtons}>
          {mayView && (
            <LinkButton to="/xem/$grantId" params={{ grantId: grant.id }}>
              {t('grants.open')}
            </LinkButton>
          )}
          {mayRevoke && (
            <Button variant="outline" onClick={() => revoke(grant.id)}>
              {t('act.revoke')}
            </Button>
          )}
        </div>
      )}
    </article>
  ));
}
