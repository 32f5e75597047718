/** Reasons an officer can give for a refusal or a return: a closed list, free words only in addition. */
export const noteCodes = ['NOT_NECESSARY', 'TOO_WIDE', 'TOO_LONG', 'PURPOSE_UNCLEAR', 'PAPERS_UNCLEAR', 'OTHER_MEANS', 'PRIVACY'] as const;
export type NoteCode = (typeof noteCodes)[number];

/** Stored as `CODE` or `CODE: words`, so that the record stays countable. */
export function codedNote(code: NoteCode | '', words: string): string | null {
  const free = words.trim().normalize('NFC');
  if (code === '') return free === '' ? null : free;
  return free === '' ? code : `${code}: ${free}`;
}

/** The code a stored note begins with, and the words after it; no code when it was written freely. */
export function splitNote(note: string): { readonly code: NoteCode | null; readonly words: string } {
  const [, first = '', rest = ''] = /^([A-Z_]+)(?::\s*([\s\S]*))?$/.exec(note) ?? [];
  const code = noteCodes.find((one) => one === first) ?? null;
  return code === null ? { code, words: note } : { code, words: rest };
}
