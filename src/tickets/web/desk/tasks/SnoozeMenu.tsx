import { useState } from 'react';
import type { Snoozing } from '#tickets/rules/tasks/snooze.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Icon, Problem, TextField } from '#ui/ui.ts';
import { useSnooze } from './deeds.ts';
import { useWorkWords } from './words/use-words.ts';

interface SnoozeMenuProps {
  ticket: TicketWithMessages;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Until when a ticket is out of one's own lists; each morning is computed by the server. */
export function SnoozeMenu({ ticket, open, onOpen }: SnoozeMenuProps) {
  const words = useWorkWords().snooze;
  const snooze = useSnooze(ticket.number);
  const [day, setDay] = useState(false);
  const asleep = ticket.snoozed?.mine?.state === 'asleep';
  const options = [
    ...(asleep ? [{ id: 'end', name: words.end }] : []),
    ...(ticket.snoozed?.choices ?? []).map(({ until, at }) => ({
      id: until,
      name: words.choices[until],
      hint: at.words,
    })),
    { id: 'answer', name: words.answer },
    { id: 'date', name: words.date },
  ];
  const pick = (id: string) => {
    if (id === 'date') setTimeout(() => setDay(true));
    else snooze.mutate({ until: id === 'end' ? null : (id as Snoozing['until']) });
  };
  return (
    <>
      <Opener
        opens="menu"
        label={words.menu}
        name={words.label}
        className={`button bare small only-icon${asleep ? ' pressed' : ''}`}
        placement="bottom end"
        open={open}
        onOpen={onOpen}
        floats={close => <Lines label={words.menu} parts={[{ options, onPick: pick }]} onClose={close} />}
      >
        <Icon name="moon" />
      </Opener>
      {day && (
        <DaySheet
          problem={snooze.error instanceof Problem ? snooze.error : undefined}
          busy={snooze.isPending}
          onDay={until => snooze.mutate({ until }, { onSuccess: () => setDay(false) })}
          onClose={() => setDay(false)}
        />
      )}
    </>
  );
}

interface DaySheetProps {
  busy: boolean;
  problem: Problem | undefined;
  onDay: (date: string) => void;
  onClose: () => void;
}

function DaySheet({ busy, problem, onDay, onClose }: DaySheetProps) {
  const words = useWorkWords();
  const [date, setDate] = useState('');
  return (
    <SheetForm
      title={words.snooze.date_title}
      deed={words.snooze.put_away}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => onDay(date)}
      onClose={onClose}
    >
      <TextField
        label={words.snooze.day}
        hint={words.snooze.day_hint}
        type="date"
        autoFocus
        value={date}
        error={problem?.of('until')}
        onChange={event => setDate(event.target.value)}
      />
    </SheetForm>
  );
}
