import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { WordId } from './index.js';
import { useLanguage } from './words-provider.js';

type Values = Record<string, string | number>;

/** What the gateway says in both languages; the portal chooses one and never words it anew. */
export interface Said {
  readonly textVi: string;
  readonly textEn: string;
}
export interface Named {
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface Speaker {
  /** A string of the portal's own catalogue. */
  t(id: WordId, values?: Values): string;
  /** Text from the gateway, as it came. */
  said(text: Said): string;
  named(thing: Named): string;
  /** One of two texts by language; null when the gateway sent none. */
  either(vi: string | null | undefined, en: string | null | undefined): string | null;
  count(value: number): string;
}

/** A term of a list, as it stands at the beginning of a line. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

export function useWords(): Speaker {
  const intl = useIntl();
  const { language } = useLanguage();
  return useMemo<Speaker>(() => {
    const either: Speaker['either'] = (vi, en) => (language === 'en' ? (en ?? vi ?? null) : (vi ?? en ?? null));
    return {
      t: (id, values) => intl.formatMessage({ id }, values),
      said: (text) => (language === 'en' ? text.textEn : text.textVi),
      named: (thing) => (language === 'en' ? thing.nameEn : thing.nameVi),
      either,
      count: (value) => intl.formatNumber(value),
    };
  }, [intl, language]);
}
