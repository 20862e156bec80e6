import { useId, useRef, type AriaAttributes, type ReactNode } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { WritingBox } from '#ui/parts/WritingBox.tsx';
import { FileField, useCatchFiles } from '#ui/files.ts';
import { Button, KeptWords, OtherText } from '#ui/ui.ts';
import { runCommand } from '../frame/commands/commands.ts';
import { NoFile } from '../../attached/NoFile.tsx';
import { useMacroTyping } from '../macros/use-macro-typing.tsx';
import { WithText } from '../macros/WithText.tsx';
import { useDone } from '../undo/use-done.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useMentions } from './mentions/use-mentions.ts';
import { useAnswerTyping } from './answers/use-answer-typing.tsx';
import { useTakingIn } from './put-in-reply.ts';
import { Refused } from './Refused.tsx';
import { Readers, Stopped } from './Stopped.tsx';
import { useSendKeys } from './use-send-keys.ts';
import { useText, type Sending, type Text } from './use-text.ts';

/** A reply to the school: a plain message, or one after which the school's answer is awaited. */
export function ReplyForm({ ticket }: { ticket: TicketWithMessages }) {
  const words = useDeskWords().write;
  const done = useDone();
  const to = ticket.requester.name;
  const text = useText(ticket, 'reply');
  const macros = useMacroTyping(text.area, ticket, text);
  const answers = useAnswerTyping(text.area, ticket.number, text);
  useTakingIn(text.area, text.set);
  const waits = ticket.can.moves.some(({ move }) => move === 'ask_school');
  const say = (after: TicketWithMessages) => done(after, words.sent(to));
  const plainly: Sending = { deed: 'replies', shape: body => body, then: say };
  const waiting: Sending = {
    deed: 'moves',
    shape: ({ text: question, files }) => ({ move: 'ask_school', question, files }),
    then: say,
  };
  const last = useRef(plainly);
  const send = (sending: Sending) => {
    last.current = sending;
    text.send(sending);
  };
  const andNext = (sending: Sending): Sending => ({
    ...sending,
    then: after => {
      sending.then(after);
      runCommand('next');
    },
  });
  return (
    <TextForm
      text={text}
      label={words.reply_text}
      placeholder={words.reply_here(to)}
      gone={!ticket.can.reply}
      field={answers.open ? answers.field : macros.field}
      above={
        <>
          {macros.list}
          {answers.list}
        </>
      }
      onSend={() => send(plainly)}
      onSendAndNext={() => send(andNext(waits ? waiting : plainly))}
      before={
        <>
          <Stopped guard={text.guard} />
          <NoFile asking={text.asks_for_file} sendAnyway={() => text.send(last.current)} />
        </>
      }
    >
      <Readers guard={text.guard} school={ticket.school.name} />
      {waits && (
        <Button busy={text.busy} onClick={() => send(waiting)}>
          {words.send_and_wait}
        </Button>
      )}
      <Button look="main" type="submit" busy={text.busy}>
        {text.busy ? words.sending : words.send_to(to)}
      </Button>
    </TextForm>
  );
}

/** A note has no road to the school: another draft, another surface, another address at the server. */
export function NoteForm({ ticket }: { ticket: TicketWithMessages }) {
  const words = useDeskWords().write;
  const done = useDone();
  const text = useText(ticket, 'note');
  const mentions = useMentions(text.area, text.value, text.set);
  const macros = useMacroTyping(text.area, ticket, text);
  const keep = () =>
    text.send({ deed: 'notes', shape: body => body, then: after => done(after, words.kept) });
  return (
    <TextForm
      text={text}
      label={words.note_text}
      placeholder={words.note_here}
      gone={!ticket.can.note}
      field={macros.open ? macros.field : mentions.field}
      above={
        <>
          {mentions.list}
          {macros.list}
        </>
      }
      onSend={keep}
    >
      <Button look="main" type="submit" busy={text.busy}>
        {text.busy ? words.sending : words.keep_note}
      </Button>
    </TextForm>
  );
}

interface TextFormProps {
  text: Text;
  label: string;
  placeholder: string;
  /** It is no longer possible: what was written can be read and copied, not sent. */
  gone: boolean;
  field?: AriaAttributes;
  /** Right above the text. */
  above?: ReactNode;
  /** Between the text and the buttons. */
  before?: ReactNode;
  onSend: () => void;
  onSendAndNext?: () => void;
  children: ReactNode;
}

function TextForm({
  text,
  label,
  placeholder,
  gone,
  field,
  above,
  before,
  onSend,
  onSendAndNext,
  children,
}: TextFormProps) {
  const { no_longer } = useDeskWords().problem;
  const refused_id = useId();
  const form = useSendKeys({
    send: () => !gone && onSend(),
    ...(!gone && onSendAndNext && { sendAndNext: onSendAndNext }),
  });
  const stopped = text.guard.stop !== undefined && text.problem?.stop !== undefined;
  const refused =
    text.missing ??
    text.problem?.of('text') ??
    text.problem?.of('question') ??
    (stopped ? undefined : text.problem?.detail) ??
    (gone ? no_longer : undefined);
  return (
    <form
      ref={form}
      className="text-form"
      {...useCatchFiles(text.files)}
      onSubmit={event => {
        event.preventDefault();
        if (!gone) onSend();
      }}
    >
      <OtherText keeping={text.keeping} />
      {above}
      <WritingBox
        small
        className="control"
        rows={3}
        label={label}
        placeholder={placeholder}
        value={text.value}
        onChange={text.set}
        area={text.area}
        {...field}
        aria-keyshortcuts="Control+Enter"
        {...(refused && { 'aria-invalid': true, 'aria-describedby': refused_id })}
        onKeyDown={event => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Refused id={refused_id} sentence={refused} status={text.problem?.status} />
      <WithText fields={text.fields} change={text.change} stopped={text.unfilled} />
      {before}
      <div className="go">
        <FileField files={text.files} small />
        <KeptWords keeping={text.keeping} />
        {!gone && children}
      </div>
    </form>
  );
}
