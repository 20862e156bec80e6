import { langs, Select, type Lang } from '#ui/ui.ts';
import { useLoginWords } from './asking.ts';

/** In which language the school reads its letter. */
export function LetterLang({ value, onChange }: { value: Lang; onChange: (lang: Lang) => void }) {
  const words = useLoginWords();
  return (
    <Select
      label={words.language}
      value={value}
      onChange={event => onChange(langs.find(lang => lang === event.target.value) ?? value)}
    >
      {langs.map(lang => (
        <option key={lang} value={lang}>
          {words.languages[lang]}
        </option>
      ))}
    </Select>
  );
}
