import { useWords } from '../../words/use-words.js';
import { splitNote } from './coded-note.js';

/** A stored note as people read it; one without a known code stays as it was written. */
export function useNoteWords(): (note: string) => string {
  const { t } = useWords();
  return (note) => {
    const { code, words } = splitNote(note);
    if (code === null) return words;
    return words === '' ? t(`note.${code}`) : `${t(`note.${code}`)}. ${words}`;
  };
}
