import { useRef, useState, type KeyboardEvent } from 'react';
import { useUiWords } from '../words/words.tsx';
import { mark_kinds, type MarkKind } from './marks.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';

interface FormatBarProps {
  /** The id of the text. */
  controls: string;
  previewing: boolean;
  onFormat: (kind: MarkKind) => void;
  onPreview: () => void;
}

const icons: Record<Exclude<MarkKind, 'bold' | 'italic'>, IconName> = {
  list: 'list',
  numbers: 'numbers',
  quote: 'quote',
  link: 'link',
  code: 'code',
};
const keys: Partial<Record<MarkKind, string>> = { bold: 'B', italic: 'I' };
const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** One stop of the Tab key; the arrows go from button to button. */
export function FormatBar({ controls, previewing, onFormat, onPreview }: FormatBarProps) {
  const words = useUiWords().writing;
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const last = mark_kinds.length;
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : step && (current + step + last + 1) % (last + 1);
    if (to === undefined) return;
    event.preventDefault();
    setCurrent(to);
    bar.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div
      ref={bar}
      className="format-bar"
      role="toolbar"
      tabIndex={-1}
      aria-label={words.format}
      aria-controls={controls}
      onKeyDown={move}
    >
      {mark_kinds.map((kind, at) => (
        <button
          key={kind}
          type="button"
          aria-label={words[kind]}
          title={keys[kind] ? `${words[kind]} (Ctrl ${keys[kind]})` : words[kind]}
          aria-keyshortcuts={keys[kind] && `Control+${keys[kind]}`}
          aria-disabled={previewing || undefined}
          tabIndex={at === current ? 0 : -1}
          // The text keeps its selection and, on a phone, its keyboard.
          onMouseDown={event => event.preventDefault()}
          onClick={() => {
            setCurrent(at);
            if (!previewing) onFormat(kind);
          }}
        >
          {kind === 'bold' || kind === 'italic' ? (
            <span aria-hidden="true" className={kind}>
              {words[kind][0]}
            </span>
          ) : (
            <Icon name={icons[kind]} />
          )}
        </button>
      ))}
      <button
        type="button"
        className="to-preview"
        aria-pressed={previewing}
        tabIndex={current === last ? 0 : -1}
        onClick={() => {
          setCurrent(last);
          onPreview();
        }}
      >
        {words.preview}
      </button>
    </div>
  );
}
