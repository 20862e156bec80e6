import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
  type TextareaHTMLAttributes,
} from 'react';
import './writing-box.css';
import { api } from '../net/api.ts';
import { useUiWords } from '../words/words.tsx';
import { format } from '../writing/apply.ts';
import type { MarkKind } from '../writing/marks.ts';
import { FileField, useCatchFiles } from './FileField.tsx';
import { FormatBar } from '../writing/FormatBar.tsx';
import { Prose } from './Prose.tsx';
import type { Files } from './use-files.ts';

interface WritingBoxProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> {
  /** Its name, also where a visible label stands elsewhere. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** For where there is little room: a low bar, a lower box. */
  small?: boolean;
  /** Then files are dropped on it, pasted in it and listed under it. */
  files?: Files;
  /** The textarea itself, for what offers something while one types. */
  area?: RefObject<HTMLTextAreaElement | null>;
}

/** Ctrl K is the desk's palette, so a link has the bar alone. */
const by_key: Record<string, MarkKind> = { b: 'bold', i: 'italic' };

/** A text in Markdown: written as text, formatted by a bar or keys, seen as the server will show it. */
export function WritingBox({
  label,
  value,
  onChange,
  small,
  files,
  onKeyDown,
  rows = 4,
  area: given,
  ...rest
}: WritingBoxProps) {
  const own = useId();
  const id = rest.id ?? own;
  const made = useRef<HTMLTextAreaElement>(null);
  const area = given ?? made;
  const [height, setHeight] = useState<number>();
  const previewing = height !== undefined;
  const caught = useCatchFiles(files);
  useLayoutEffect(() => {
    if (area.current && !previewing) grow(area.current);
  }, [area, value, previewing]);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    const kind = by_key[event.key.toLowerCase()];
    if (
      event.defaultPrevented ||
      !kind ||
      !(event.ctrlKey || event.metaKey) ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    format(event.currentTarget, kind);
  };
  return (
    <div className={`writing-box${small ? ' small' : ''}`} {...(files && caught)}>
      <FormatBar
        controls={id}
        previewing={previewing}
        onFormat={kind => area.current && format(area.current, kind)}
        onPreview={() => setHeight(previewing ? undefined : (area.current?.offsetHeight ?? 0))}
      />
      <textarea
        {...rest}
        ref={area}
        id={id}
        aria-label={label}
        rows={rows}
        hidden={previewing}
        value={value}
        style={{ minBlockSize: `calc(${rows} * 1.5em + 16px)` }}
        onChange={event => onChange(event.target.value)}
        onKeyDown={press}
      />
      {previewing && <Preview text={value} height={height} />}
      {files && <FileField files={files} small />}
    </div>
  );
}

/** As high as its text, up to what the style allows. New browsers do that by themselves. */
function grow(box: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  if (!box.value) box.style.height = '';
  else if (box.scrollHeight > box.clientHeight) box.style.height = `${box.scrollHeight + 2}px`;
}

/** What the server makes of the text; takes the room that the text had. */
function Preview({ text, height }: { text: string; height: number }) {
  const words = useUiWords().writing;
  const [made, setMade] = useState<{ html: string } | 'failed'>();
  const empty = !text.trim();
  useEffect(() => {
    if (empty) return;
    const control = new AbortController();
    api.post<{ html: string }>('/api/previews', { text }, { signal: control.signal }).then(setMade, () => {
      if (!control.signal.aborted) setMade('failed');
    });
    return () => control.abort();
  }, [text, empty]);
  return (
    <section
      className="preview"
      aria-label={words.preview}
      aria-busy={!made && !empty}
      style={{ minBlockSize: height }}
    >
      <div role="status">
        {empty && <p className="quiet">{words.nothing}</p>}
        {made === 'failed' && <p className="quiet">{words.no_preview}</p>}
      </div>
      {made && made !== 'failed' && !empty && <Prose html={made.html} />}
    </section>
  );
}
