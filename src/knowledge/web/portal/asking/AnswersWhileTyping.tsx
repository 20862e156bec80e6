import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { isForTheDesk } from '#knowledge/rules/asking.ts';
import { Link } from '#ui/route/router.tsx';
import type { Typing } from '#tickets/web/beside.tsx';
import { Button, Time } from '#ui/ui.ts';
import { in_vain, tellInVain } from '../../in-vain.ts';
import { useAnswerWords } from '../words.ts';
import { AnswerLine } from './AnswerLine.tsx';
import './asking.css';
import { Solved } from './Solved.tsx';
import { useSuggestions, type Suggested } from './use-suggestions.ts';
import { useTried } from './use-tried.ts';

/** From this width on it stands beside the form, where it moves nothing; below, it is folded to one line. */
const room = matchMedia('(min-width: 960px)');
const useRoomBeside = () =>
  useSyncExternalStore(
    watcher => {
      room.addEventListener('change', watcher);
      return () => room.removeEventListener('change', watcher);
    },
    () => room.matches,
  );

/** While a school's person asks: what may answer it. Never in the way of the form, and never for what is urgent. */
export function AnswersWhileTyping({ typed, end, addTo }: Typing) {
  const words = useAnswerWords().typing;
  const list = useId();
  const beside = useRoomBeside();
  const found = useSuggestions(typed);
  const tried = useTried();
  const [wanted, setWanted] = useState<boolean>();
  const [opened, setOpened] = useState<Suggested>();
  const quiet = isForTheDesk(typed);
  const answers = withOpened(found.answers, quiet ? undefined : opened);
  const shown = answers.length > 0 && (wanted ?? (found.confident && beside));
  const anything = answers.length + tried.all.length + found.tickets.length > 0;
  useUnanswered(quiet || found.confident || found.asking ? '' : typed.subject);
  const question = `${typed.subject}\n${typed.description ?? ''}`.trim();
  return (
    <section className="answers-beside" aria-label={words.label}>
      <div className={anything ? 'in-place-of-aside' : undefined}>
        <p role="status" className="sr">
          {found.confident && words.found(found.answers.length)}
        </p>
        {answers.length === 0 && <p className="idle">{quiet ? words.quiet : words.idle}</p>}
        {answers.length > 0 && (
          <div className="head">
            {shown && <h2>{words.found(answers.length)}</h2>}
            <Button
              small
              look={shown ? 'bare' : 'plain'}
              icon={shown ? 'up' : 'down'}
              aria-expanded={shown}
              aria-controls={list}
              onClick={() => setWanted(!shown)}
            >
              {shown ? words.hide : found.confident ? words.found(answers.length) : words.show}
            </Button>
          </div>
        )}
        <div id={list} className="found" hidden={!shown}>
          {shown && (
            <>
              <p className="quiet t-14">{words.lead}</p>
              <ul className="sheet">
                {answers.map(answer => (
                  <AnswerLine
                    key={answer.id}
                    answer={answer}
                    question={question}
                    open={answer.id === opened?.id}
                    onOpen={() => setOpened(answer.id === opened?.id ? undefined : answer)}
                    tried={tried.of(answer.id) !== undefined}
                    onTried={() => void tried.turn(answer)}
                    onSolved={use => end(ways => <Solved use={use} title={answer.title} {...ways} />)}
                  />
                ))}
              </ul>
            </>
          )}
        </div>
        <div role="status">
          <ul className="tried">
            {tried.all.map(each => (
              <li key={each.use}>
                <span>{words.goes_of(each.title)}</span>{' '}
                {!(shown && each.id === opened?.id) && (
                  <Button small look="bare" icon="undo" onClick={() => void tried.turn(each)}>
                    {words.take_back}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
        {found.tickets.length > 0 && (
          <div className="same">
            <h2>{words.same}</h2>
            <p className="quiet t-14">{words.same_hint}</p>
            <ul>
              {found.tickets.map(ticket => (
                <SameTicket key={ticket.id} ticket={ticket} addTo={addTo} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

/** A ticket of her school that she could add to in place of asking twice; where she may write on it, by one press. */
function SameTicket({ ticket, addTo }: { ticket: Suggested } & Pick<Typing, 'addTo'>) {
  const words = useAnswerWords().typing;
  const { id, title, last_activity, can_reply } = ticket;
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    await addTo(id).finally(() => setBusy(false));
  };
  return (
    <li>
      <Link to={`/tickets/${id}`}>{words.ticket(id, title)}</Link>
      {last_activity && (
        <p className="quiet t-14">
          {words.last} <Time moment={last_activity} />
        </p>
      )}
      {can_reply && (
        <Button small aria-label={words.add_to(id)} busy={busy} onClick={() => void add()}>
          {words.add}
        </Button>
      )}
    </li>
  );
}

/** Who leaves without an answer had looked for one in vain: the line is counted, not who wrote it. */
function useUnanswered(subject: string): void {
  const latest = useRef('');
  useEffect(() => {
    latest.current = subject;
  }, [subject]);
  useEffect(() => () => tellInVain(in_vain, latest.current), []);
}

/** What she reads stays, also when the next letters find others. */
const withOpened = (found: Suggested[], opened: Suggested | undefined): Suggested[] =>
  opened && !found.some(({ id }) => id === opened.id) ? [opened, ...found].slice(0, 3) : found;
