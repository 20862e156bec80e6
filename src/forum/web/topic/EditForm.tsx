import { useRef, useState, type FormEvent } from 'react';
import { forum_limits } from '#forum/rules/limits.ts';
import type { Topic } from '#forum/rules/topic.ts';
import { WritingBox } from '#ui/parts/WritingBox.tsx';
import { Button, ErrorSummary, TextField, toast, useSubmit } from '#ui/ui.ts';
import { useForumWords } from '../words.ts';
import { useNaming } from './use-naming.ts';

interface EditFormProps {
  topic: Topic;
  path: string;
  /** Null where it is an answer, which has none. */
  title: string | null;
  text: string;
  onDone: (topic: Topic) => void;
  onCancel: () => void;
}

/** A question or an answer, changed in its place. What is refused stays as it was typed. */
export function EditForm({ topic, path, onDone, onCancel, ...was }: EditFormProps) {
  const { edit: words, deeds, done } = useForumWords();
  const [title, setTitle] = useState(was.title);
  const [text, setText] = useState(was.text);
  const area = useRef<HTMLTextAreaElement>(null);
  const naming = useNaming(area, text, setText, topic);
  const { submit, busy, problem } = useSubmit<Topic>('patch');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await submit(path, title === null ? { text } : { title, text });
    if (!saved) return;
    onDone(saved);
    toast({ text: done.edited });
  };
  return (
    <form className="forum-form" onSubmit={event => void save(event)}>
      <ErrorSummary problem={problem} />
      {title !== null && (
        <TextField
          label={words.title}
          maxLength={forum_limits.title}
          value={title}
          autoFocus
          onChange={event => setTitle(event.target.value)}
        />
      )}
      {naming.list}
      <WritingBox
        {...naming.field}
        label={words.text}
        rows={5}
        area={area}
        maxLength={forum_limits.text}
        value={text}
        onChange={setText}
      />
      <p className="deeds">
        <Button type="submit" busy={busy}>
          {words.save}
        </Button>
        <Button look="bare" onClick={onCancel}>
          {deeds.cancel}
        </Button>
      </p>
    </form>
  );
}
