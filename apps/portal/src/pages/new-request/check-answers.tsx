import { useVocabulary } from '../../frame/vocabulary.js';
import { Facts } from '../../parts/facts.js';
import { hanoiInstant } from '../../parts/hanoi-time.js';
import { When } from '../../parts/when.js';
import { useWords } from '../../words/use-words.js';
import { CameraName } from './camera-name.js';
import type { Draft } from './draft.js';
import { StepHeading } from './step-heading.js';
import { type StepNumber, stepWords } from './steps.js';
import styles from './new-request.module.css';

/** All answers on one page before anything is sent, each part with the way back to it. */
export function CheckAnswers({ draft, go }: { readonly draft: Draft; readonly go: (to: StepNumber) => void }) {
  const { t } = useWords();
  const { purpose, basis, action, asksEmergencyProof } = useVocabulary();
  const from = hanoiInstant(draft.windowFrom);
  const to = hanoiInstant(draft.windowTo);
  const nothing = <span className={styles.nothing}>{t('newRequest.nothing')}</span>;
  const given = (text: string) => (text.trim() === '' ? nothing : text);
  const part = (step: StepNumber) => (
    <div className={styles.partHead}>
      <h3>{t(stepWords[step])}</h3>
      <button type="button" className={styles.summaryLink} onClick={() => go(step)}>
        {t('newRequest.change', { part: t(stepWords[step]) })}
      </button>
    </div>
  );
  return (
    <>
      <StepHeading word="step.check" />
      {part(1)}
      <Facts
        facts={[
          { label: t('field.purposeCode'), value: given(purpose(draft.purposeCode)) },
          { label: t('field.legalBasisCode'), value: given(basis(draft.legalBasisCode)) },
          { label: t('field.emergencyDeclRef'), value: asksEmergencyProof(draft.legalBasisCode) ? given(draft.emergencyDeclRef) : null },
          { label: t('field.actions'), value: given(draft.actions.map(action).join(', ')) },
        ]}
      />
      {part(2)}
      <Facts
        facts={[
          {
            label: t('field.cameraIds'),
            value:
              draft.cameras.length === 0 ? (
                nothing
              ) : (
                <ul className={styles.plainList}>
                  {draft.cameras.map((camera) => (
                    <li key={camera.id}>
                      <CameraName camera={camera} />
                    </li>
                  ))}
                </ul>
              ),
          },
          { label: t('field.windowFrom'), value: from === null ? nothing : <When at={from} /> },
          { label: t('field.windowTo'), value: to === null ? nothing : <When at={to} /> },
        ]}
      />
      {part(3)}
      <Facts
        facts={[
          { label: t('field.reason'), value: given(draft.reason) },
          { label: t('field.writtenRequestNumber'), value: given(draft.writtenRequestNumber) },
          { label: t('field.writtenRequestDate'), value: given(draft.writtenRequestDate) },
          { label: t('field.writtenRequestIssuer'), value: given(draft.writtenRequestIssuer) },
          { label: t('field.caseReference'), value: given(draft.caseReference) },
          { label: t('field.dataType'), value: given(draft.dataType) },
          { label: t('field.detailLevel'), value: given(draft.detailLevel) },
          { label: t('field.volume'), value: given(draft.volume) },
          { label: t('field.accessFrequency'), value: given(draft.accessFrequency) },
          { label: t('field.deliveryMethod'), value: given(draft.deliveryMethod) },
        ]}
      />
      <p className={styles.hint}>{t('newRequest.recorded')}</p>
    </>
  );
}
