import { useState } from 'react';
import { useFiles, type Files, type Problem } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useFields } from './use-fields.ts';
import { useSending } from './use-sending.ts';

/** One text to one door: its draft, its files, and what became of it. */
export interface Text {
  value: string;
  set: (value: string) => void;
  files: Files;
  busy: boolean;
  problem: Problem | undefined;
  /** What is missing before it can be sent at all. */
  missing: string | undefined;
  sent: boolean;
  send: (
    deed: 'replies' | 'notes' | 'moves',
    shape: (body: { text: string; files: string[] }) => object,
  ) => void;
}

export function useText(number: number, kind: 'reply' | 'note'): Text {
  const words = useDeskWords().write;
  const [fields, set, clear] = useFields(number, kind);
  const files = useFiles();
  const sending = useSending(number);
  const [missing, setMissing] = useState<string>();
  const [sent, setSent] = useState(false);
  const value = fields['text'] ?? '';
  return {
    value,
    set: next => {
      set({ text: next });
      setMissing(undefined);
      setSent(false);
      if (sending.problem) sending.clear();
    },
    files,
    busy: sending.busy,
    problem: sending.problem,
    missing,
    sent,
    send: (deed, shape) => {
      if (!value.trim()) return setMissing(words.first_write);
      if (files.pending) return setMissing(words.wait_for_files);
      setMissing(undefined);
      void sending.send(deed, shape({ text: value, files: files.ids })).then(done => {
        if (!done) return;
        clear();
        files.clear();
        setSent(true);
      });
    },
  };
}
