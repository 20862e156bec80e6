import { useId, useRef } from 'react';
import { day_ahead, unknownIn, variables } from '#tickets/rules/macros/variables.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { WritingBox } from '#ui/parts/WritingBox.tsx';
import { Icon, useLang } from '#ui/ui.ts';
import { putIn } from '#ui/typing/put-in.ts';
import { useMacroWords } from '../words.ts';

interface VariableTextProps {
  label: string;
  /** Only the iGroup reads it. */
  inside: boolean;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

/** A text of a macro, and the variables that can be put in where the caret is. */
export function VariableText({ label, inside, value, error, onChange }: VariableTextProps) {
  const words = useMacroWords().sheet;
  const [lang] = useLang();
  const area = useRef<HTMLTextAreaElement>(null);
  const error_id = useId();
  const unknown = unknownIn(value);
  const wrong = unknown.length > 0 ? words.unknown(unknown.join(', ')) : error;
  const put = (name: string) => {
    const element = area.current;
    if (!element) return;
    const { selectionStart: from, selectionEnd: to } = element;
    putIn(element, { from, to }, `{{${name}}}`, onChange);
  };
  const all = [...Object.entries(variables), [day_ahead.name, day_ahead] as const];
  return (
    <div className="field macro-wide" data-inside={inside || undefined}>
      <div className="macro-label">
        <span className="name">{label}</span>
        <Opener
          opens="menu"
          label={words.variables}
          className="pick-button"
          placement="bottom end"
          floats={close => (
            <Lines
              label={words.variables}
              parts={[
                {
                  options: all.map(([id, called]) => ({ id, name: called[lang], hint: `{{${id}}}` })),
                  onPick: id => setTimeout(() => put(id)),
                },
              ]}
              onClose={close}
            />
          )}
        >
          <Icon name="code" /> <span className="picked">{words.variables}</span>
        </Opener>
      </div>
      <WritingBox
        small
        className="control"
        rows={inside ? 2 : 5}
        label={label}
        value={value}
        onChange={onChange}
        area={area}
        {...(wrong && { 'aria-invalid': true, 'aria-describedby': error_id })}
      />
      {wrong && (
        <p className="error" id={error_id}>
          {wrong}
        </p>
      )}
    </div>
  );
}
