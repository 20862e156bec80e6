import { useState, type FormEvent } from 'react';
import { forum_limits } from '#forum/rules/limits.ts';
import type { Topic } from '#forum/rules/topic.ts';
import { Button, ErrorSummary, TextArea, useSubmit } from '#ui/ui.ts';
import { useForumWords } from '../words.ts';

interface WhyFormProps {
  method: 'post' | 'put';
  path: string;
  label: string;
  go: string;
  onDone: (topic: Topic) => void;
  onCancel: () => void;
}

/** A reason, for the desk alone: why something is hidden, or what is wrong with it. */
export function WhyForm({ method, path, label, go, onDone, onCancel }: WhyFormProps) {
  const { cancel } = useForumWords().deeds;
  const [why, setWhy] = useState('');
  const { submit, busy, problem } = useSubmit<Topic>(method);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit(path, { why });
    if (done) onDone(done);
  };
  return (
    <form className="forum-form" onSubmit={event => void send(event)}>
      <ErrorSummary problem={problem} />
      <TextArea
        label={label}
        rows={2}
        maxLength={forum_limits.why}
        value={why}
        autoFocus
        onChange={event => setWhy(event.target.value)}
      />
      <p className="deeds">
        <Button type="submit" busy={busy}>
          {go}
        </Button>
        <Button look="bare" onClick={onCancel}>
          {cancel}
        </Button>
      </p>
    </form>
  );
}
