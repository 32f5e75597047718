import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import type { FieldName } from './request-input.js';
import styles from './new-request.module.css';

export type StepNumber = 1 | 2 | 3 | 4;

export const stepWords: Readonly<Record<StepNumber, WordId>> = {
  1: 'step.purpose',
  2: 'step.cameras',
  3: 'step.necessity',
  4: 'step.check',
};
const numbers: readonly StepNumber[] = [1, 2, 3, 4];

export function stepOf(text: string | undefined): StepNumber {
  return numbers.find((number) => String(number) === text) ?? 1;
}

const firstStep: readonly FieldName[] = ['actions', 'purposeCode', 'legalBasisCode', 'emergencyDeclRef'];
const secondStep: readonly FieldName[] = ['cameraIds', 'windowFrom', 'windowTo'];

/** The step on which a field stands; the third for whatever else the gateway names. */
export function stepOfField(field: string): StepNumber {
  if (firstStep.some((one) => one === field)) return 1;
  return secondStep.some((one) => one === field) ? 2 : 3;
}

export function Steps({ current, go }: { readonly current: StepNumber; readonly go: (to: StepNumber) => void }) {
  const { t } = useWords();
  return (
    <nav aria-label={t('step.label')}>
      <ol className={styles.steps}>
        {numbers.map((number) => (
          <li key={number} className={styles.step} data-state={number === current ? 'now' : number < current ? 'done' : 'ahead'}>
            <button type="button" aria-current={number === current ? 'step' : undefined} onClick={() => go(number)}>
              <span className={styles.stepNumber}>{number}</span> {t(stepWords[number])}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
