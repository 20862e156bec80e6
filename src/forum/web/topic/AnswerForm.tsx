import { useRef, useState, type FormEvent } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { forum_limits } from '#forum/rules/limits.ts';
import type { Topic } from '#forum/rules/topic.ts';
import { WritingBox } from '#ui/parts/WritingBox.tsx';
import { Button, ErrorSummary, KeptWords, OtherText, Problem, toast, useDraft, useSubmit } from '#ui/ui.ts';
import { useForumWords } from '../words.ts';
import { useNaming } from './use-naming.ts';

const empty = { text: '' };

/** What is being answered, kept with every letter; a name can be put into it from outside. */
export function useAnswer(topic: number) {
  const { person } = useSession();
  const draft = useDraft(`${person.id}:topic:${topic}:answer`, empty);
  const area = useRef<HTMLTextAreaElement>(null);
  const mention = (name: string) => {
    draft.change(({ text }) => ({ text: `${text}${text && !/\s$/.test(text) ? ' ' : ''}@${name} ` }));
    area.current?.focus();
  };
  return { draft, area, mention };
}

interface AnswerFormProps {
  topic: Topic;
  answer: ReturnType<typeof useAnswer>;
  put: (topic: Topic) => void;
  reload: () => void;
}

/** The one box to write in. What is refused stays in it, and the page shows what is now. */
export function AnswerForm({ topic, answer: { draft, area }, put, reload }: AnswerFormProps) {
  const { answer: words, done } = useForumWords();
  const { text } = draft.value;
  const [missing, setMissing] = useState<Problem>();
  const { submit, busy, problem } = useSubmit<Topic>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const lacks = !text.trim();
    setMissing(lacks ? new Problem({ status: 0, detail: words.needed }) : undefined);
    if (lacks) return;
    const answered = await submit(`/api/topics/${topic.id}/answers`, { text });
    if (!answered) return reload();
    draft.clear();
    put(answered);
    toast({ text: done.answered });
  };
  const naming = useNaming(area, text, now => draft.change({ text: now }), topic);
  return (
    <form className="forum-form sheet no-print" onSubmit={event => void send(event)}>
      <ErrorSummary problem={missing ?? problem} />
      <label htmlFor="forum-answer">{words.label}</label>
      {naming.list}
      <WritingBox
        {...naming.field}
        id="forum-answer"
        label={words.label}
        rows={4}
        area={area}
        placeholder={words.placeholder}
        aria-describedby="forum-answer-hint"
        maxLength={forum_limits.text}
        value={text}
        onChange={value => draft.change({ text: value })}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <OtherText keeping={draft.keeping} />
      <p id="forum-answer-hint" className="quiet t-14">
        {words.hint}
      </p>
      <p className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {words.send}
        </Button>
        <KeptWords keeping={draft.keeping} />
      </p>
    </form>
  );
}
