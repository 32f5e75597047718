import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { type Language, loadWords, vi, type Words } from './index.js';

const storageKey = 'cuao.language';

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'vi', choose: () => undefined });

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The chosen language is a preference, not a secret: the only thing of ours in localStorage beside the shortcut switch. */
function remembered(): Language {
  return window.localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
}

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);
  const [loaded, setLoaded] = useState<{ language: Language; words: Words }>({ language: 'vi', words: vi });

  useEffect(() => {
    let current = true;
    void loadWords(language).then((words) => {
      if (!current) return;
      document.documentElement.lang = language;
      setLoaded({ language, words });
    });
    return () => {
      current = false;
    };
  }, [language]);

  const choice = useMemo<LanguageChoice>(
    () => ({
      language: loaded.language,
      choose: (next) => {
        window.localStorage.setItem(storageKey, next);
        setLanguage(next);
      },
    }),
    [loaded.language],
  );

  return (
    <LanguageContext.Provider value={choice}>
      <IntlProvider locale={loaded.language} defaultLocale="vi" messages={loaded.words} timeZone="Asia/Ho_Chi_Minh">
        {children}
      </IntlProvider>
    </LanguageContext.Provider>
  );
}
