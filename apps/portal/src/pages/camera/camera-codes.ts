import { useMemo } from 'react';
import { vi, type WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';

interface CameraCodes {
  mount(code: string): string;
  capability(code: string): string;
  systemKind(code: string): string;
  ownerKind(code: string): string;
}

/** Words for the registry's own closed codes; a code this build does not know is shown as it is. */
export function useCameraCodes(): CameraCodes {
  const { t } = useWords();
  return useMemo(() => {
    const speak =
      (group: string) =>
      (code: string): string => {
        const id = `${group}.${code}`;
        return id in vi ? t(id as WordId) : code;
      };
    return { mount: speak('mount'), capability: speak('capability'), systemKind: speak('systemKind'), ownerKind: speak('ownerKind') };
  }, [t]);
}
