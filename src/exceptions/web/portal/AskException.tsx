import { useState, type FormEvent } from 'react';
import type { OnTicket } from '#exceptions/rules/exception.ts';
import { topics, type Topic } from '#exceptions/rules/topics.ts';
import { Button, ErrorSummary, Select, TextArea, useSubmit } from '#ui/ui.ts';
import { useExceptionWords } from '../words.ts';

interface AskExceptionProps {
  number: number;
  first: Topic;
  onDone: () => void;
}

/** The way to ask the coordinator for help with what is the school's own; closed, one line. */
export function AskException({ number, first, onDone }: AskExceptionProps) {
  const { own, sheets, fields, topics: names, cancel } = useExceptionWords();
  const [asks, setAsks] = useState(false);
  const [topic, setTopic] = useState(first);
  const [why, setWhy] = useState('');
  const { submit, busy, problem } = useSubmit<OnTicket>();
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (await submit(`/api/tickets/${number}/exceptions`, { topic, why })) onDone();
  };
  if (!asks)
    return (
      <p className="second t-14 no-print">
        {own.ask_lead}{' '}
        <Button small look="bare" onClick={() => setAsks(true)}>
          {own.ask}
        </Button>
      </p>
    );
  return (
    <form className="sheet ask-exception" aria-label={sheets.ask.title} onSubmit={event => void ask(event)}>
      <h2>{sheets.ask.title}</h2>
      <ErrorSummary problem={problem} />
      <Select
        label={fields.topic}
        value={topic}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be filled in
        autoFocus
        onChange={event => setTopic(event.target.value as Topic)}
      >
        {topics.map(each => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </Select>
      <TextArea
        label={fields.why}
        hint={fields.why_hint}
        rows={4}
        value={why}
        error={problem?.of('why')}
        onChange={event => setWhy(event.target.value)}
      />
      <p className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {sheets.ask.deed}
        </Button>
        <Button onClick={() => setAsks(false)}>{cancel}</Button>
      </p>
    </form>
  );
}
