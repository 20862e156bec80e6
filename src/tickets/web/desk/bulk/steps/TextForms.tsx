import { useEffect, useState } from 'react';
import type { Step } from '#tickets/rules/steps/step.ts';
import { FileField, useCatchFiles, useDraftFiles } from '#ui/files.ts';
import { TextArea } from '#ui/ui.ts';
import { useBulkWords } from '../words.ts';
import type { StepFormProps } from './kinds.tsx';

/** What is written to each school, on its own ticket; the files go with it to each. */
export function ReplyForm({ tried, onChange }: StepFormProps) {
  const words = useBulkWords();
  const [text, setText] = useState('');
  const [begun, setBegun] = useState(false);
  const [kept, setKept] = useState('');
  const files = useDraftFiles(kept, setKept);
  const { ids, pending } = files;
  const with_files = ids.join();
  useEffect(() => {
    if (!begun && with_files === '') return;
    const reply = (said: string): Step => ({
      ...{ does: 'reply', text: said },
      ...(with_files && { files: with_files.split(',') }),
    });
    const foreseen = reply('…');
    onChange(text.trim() && !pending ? { foreseen, step: reply(text) } : { foreseen });
  }, [begun, text, with_files, pending, onChange]);
  return (
    <div className="bulk-text" {...useCatchFiles(files)}>
      <TextArea
        label={words.reply}
        hint={words.reply_hint}
        rows={4}
        value={text}
        error={tried && !text.trim() ? words.needed : tried && pending ? words.files_pending : undefined}
        onFocus={() => setBegun(true)}
        onChange={event => setText(event.target.value)}
      />
      <FileField files={files} small />
    </div>
  );
}

/** Another surface: only the iGroup sees it. */
export function NoteForm({ tried, onChange }: StepFormProps) {
  const words = useBulkWords();
  const [text, setText] = useState('');
  const [begun, setBegun] = useState(false);
  const tell = (typed: string) => {
    const foreseen: Step = { does: 'note', text: '…' };
    onChange(typed.trim() ? { foreseen, step: { does: 'note', text: typed } } : { foreseen });
  };
  return (
    <div className="for-igroup">
      <TextArea
        label={words.note}
        hint={words.note_hint}
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
    </div>
  );
}
