import { useRef, useState } from 'react';
import type { Agreement } from '#agreements/rules/agreement.ts';
import { place_words, required_places, type Place } from '#agreements/rules/document/place-words.ts';
import { agreement_limits } from '#agreements/rules/limits.ts';
import { Prose, Select, TextArea, useLang, type Lang } from '#ui/ui.ts';
import { useDeskWords } from '../asking.ts';
import type { Fields } from './fields.ts';

interface TextPartProps {
  agreement: Agreement;
  fields: Fields;
  faultOf: (field: string) => string | undefined;
  onChange: (more: Fields) => void;
}

const places = Object.keys(place_words) as Place[];

/** The text of one language, with the places that can be put in, and beside it the document that comes of it. */
export function TextPart({ agreement, fields, faultOf, onChange }: TextPartProps) {
  const words = useDeskWords().draft;
  const [reads] = useLang();
  const [lang, setLang] = useState<Lang>(reads);
  const box = useRef<HTMLDivElement>(null);
  const name = `text_${lang}`;
  const put = (place: string) => {
    const area = box.current?.querySelector('textarea');
    if (!area || !place) return;
    const { selectionStart: from, selectionEnd: to, value } = area;
    onChange({ [name]: `${value.slice(0, from)}{{${place}}}${value.slice(to)}` });
    area.focus();
    const after = from + place.length + 4;
    requestAnimationFrame(() => area.setSelectionRange(after, after));
  };
  return (
    <section>
      <header>
        <h2>{words.text}</h2>
        <div className="agreement-narrow">
          <Select
            label={words.language}
            value={lang}
            onChange={({ target }) => setLang(target.value as Lang)}
          >
            {(['en', 'fr'] as const).map(each => (
              <option key={each} value={each}>
                {words.langs[each]}
              </option>
            ))}
          </Select>
          <Select label={words.place} value="" onChange={({ target }) => put(target.value)}>
            <option value="">…</option>
            {places.map(place => (
              <option key={place} value={place}>
                {place_words[place][reads]}
                {required_places.has(place) ? ' *' : ''}
              </option>
            ))}
          </Select>
        </div>
      </header>
      <div className="agreement-writing">
        <div ref={box}>
          <TextArea
            id={name}
            key={lang}
            lang={lang}
            label={words.label[lang]}
            hint={words.place_hint}
            rows={28}
            maxLength={agreement_limits.text}
            error={faultOf(name)}
            value={fields[name]}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <div className="agreement-preview" role="region" aria-label={words.preview} tabIndex={0}>
          <p className="quiet t-13">{words.preview}</p>
          {agreement.documents && (
            <div lang={lang}>
              <Prose html={agreement.documents[lang].html} />
            </div>
          )}
        </div>
      </div>
    </section>
  );
}
