import { useState } from 'react';
import { TextArea } from '#ui/ui.ts';
import { useBulkWords } from '../words.ts';
import type { StepFormProps } from './kinds.tsx';

/** What is written to each school, on its own ticket. */
export function ReplyForm(props: StepFormProps) {
  const words = useBulkWords();
  return <TextForm {...props} does="reply" label={words.reply} hint={words.reply_hint} />;
}

/** Another surface: only the iGroup sees it. */
export function NoteForm(props: StepFormProps) {
  const words = useBulkWords();
  return (
    <div className="for-igroup">
      <TextForm {...props} does="note" label={words.note} hint={words.note_hint} />
    </div>
  );
}

function TextForm({
  does,
  label,
  hint,
  tried,
  onChange,
}: StepFormProps & { does: 'reply' | 'note'; label: string; hint: string }) {
  const words = useBulkWords();
  const [text, setText] = useState('');
  const [begun, setBegun] = useState(false);
  const tell = (typed: string) => {
    const foreseen = { does, text: '…' };
    onChange(typed.trim() ? { foreseen, step: { does, text: typed } } : { foreseen });
  };
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={4}
      value={text}
      error={tried && !text.trim() ? words.needed : undefined}
      onFocus={() => {
        if (!begun) tell(text);
        setBegun(true);
      }}
      onChange={event => {
        setText(event.target.value);
        tell(event.target.value);
      }}
    />
  );
}
