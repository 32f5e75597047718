import { Link } from '@tanstack/react-router';
import { Facts } from '../../parts/facts.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import type { ErasureBasisFields, ErasureFields, ErasureHandFields } from './generated/erasure.js';

/** A case stays unnamed: the record knows a digest of its number only. */
export function useErasureWords() {
  const { t, either } = useWords();
  return {
    whose: ({ part, personName, personId }: ErasureFields): string =>
      part === 'case' ? t('erasure.case') : (personName ?? personId ?? t('erasure.actor')),
    basis: ({ citation, titleVi, titleEn }: ErasureBasisFields): string => `${citation}: ${either(titleVi, titleEn) ?? ''}`,
  };
}

/** Of an erasure that waits: under which article, what would go, and who asked. */
export function ErasureFacts({ erasure }: { readonly erasure: ErasureFields }) {
  const { t } = useWords();
  const words = useErasureWords();
  const { personId, personName, basis, openings, entries, firstAt, lastAt, opened } = erasure;
  return (
    <Facts
      compact
      facts={[
        { label: t('erasure.personId'), value: personName === null ? null : <code>{personId}</code> },
        { label: t('erasure.basis'), value: words.basis(basis) },
        {
          label: t('erasure.reach'),
          value: entries === null || entries === 0 ? t('erasure.reachNone') : t('erasure.reachSize', { openings, entries }),
        },
        {
          label: t('erasure.between'),
          value:
            firstAt === null || lastAt === null ? null : (
              <>
                <When at={firstAt} detail="second" /> {t('erasure.to')} <When at={lastAt} detail="second" />
              </>
            ),
        },
        { label: t('erasure.first'), value: <ErasureHand hand={opened} /> },
      ]}
    />
  );
}

export function ErasureHand({ hand }: { readonly hand: ErasureHandFields }) {
  const { t, either } = useWords();
  return (
    <>
      {either(hand.organisationNameVi, hand.organisationNameEn) ?? t('erasure.bodyUnknown')} {hand.isYou && t('erasure.you')}{' '}
      <Link to="/kiem-chung" search={{ muc: hand.entryId }}>
        <When at={hand.at} detail="second" />
      </Link>
    </>
  );
}
