import { useMemo } from 'react';
import { useQuery } from 'urql';
import { capital, useWords } from '../words/use-words.js';
import { Vocabulary, type VocabularyData } from './generated/frame.js';

export type Vocabularies = VocabularyData['vocabulary'];
export type Term = Omit<Vocabularies['purposes'][number], '__typename'>;
export type CityUnit = Vocabularies['units'][number];

interface SpokenVocabulary {
  readonly words: Vocabularies | null;
  /** Asked for and answered, or not to be had; until then a page would show codes that turn into words under the reader's eyes. */
  readonly isSettled: boolean;
  /** A code as people say it; the code itself until the vocabulary is there or where it does not know the code. */
  purpose(code: string | null | undefined): string;
  basis(code: string | null | undefined): string;
  action(code: string): string;
  /** Whether the legal basis is an emergency, whose document has to be named. */
  asksEmergencyProof(code: string): boolean;
  zone(code: string): string;
}

/** Two codes for one and the same thing (an alias of a standard) are offered once; either is understood when it comes back. */
export function distinctTerms(terms: readonly Term[]): readonly Term[] {
  const seen = new Set<string>();
  return terms.filter((term) => {
    const key = `${term.nameVi}\n${term.article ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The gateway's closed lists (purposes, legal bases, actions, zones, units); fetched once a session, from the cache after. */
export function useVocabulary(): SpokenVocabulary {
  const [{ data, error }] = useQuery({ query: Vocabulary, requestPolicy: 'cache-first' });
  const { named } = useWords();
  return useMemo(() => {
    const words = data?.vocabulary ?? null;
    const speak = (
      terms: readonly { code: string; nameVi: string; nameEn: string }[] | undefined,
      code: string | null | undefined,
    ): string => {
      const term = terms?.find((one) => one.code === code);
      return term ? capital(named(term)) : (code ?? '');
    };
    return {
      words,
      isSettled: data !== undefined || error !== undefined,
      purpose: (code) => speak(words?.purposes, code),
      basis: (code) => speak(words?.legalBases, code),
      action: (code) => speak(words?.actions, code),
      asksEmergencyProof: (code) => words?.legalBases.find((one) => one.code === code)?.needsEmergencyProof === true,
      zone: (code) => speak(words?.zones, code),
    };
  }, [data, error, named]);
}

/** "Phường Hoàn Kiếm", "Xã Hòa Lạc"; in English the kind follows. */
export function unitName(unit: { readonly kind: string; readonly nameVi: string }, words: { ward: string; commune: string }): string {
  return (unit.kind === 'commune' ? words.commune : words.ward).replace('{name}', unit.nameVi);
}
