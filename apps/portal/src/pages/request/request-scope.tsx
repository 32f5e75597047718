import { Link } from '@tanstack/react-router';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Facts } from '../../parts/facts.js';
import { Window } from '../../parts/window.js';
import { useWords } from '../../words/use-words.js';
import type { RequestFull } from './generated/request.js';
import styles from './request.module.css';

/** Everything the request asks for: what an approver signs, in words. */
export function RequestScope({ request }: { readonly request: RequestFull }) {
  const { t, named } = useWords();
  const { purpose, basis, action, zone } = useVocabulary();
  const { requester } = request;
  const who = [requester.displayName, requester.title].filter((part) => part !== null).join(', ');
  return (
    <>
      <Facts
        facts={[
          { label: t('request.organisation'), value: named(request.organisation) },
          { label: t('request.requester'), value: who },
          { label: t('field.purposeCode'), value: purpose(request.purposeCode) },
          { label: t('field.legalBasisCode'), value: basis(request.legalBasisCode) },
          { label: t('field.emergencyDeclRef'), value: request.emergencyDeclRef },
          { label: t('field.actions'), value: request.actions.map(action).join(', ') },
          {
            label: t('request.window'),
            value: <Window from={request.windowFrom} to={request.windowTo} />,
          },
          { label: t('field.reason'), value: request.reason },
          { label: t('request.paper'), value: <Paper request={request} /> },
          { label: t('field.caseReference'), value: request.caseReference },
          { label: t('field.dataType'), value: request.dataType },
          { label: t('field.detailLevel'), value: request.detailLevel },
          { label: t('field.volume'), value: request.volume },
          { label: t('field.accessFrequency'), value: request.accessFrequency },
          { label: t('field.deliveryMethod'), value: request.deliveryMethod },
        ]}
      />
      <h3 className={styles.part}>{t('request.cameras', { count: request.cameras.length })}</h3>
      <ul className={styles.cameras}>
        {request.cameras.map((camera) => (
          <li key={camera.id}>
            <Link to="/camera/$id" params={{ id: camera.id }}>
              {camera.nameVi}
            </Link>
            <span className={styles.where}>
              {t(camera.unit.kind === 'commune' ? 'unit.commune' : 'unit.ward', { name: camera.unit.nameVi })} · {zone(camera.zoneKind)} ·{' '}
              {t('request.ownedBy', { owner: named(camera.owner) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Number, date and issuer of the written request in the order of an official heading. */
function Paper({ request }: { readonly request: RequestFull }) {
  const { t } = useWords();
  const { writtenRequestNumber, writtenRequestDate, writtenRequestIssuer } = request;
  if (writtenRequestNumber === null && writtenRequestDate === null && writtenRequestIssuer === null)
    return <span>{t('request.noPaper')}</span>;
  const day = writtenRequestDate?.slice(0, 10).split('-').reverse().join('/');
  return <span>{[writtenRequestNumber, day, writtenRequestIssuer].filter((part) => part !== null && part !== undefined).join(' · ')}</span>;
}
