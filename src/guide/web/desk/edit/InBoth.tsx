import type { Words } from '#platform/schemas.ts';
import { TextArea } from '#ui/ui.ts';
import { guide_limits } from '#guide/rules/kinds.ts';
import { useGuideWords } from '../asking.ts';

interface InBothProps {
  label: string;
  value: Words;
  rows?: number;
  change: (value: Words) => void;
}

/** One text in both languages, side by side. */
export function InBoth({ label, value, rows = 2, change }: InBothProps) {
  const { in_lang } = useGuideWords().edit;
  return (
    <div className="pair">
      {(['en', 'fr'] as const).map(lang => (
        <TextArea
          key={lang}
          label={`${label} (${in_lang[lang]})`}
          lang={lang}
          rows={rows}
          maxLength={guide_limits.text}
          value={value[lang]}
          onChange={event => change({ ...value, [lang]: event.target.value })}
        />
      ))}
    </div>
  );
}
