import { useEffect, useRef, type ReactNode } from 'react';
import './notice.css';
import type { Problem } from '../net/problem.ts';
import { useUiWords } from '../words/words.tsx';

/** Something to know, said by its word and its edge. `bad` is announced at once. */
export function Notice({
  tone = 'plain',
  title,
  children,
}: {
  tone?: 'plain' | 'good' | 'bad';
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      {title && <p className="name">{title}</p>}
      {children}
    </div>
  );
}

interface ErrorSummaryProps {
  problem: Problem | undefined;
  /** The id and the label of each field that can be wrong, by the field's name at the server. */
  fields?: Record<string, { id: string; label: string }>;
}

/** Above a form that was refused: what is wrong, with a way to each field. Takes the focus when it appears. */
export function ErrorSummary({ problem, fields = {} }: ErrorSummaryProps) {
  const words = useUiWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div ref={box} className="notice bad" role="alert" tabIndex={-1}>
      <p className="name">{problem.errors.length ? words.required_errors : problem.detail}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ field, sentence }) => {
            const known = fields[field] ?? fields[field.split('.')[0]!];
            const label = known?.label ?? field;
            return (
              <li key={field}>
                {known ? (
                  <a href={`#${known.id}`} onClick={event => focusOn(event, known.id)}>
                    {label}
                  </a>
                ) : (
                  label
                )}
                {label.endsWith('?') ? ' ' : ': '}
                {sentence}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

// By hand, since the address bar is the router's.
function focusOn(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
