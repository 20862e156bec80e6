import {
  lang_names,
  langs,
  Select,
  setTheme,
  theme,
  themes,
  useLang,
  useUiWords,
  type Theme,
} from '#ui/ui.ts';

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
