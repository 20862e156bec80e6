import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Choice, MergePreview, MergeSide } from '#tickets/rules/joining/joining.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Button, Notice, useSubmit } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { askMerge } from './asking.ts';
import './joining.css';
import { PickTicket } from './PickTicket.tsx';
import { useFocusDeed } from './use-focus-deed.ts';
import { useJoined, useToTicket } from './use-joined.ts';
import { useJoiningWords } from './use-words.ts';

/** Merges a ticket into another of its school: what will be is shown before it is. */
export function MergeSheet({ ticket, onClose }: { ticket: TicketWithMessages; onClose: () => void }) {
  const words = useJoiningWords().merge_sheet;
  const joined = useJoined();
  const toTicket = useToTicket();
  const { number } = ticket;
  const [chosen, setChosen] = useState<Choice>();
  const { submit, busy, problem, clear } = useSubmit<TicketWithMessages>();
  const preview = useQuery({ ...askMerge(number, chosen?.number ?? 0), enabled: chosen !== undefined }).data;
  const box = useFocusDeed(chosen);
  const into = preview?.into.number ?? chosen?.number;
  const choose = (choice: Choice | undefined) => {
    clear();
    setChosen(choice);
  };
  const merge = async () => {
    if (!chosen || !preview || preview.refused !== null) return;
    const after = await submit(`/api/tickets/${number}/merge`, { into: chosen.number });
    if (!after) return;
    joined(after, number, words.done(number, after.number));
    onClose();
    toTicket(after.number);
  };
  return (
    <SheetForm
      title={words.title(number)}
      deed={words.deed(into)}
      cancel={words.cancel}
      busy={busy || !preview || preview.refused !== null}
      problem={problem}
      onSubmit={() => void merge()}
      onClose={onClose}
    >
      <div ref={box} className="merge-sheet">
        <p className="quiet t-13">{words.lead}</p>
        {chosen && preview ? (
          <Preview
            preview={preview}
            refused={problem?.of('into') ?? preview.refused}
            onOther={() => choose(undefined)}
          />
        ) : (
          <PickTicket
            number={number}
            for="merge"
            chosen={chosen}
            error={problem?.of('into')}
            onChoose={choose}
          />
        )}
      </div>
    </SheetForm>
  );
}

interface PreviewProps {
  preview: MergePreview;
  refused: string | null;
  onOther: () => void;
}

function Preview({ preview: { from, into, people }, refused, onOther }: PreviewProps) {
  const { merge_sheet: words, pick } = useJoiningWords();
  return (
    <div className="merge-preview">
      <div className="merge-sides">
        <Side side={from} title={words.ends} />
        <Side side={into} title={words.goes_on} />
      </div>
      {refused === null ? (
        <p className="t-13">
          {words.together(from.messages + into.messages)} <b>{people.join(', ')}</b>
        </p>
      ) : (
        <Notice tone="bad" title={refused} />
      )}
      <p>
        <Button small onClick={onOther}>
          {pick.other}
        </Button>
      </p>
    </div>
  );
}

function Side({ side, title }: { side: MergeSide; title: string }) {
  const words = useJoiningWords().merge_sheet;
  const { states } = useTicketWords();
  const facts: [string, string | number][] = [
    [words.asked, side.requester],
    [words.has_it, side.assignee ?? words.nobody],
    [words.opened, side.opened],
    [words.messages, side.messages],
    ...(side.level2_reference ? [[words.level2, side.level2_reference] as [string, string]] : []),
  ];
  return (
    <section aria-label={`${title}: ${side.number}`}>
      <h3>
        {title} · {side.number}
      </h3>
      <p className="name">{side.subject}</p>
      <p className="t-13 side-state">
        <StateShape state={side.state} /> {states[side.state]}
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
