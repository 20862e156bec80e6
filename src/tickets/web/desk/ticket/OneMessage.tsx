import { Suspense } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Message } from '#tickets/rules/ticket.ts';
import { KeptFiles } from '#ui/files.ts';
import { Face, Prose, Time } from '#ui/ui.ts';
import { anchorOf } from '../../pointed/use-pointed.ts';
import { Edited, WrittenThenSent } from '../../messages/parts.ts';
import { Origin } from '../joining/Choosable.tsx';
import { useDeskWords } from '../words/use-words.ts';
import { NoteProse } from '../write/mentions/NoteProse.tsx';
import { EditBox, EditButton } from './EditOwn.tsx';

export interface OneMessageProps {
  number: number;
  message: Message;
  editing: boolean;
  onEdit: (editing: boolean) => void;
}

/** A reply on paper; a note on its own dashed surface, so that the two can't be mistaken. One's own can be edited. */
export function OneMessage({ number, message, editing, onEdit }: OneMessageProps) {
  const words = useDeskWords().ticket;
  const { person } = useSession();
  const { author, kind } = message;
  const ours = author.side === 'desk';
  return (
    <article
      id={anchorOf(message)}
      className={`message ${kind}`}
      aria-label={kind === 'note' ? words.note_by(author.name) : author.name}
    >
      <Face name={author.name} large ours={ours && author.id === person.id} />
      <div className="message-body">
        <p className="message-by">
          <b className="name">{kind === 'note' ? words.note_by(author.name) : author.name}</b>
          {ours && kind === 'reply' && <span className="tag">{words.at_desk}</span>}
          <span className="message-when">
            <a
              className="message-link"
              href={`#${anchorOf(message)}`}
              title={words.link_to(message.written.exact)}
            >
              {message.written_offline ? (
                <WrittenThenSent message={message} />
              ) : (
                <Time moment={message.written} />
              )}
            </a>
            {kind === 'note' && ` · ${words.only_igroup}`}
          </span>
          {message.editable && !editing && (
            <Suspense fallback={null}>
              <EditButton onEdit={() => onEdit(true)} />
            </Suspense>
          )}
          {message.origin !== null && (
            <Suspense fallback={null}>
              <Origin number={message.origin} />
            </Suspense>
          )}
        </p>
        {editing ? (
          <EditBox number={number} message={message} onClose={() => onEdit(false)} />
        ) : kind === 'note' ? (
          <NoteProse html={message.html} />
        ) : (
          <Prose html={message.html} />
        )}
        {message.edited && <Edited message={message} />}
        <KeptFiles files={message.files} />
      </div>
    </article>
  );
}
