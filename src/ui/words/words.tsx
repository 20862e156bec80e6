import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { lookForBuild } from '../net/build.ts';
import { currentLang, rememberLang, showLang, type Lang } from './lang.ts';
import type { UiWords } from './en.ts';

/** The words of a face in one language, a part for each house: `{ ui, tickets, … }`. */
export type Dictionary = { ui: UiWords } & Record<string, unknown>;
/** How to fetch them: one language is loaded, never both. */
export type Dictionaries = Record<Lang, () => Promise<Dictionary>>;

interface Spoken {
  lang: Lang;
  dictionary: Dictionary;
  speak: (lang: Lang) => void;
}

const Speaking = createContext<Spoken | null>(null);
let latest: Dictionary | undefined;

/** The parts' own words, for code outside of components. Only after the first language is loaded. */
export const uiWordsNow = (): UiWords | undefined => latest?.ui;

/** Everything within is shown in the chosen language. Until its words are here, `fallback`. */
export function Words({
  of,
  fallback,
  children,
}: {
  of: Dictionaries;
  fallback?: ReactNode;
  children: ReactNode;
}) {
  const [spoken, setSpoken] = useState<Omit<Spoken, 'speak'>>();
  const speak = useCallback(
    (lang: Lang) => {
      const load = (): unknown =>
        of[lang]().then(
          dictionary => {
            latest = dictionary;
            showLang(lang);
            setSpoken({ lang, dictionary });
          },
          // A line that broke: nothing can be said before the words are here, so it is tried until they are.
          () => {
            setTimeout(load, 3000);
            if (!latest) void lookForBuild().then(newer => newer && location.reload());
          },
        );
      load();
    },
    [of],
  );
  useEffect(() => speak(currentLang()), [speak]);
  if (!spoken) return fallback;
  return <Speaking value={{ ...spoken, speak }}>{children}</Speaking>;
}

function useSpoken(): Spoken {
  const spoken = useContext(Speaking);
  if (!spoken) throw new Error('Words must be around everything that speaks.');
  return spoken;
}

/** The language shown, and how to change it. */
export function useLang(): [Lang, (lang: Lang) => void] {
  const { lang, speak } = useSpoken();
  const choose = (chosen: Lang) => {
    rememberLang(chosen);
    speak(chosen);
  };
  return [lang, choose];
}

/** Makes a house's own `useWords`: `export const useTicketWords = wordsOf<typeof en>('tickets')`. */
export const wordsOf =
  <W,>(part: string) =>
  (): W =>
    useSpoken().dictionary[part] as W;

export const useUiWords = wordsOf<UiWords>('ui');
