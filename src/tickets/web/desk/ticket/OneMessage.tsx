import { useSession } from '#accounts/web/accounts.tsx';
import type { Message } from '#tickets/rules/ticket.ts';
import { Face, KeptFiles, Prose, Time } from '#ui/ui.ts';
import { anchorOf } from '../../pointed/use-pointed.ts';
import { useDeskWords } from '../words/use-words.ts';
import { NoteProse } from '../write/mentions/NoteProse.tsx';

/** A reply on paper; a note on its own dashed surface, so that the two can't be mistaken. */
export function OneMessage({ message }: { message: Message }) {
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
              <Time moment={message.written} />
            </a>
            {kind === 'note' && ` · ${words.only_igroup}`}
          </span>
        </p>
        {kind === 'note' ? <NoteProse html={message.html} /> : <Prose html={message.html} />}
        <KeptFiles files={message.files} />
      </div>
    </article>
  );
}
