import { Button } from '@mantine/core';
import { Badge } from '../../parts/badge.js';
import { DataTable } from '../../parts/data-table.js';
import { HashText } from '../../parts/hash-text.js';
import { Sheet } from '../../parts/page.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import type { ReleaseFields } from './generated/policy-status.js';
import styles from './policy-room.module.css';

interface ReleasesProps {
  readonly releases: readonly ReleaseFields[];
  readonly inForce: string | null;
  readonly chosen: string | null;
  readonly choose: (sha256: string) => void;
}

/** Every release that was ever proposed, with the hands that signed it. Signing itself happens where the signer's key is. */
export function Releases({ releases, inForce, chosen, choose }: ReleasesProps) {
  const { t } = useWords();
  return (
    <Sheet title={t('room.releases')}>
      <p className={styles.quiet}>{t('room.releasesLead')}</p>
      <DataTable
        caption={t('room.releases')}
        rows={releases}
        rowKey={(one) => one.sha256}
        isMarked={(one) => one.sha256 === chosen}
        columns={[
          {
            key: 'revision',
            title: t('room.revision'),
            cell: (one) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-pressed={one.sha256 === chosen}
                onClick={() => choose(one.sha256)}
              >{`${one.sequence} · ${one.revision}`}</Button>
            ),
          },
          {
            key: 'state',
            title: t('room.state'),
            cell: (one) => (
              <Badge leaf={one.sha256 === inForce ? 'open' : one.activatedAt === null ? 'ajar' : 'closed'}>
                {t(one.sha256 === inForce ? 'room.inForce' : one.activatedAt === null ? 'room.proposed' : 'room.past')}
              </Badge>
            ),
          },
          {
            key: 'signatures',
            title: t('room.signatures'),
            cell: (one) =>
              one.signatures.length === 0 ? (
                t('room.unsigned')
              ) : (
                <ul className={styles.list}>
                  {one.signatures.map((each) => (
                    <li key={each.signer}>
                      {each.signer}
                      {each.personName !== null && ` · ${each.personName}`}
                      {each.signedAt !== null && (
                        <>
                          {' · '}
                          <When at={each.signedAt} />
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              ),
          },
          { key: 'opinion', title: t('room.opinion'), cell: (one) => one.opinionRef },
          {
            key: 'activated',
            title: t('room.activatedAt'),
            cell: (one) => (one.activatedAt === null ? '–' : <When at={one.activatedAt} />),
          },
          { key: 'sha256', title: t('room.digest'), cell: (one) => <HashText value={one.sha256} label={t('room.digest')} short /> },
        ]}
      />
    </Sheet>
  );
}
