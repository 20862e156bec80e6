import type { ReactNode } from 'react';
import {
  lang_names,
  langs,
  Mark,
  Select,
  setTheme,
  theme,
  themes,
  useLang,
  useUiWords,
  type Theme,
} from '#ui/ui.ts';
import { PageHeading } from '#ui/route/router.tsx';
import './entrance.css';

interface EntrancePageProps {
  title: string;
  lead?: ReactNode;
  arriving?: boolean;
  children: ReactNode;
}

/** The page before the product: the mark, one sheet, the language. */
export function EntrancePage({ title, lead, arriving, children }: EntrancePageProps) {
  return (
    <main className="entrance">
      <p className="brand">
        <Mark /> Firstline
      </p>
      <section className="sheet">
        <PageHeading title={title} tab={`${title} · Firstline`} arriving={arriving} />
        {lead && <p className="second">{lead}</p>}
        {children}
      </section>
      <LanguageSwitch />
    </main>
  );
}

/** The other language, in its own words. */
export function LanguageSwitch() {
  const [lang, speak] = useLang();
  const other = langs.find(known => known !== lang)!;
  return (
    <button type="button" className="language" lang={other} onClick={() => speak(other)}>
      {lang_names[other]}
    </button>
  );
}

/** Light, dark or as the system has it. */
export function ThemeSwitch() {
  const words = useUiWords().theme;
  return (
    <Select
      label={words.label}
      defaultValue={theme()}
      onChange={event => setTheme(event.target.value as Theme)}
    >
      {themes.map(known => (
        <option key={known} value={known}>
          {words[known]}
        </option>
      ))}
    </Select>
  );
}
