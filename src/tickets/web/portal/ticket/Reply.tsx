import { useState, type FormEvent } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { Link } from '#ui/route/router.tsx';
import {
  Button,
  buttonClass,
  CheckBox,
  ErrorSummary,
  FileField,
  Notice,
  Problem,
  toast,
  useCatchFiles,
  useDraft,
  useFiles,
  useSubmit,
} from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';
import type { OfTicket } from './TicketPage.tsx';

/** The one box to write in; it says before the sending what a message does now. */
export function Reply({ ticket, put, reload }: OfTicket) {
  const words = usePortalWords().reply;
  if (ticket.can.reply) return <ReplyForm ticket={ticket} put={put} reload={reload} />;
  if (ticket.can.reply_does !== 'follow_up') return null;
  return (
    <div className="follow-up no-print">
      <Notice title={words.follow_up_title}>
        <p>{words.follow_up}</p>
        <Link className={buttonClass({ small: true })} to={`/ask?follows=${ticket.number}`}>
          {words.follow_up_go}
        </Link>
      </Notice>
    </div>
  );
}

function ReplyForm({ ticket, put, reload }: OfTicket) {
  const { reply: words, ask } = usePortalWords();
  const { person } = useSession();
  const text = useDraft<string>(`${person.id}:reply:${ticket.number}`, '');
  const files = useFiles();
  const [thanks, setThanks] = useState(false);
  const [wait, setWait] = useState<Problem>();
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const catching = useCatchFiles(files);
  const offersThanks = ticket.can.reply_does === 'not_solved';
  const does = offersThanks && thanks ? 'thanks' : (ticket.can.reply_does as keyof typeof words.send);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const waits = files.pending || !text.value.trim();
    setWait(
      waits ? new Problem({ status: 0, detail: files.pending ? ask.files_wait : ask.needed }) : undefined,
    );
    if (waits) return;
    const answer = await submit(`/api/tickets/${ticket.number}/replies`, {
      text: text.value,
      files: files.ids,
      ...(does === 'thanks' && { thanks: true }),
    });
    // Refused, perhaps because the ticket moved meanwhile: the text stays, and the page shows what is now.
    if (!answer) return reload();
    text.clear();
    files.clear();
    setThanks(false);
    put(answer);
    toast({ text: words.sent });
  };

  return (
    <form className="reply sheet no-print" onSubmit={event => void send(event)} {...catching}>
      <ErrorSummary problem={wait ?? problem} fields={{ text: { id: 'reply', label: words.label } }} />
      <label htmlFor="reply">{labelOf(ticket, words)}</label>
      <textarea
        id="reply"
        rows={3}
        placeholder={words.placeholder}
        aria-describedby={words.does[does] ? 'reply-does' : undefined}
        value={text.value}
        onChange={event => text.set(event.target.value)}
      />
      {words.does[does] && (
        <p id="reply-does" className="does">
          {words.does[does]}
        </p>
      )}
      {offersThanks && (
        <CheckBox label={words.thanks} checked={thanks} onChange={event => setThanks(event.target.checked)} />
      )}
      <div className="bar">
        <FileField files={files} small />
        <span className="quiet t-14">{words.privacy}</span>
        <Button look={offersThanks ? 'plain' : 'main'} type="submit" busy={busy}>
          {words.send[does]}
        </Button>
      </div>
    </form>
  );
}

function labelOf(ticket: TicketWithMessages, words: ReturnType<typeof usePortalWords>['reply']): string {
  if (ticket.can.reply_does === 'answer') return words.label_answer;
  return ticket.assignee ? words.label_to(ticket.assignee.name) : words.label;
}
