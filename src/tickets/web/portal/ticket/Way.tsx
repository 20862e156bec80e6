import { Icon, Time } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';
import { wayOf, type OnTheWay } from './way-of.ts';

/** "Your ticket is here": what lies behind, what may come, where it ends. */
export function Way({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePortalWords().ticket;
  return (
    <ol className="way" aria-label={words.way}>
      {wayOf(ticket).map(({ step, is }) => (
        <li key={step} className={is} aria-current={is === 'now' ? 'step' : undefined}>
          <i>{is === 'done' && <Icon name="check" size={12} />}</i>
          <b>{words.steps[step]}</b>
          <span>
            <More ticket={ticket} step={step} is={is} />
          </span>
          {is === 'now' && !ticket.ended && <em>{words.here}</em>}
        </li>
      ))}
    </ol>
  );
}

function More({ ticket, step, is }: { ticket: TicketWithMessages } & OnTheWay) {
  const words = usePortalWords().ticket;
  if (step === 'sent') return <Time moment={ticket.opened} />;
  if (is === 'now' && ticket.ended) return <Time moment={ticket.ended} />;
  if (step === 'working' && is === 'now') {
    if (ticket.state === 'waiting_school') return words.steps_more.waiting;
    return ticket.planned_for ? words.planned(ticket.planned_for.words) : ticket.assignee?.name;
  }
  if (step === 'level2') return is === 'maybe' ? words.steps_more.level2 : null;
  if (step === 'solved') return is === 'done' ? null : words.steps_more.solved;
  if (step === 'closed' && is === 'todo') return words.steps_more.closed;
  return null;
}
