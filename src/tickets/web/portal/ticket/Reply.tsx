import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { Link, navigate, useRoute } from '#ui/route/router.tsx';
import { FileField, useCatchFiles, useDraftFiles } from '#ui/files.ts';
import {
  Button,
  buttonClass,
  changeDraft,
  CheckBox,
  ErrorSummary,
  KeptWords,
  Notice,
  OtherText,
  Problem,
  toast,
  useDraft,
  useSubmit,
} from '#ui/ui.ts';
import { WritingBox } from '#ui/parts/WritingBox.tsx';
import { isSentWith } from '../../../rules/opening/adding.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { NoFile, useNoFile } from '../../attached/NoFile.tsx';
import { questionDraft, replyDraft } from '../draft-keys.ts';
import { usePortalWords } from '../words.ts';
import { useOnSlip } from '../slips/use-on-slip.ts';
import type { OfTicket } from './TicketPage.tsx';

/** The one box to write in; it says before the sending what a message does now. */
export function Reply({ ticket, put, reload }: OfTicket) {
  const words = usePortalWords().reply;
  if (ticket.goes_on_in !== null) return <Unsent ticket={ticket} put={put} reload={reload} />;
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

/** What she was writing when the ticket was merged is still hers to send: it is said where the ticket goes on. */
function Unsent({ ticket, reload }: OfTicket) {
  const { person } = useSession();
  const { value } = useDraft(replyDraft(person.id, ticket.number), empty);
  const kept = useRef(false);
  kept.current ||= value.text.trim() !== '';
  if (!kept.current) return null;
  return <ReplyForm ticket={ticket} put={({ number }) => navigate(`/tickets/${number}`)} reload={reload} />;
}

/** `asked`: a question that was being asked, and is said here instead. */
const empty = { text: '', files: '', asked: '' };

function ReplyForm({ ticket, put, reload }: OfTicket) {
  const { reply: words, ask } = usePortalWords();
  const { person } = useSession();
  const draft = useDraft(replyDraft(person.id, ticket.number), empty);
  const { text, asked } = draft.value;
  const files = useDraftFiles(draft.value.files, next => draft.change(now => ({ files: next(now.files) })));
  const noFile = useNoFile(text, files.items.length);
  const [thanks, setThanks] = useState(false);
  const [wait, setWait] = useState<Problem>();
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const onSlip = useOnSlip<TicketWithMessages>();
  const catching = useCatchFiles(files);
  const offersThanks = ticket.can.reply_does === 'not_solved';
  const does = offersThanks && thanks ? 'thanks' : (ticket.can.reply_does as keyof typeof words.send);

  // What stood on the page at the last letter was read; what came after it may not have been.
  const newest = Math.max(0, ...ticket.messages.map(({ id }) => id));
  const seen = useRef<number | undefined>(newest);
  const send = async () => {
    const waits = files.pending || !text.trim();
    setWait(
      waits ? new Problem({ status: 0, detail: files.pending ? ask.files_wait : ask.needed }) : undefined,
    );
    if (waits || noFile.holdsBack()) return;
    const afterwards = () => {
      draft.clear();
      // The question has come here whole: it waits for nothing any more.
      if (asked)
        void changeDraft(questionDraft(person.id), question =>
          isSentWith(question, asked) ? null : question,
        );
      setThanks(false);
    };
    const answer = await onSlip(submit, {
      path: `/api/tickets/${ticket.number}/replies`,
      body: {
        text,
        files: files.ids,
        ...(does === 'thanks' && { thanks: true }),
        seen: { reply: seen.current ?? newest, note: 0 },
      },
      ...{ ticket: ticket.number, does: ticket.can.reply_does, subject: ticket.subject, text },
      ...{ draft: `ticket:${ticket.number}:reply`, fields: draft.value },
      kept: () => {
        afterwards();
        toast({ text: words.waits });
      },
    });
    // Refused, perhaps because the ticket moved meanwhile: the text stays, and the page shows what is now.
    if (answer === 'kept') return;
    if (!answer) {
      seen.current = undefined; // she is told, and sends again when she has read
      return reload();
    }
    files.clear();
    afterwards();
    put(answer);
    toast({ text: words.sent });
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const label = labelOf(ticket, person.id, words);
  const adding = useRoute().query.has('add') && asked !== '';
  useEffect(() => {
    if (adding) document.getElementById('reply')?.focus();
  }, [adding]);
  return (
    <form className="reply sheet no-print" onSubmit={onSubmit} {...catching}>
      <ErrorSummary problem={wait ?? problem} fields={{ text: { id: 'reply', label: words.label } }} />
      <p role="status" className={adding ? 'does' : undefined}>
        {adding && words.adding}
      </p>
      <label htmlFor="reply">{label}</label>
      <WritingBox
        id="reply"
        label={label}
        rows={3}
        placeholder={words.placeholder}
        aria-describedby={words.does[does] ? 'reply-does' : undefined}
        value={text}
        onChange={value => {
          seen.current = newest;
          draft.change({ text: value, ...(value.trim() === '' && { asked: '' }) });
        }}
      />
      <OtherText keeping={draft.keeping} />
      {words.does[does] && (
        <p id="reply-does" className="does">
          {words.does[does]}
        </p>
      )}
      {offersThanks && (
        <CheckBox label={words.thanks} checked={thanks} onChange={event => setThanks(event.target.checked)} />
      )}
      <NoFile asking={noFile.asking} sendAnyway={() => void send()} />
      <div className="bar">
        <FileField files={files} small />
        <span className="quiet t-14">{words.privacy}</span>
        <KeptWords keeping={draft.keeping} />
        <Button look={offersThanks ? 'plain' : 'main'} type="submit" busy={busy}>
          {words.send[does]}
        </Button>
      </div>
    </form>
  );
}

/** With the school's own technician, she is written to; and she writes to whoever asked. */
function labelOf(
  ticket: TicketWithMessages,
  me: number,
  words: ReturnType<typeof usePortalWords>['reply'],
): string {
  if (ticket.can.reply_does === 'answer') return words.label_answer;
  const { passed_to, requester, assignee } = ticket;
  const whom = passed_to ? (passed_to.id === me ? requester : passed_to) : assignee;
  return whom && whom.id !== me ? words.label_to(whom.name) : words.label;
}
