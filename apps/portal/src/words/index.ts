import { vi } from './vi/index.js';

export type Language = 'vi' | 'en';
export type WordId = keyof typeof vi;
/** The same keys as the Vietnamese source; a missing or a surplus key does not compile. */
export type Words = Readonly<Record<WordId, string>>;

/** Vietnamese is the source and always there; English is fetched when asked for. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'vi') return vi;
  return (await import('./en/index.js')).en;
}

export { vi };
