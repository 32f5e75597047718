import { Textarea, TextInput } from '@mantine/core';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import { changeDraft, type Draft, type FreeAnswers } from './draft.js';
import { StepHeading } from './step-heading.js';
import styles from './new-request.module.css';

interface Field {
  readonly name: Exclude<keyof FreeAnswers, 'reason' | 'emergencyDeclRef'>;
  readonly label: WordId;
  readonly hint?: WordId;
  readonly type?: 'date';
  /** Characters the gateway takes; 100 where nothing is said. */
  readonly longest?: number;
}

const paper: readonly Field[] = [
  { name: 'writtenRequestNumber', label: 'field.writtenRequestNumber', hint: 'field.writtenRequestNumberHint' },
  { name: 'writtenRequestDate', label: 'field.writtenRequestDate', type: 'date' },
  { name: 'writtenRequestIssuer', label: 'field.writtenRequestIssuer', longest: 200 },
  { name: 'caseReference', label: 'field.caseReference', hint: 'field.caseReferenceHint' },
];
const handover: readonly Field[] = [
  { name: 'dataType', label: 'field.dataType', hint: 'field.dataTypeHint' },
  { name: 'detailLevel', label: 'field.detailLevel', hint: 'field.detailLevelHint' },
  { name: 'volume', label: 'field.volume', hint: 'field.volumeHint' },
  { name: 'accessFrequency', label: 'field.accessFrequency', hint: 'field.accessFrequencyHint' },
  { name: 'deliveryMethod', label: 'field.deliveryMethod', hint: 'field.deliveryMethodHint' },
];

function Fields({ fields, draft }: { readonly fields: readonly Field[]; readonly draft: Draft }) {
  const { t } = useWords();
  return (
    <div className={styles.pair}>
      {fields.map((field) => (
        <TextInput
          key={field.name}
          type={field.type ?? 'text'}
          label={t(field.label)}
          description={field.hint === undefined ? undefined : t(field.hint)}
          value={draft[field.name]}
          maxLength={field.longest ?? 100}
          autoComplete="off"
          onChange={(event) => changeDraft({ [field.name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

/** Why this is needed, and the paper it rests on. */
export function NecessityStep({ draft }: { readonly draft: Draft }) {
  const { t } = useWords();
  return (
    <>
      <StepHeading word="step.necessity" />
      <Textarea
        label={t('field.reason')}
        description={t('field.reasonHint')}
        value={draft.reason}
        onChange={(event) => changeDraft({ reason: event.currentTarget.value })}
        rows={4}
        maxLength={2_000}
        mb="lg"
      />
      <fieldset className={styles.choice}>
        <legend>{t('newRequest.paper')}</legend>
        <Fields fields={paper} draft={draft} />
      </fieldset>
      <fieldset className={styles.choice}>
        <legend>{t('newRequest.handover')}</legend>
        <Fields fields={handover} draft={draft} />
      </fieldset>
    </>
  );
}
