import { useMemo } from 'react';
import type { EntryState } from '../../api/generated/schema.js';
import { vi, type WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';

/** The entry types one filters by; others are shown by their code. */
export const entryTypes = [
  'submit_request.submit',
  'consent.sign',
  'decline_consent.sign',
  'review.sign',
  'approve.sign',
  'refuse_request.sign',
  'withdraw_request.apply',
  'withdraw_consent.apply',
  'revoke.apply',
  'repetition.alert',
  'live_view.open',
  'live_view.close',
  'audit.query',
  'auth.signed_in',
] as const;
export const outcomes = ['allowed', 'refused', 'done', 'failed'] as const;

interface EntryWords {
  type(code: string): string;
  outcome(code: string): string;
  role(code: string): string;
  state(state: EntryState): string;
}

export function useEntryWords(): EntryWords {
  const { t } = useWords();
  return useMemo(() => {
    const speak = (id: string, code: string): string => (id in vi ? t(id as WordId) : code);
    return {
      type: (code) => speak(`entryType.${code}`, code),
      outcome: (code) => speak(`outcome.${code}`, code),
      role: (code) => speak(`roleCode.${code}`, code),
      state: (state) => t(`entryState.${state}`),
    };
  }, [t]);
}
