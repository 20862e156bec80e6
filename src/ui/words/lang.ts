import { remember, remembered } from '../memory.ts';

export const langs = ['en', 'fr'] as const;
export type Lang = (typeof langs)[number];

/** What each language calls itself. */
export const lang_names: Record<Lang, string> = { en: 'English', fr: 'Français' };

const known = (tag: string | null | undefined): Lang | undefined =>
  langs.find(lang => tag?.toLowerCase().startsWith(lang));

/** As chosen on this computer, else the first of the browser's languages that we speak. */
const preferred = (): Lang =>
  known(remembered('lang')) ?? navigator.languages.map(known).find(Boolean) ?? 'en';

let now: Lang | undefined;

/** The language of this page; each call to the server asks for it. */
export const currentLang = (): Lang => (now ??= preferred());

/** The page speaks this language now. */
export function showLang(lang: Lang): void {
  now = lang;
  document.documentElement.lang = lang;
}

/** Somebody chose: the next visit begins with it. */
export const rememberLang = (lang: Lang) => remember('lang', lang);
