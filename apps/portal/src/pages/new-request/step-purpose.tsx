import { Checkbox, TextInput } from '@mantine/core';
import { distinctTerms, useVocabulary } from '../../frame/vocabulary.js';
import { capital, useWords } from '../../words/use-words.js';
import { changeDraft, type Draft } from './draft.js';
import { StepHeading } from './step-heading.js';
import { TermChoice } from './term-choice.js';
import styles from './new-request.module.css';

/** What for, and by which law. The lists are the gateway's closed lists. */
export function PurposeStep({ draft }: { readonly draft: Draft }) {
  const { t, named } = useWords();
  const { words, asksEmergencyProof } = useVocabulary();
  const toggle = (code: string): void => {
    const has = draft.actions.includes(code);
    changeDraft({ actions: has ? draft.actions.filter((one) => one !== code) : [...draft.actions, code] });
  };
  // The document belongs to its basis: with another basis the answer is gone, not hidden and sent.
  const chooseBasis = (legalBasisCode: string): void =>
    changeDraft({ legalBasisCode, ...(asksEmergencyProof(legalBasisCode) ? {} : { emergencyDeclRef: '' }) });
  return (
    <>
      <StepHeading word="step.purpose" />
      <TermChoice
        name="purposeCode"
        legend={t('field.purposeCode')}
        terms={words?.purposes ?? []}
        value={draft.purposeCode}
        choose={(purposeCode) => changeDraft({ purposeCode })}
      />
      <TermChoice
        name="legalBasisCode"
        legend={t('field.legalBasisCode')}
        hint={t('field.legalBasisHint')}
        terms={distinctTerms(words?.legalBases ?? [])}
        value={draft.legalBasisCode}
        choose={chooseBasis}
      />
      {asksEmergencyProof(draft.legalBasisCode) && (
        <TextInput
          mb="lg"
          label={t('field.emergencyDeclRef')}
          description={t('field.emergencyDeclRefHint')}
          value={draft.emergencyDeclRef}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => changeDraft({ emergencyDeclRef: event.currentTarget.value })}
        />
      )}
      <fieldset className={styles.choice}>
        <legend>{t('field.actions')}</legend>
        {(words?.actions ?? []).map((term) => (
          <Checkbox
            key={term.code}
            className={styles.check}
            label={capital(named(term))}
            checked={draft.actions.includes(term.code)}
            onChange={() => toggle(term.code)}
          />
        ))}
      </fieldset>
    </>
  );
}
