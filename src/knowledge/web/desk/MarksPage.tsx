import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Marks } from '#knowledge/rules/marks.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, buttonClass, Nothing, NotYet, refused, Time, toast } from '#ui/ui.ts';
import { askMarks, useAnswerWords, useArticlesLive } from './asking.ts';
import './answers.css';
import { Beside } from './Beside.tsx';

type Wrong = Marks['wrong'][number];
type Missing = Marks['missing'][number];

/** What agents said on tickets: which article was wrong, and where one is missing. */
export function MarksPage() {
  const words = useAnswerWords();
  const asked = useQuery(askMarks());
  useArticlesLive();
  const { wrong = [], missing = [] } = asked.data ?? {};
  const says = words.marks;
  return (
    <WorkPage title={says.title} lead={says.lead}>
      <Beside />
      <NotYet asked={asked} lines={6} words={words} />
      {asked.data && wrong.length + missing.length === 0 && (
        <Nothing title={says.none} hint={says.none_hint} />
      )}
      {wrong.length + missing.length > 0 && (
        <>
          <Part title={says.wrong} hint={says.wrong_hint} none={says.no_wrong}>
            {wrong.map(each => (
              <WrongLine key={each.id} mark={each} />
            ))}
          </Part>
          <Part title={says.missing} hint={says.missing_hint} none={says.no_missing}>
            {missing.map(each => (
              <MissingLine key={each.id} mark={each} />
            ))}
          </Part>
        </>
      )}
    </WorkPage>
  );
}

interface PartProps {
  title: string;
  hint: string;
  none: string;
  children: readonly ReactNode[];
}

function Part({ title, hint, none, children }: PartProps) {
  return (
    <section className="answer-marks" aria-label={title}>
      <h2>{title}</h2>
      <p className="quiet t-13">{children.length === 0 ? none : hint}</p>
      {children.length > 0 && <ul className="lines">{children}</ul>}
    </section>
  );
}

function WrongLine({ mark }: { mark: Wrong }) {
  const words = useAnswerWords();
  const { id, title, lang, version } = mark.article;
  const params = { id: String(id) };
  return (
    <li className="snippet-line">
      <div className="line-text">
        <p>
          <Link to="/desk/answers/$id" params={params} search={{}} lang={lang} className="name">
            {title}
          </Link>{' '}
          {version > 0 && (
            <Link
              to="/desk/answers/$id"
              params={params}
              search={{ show: 'versions', version: String(version) }}
              className="quiet t-13"
            >
              {words.version(version)}
            </Link>
          )}
        </p>
        <p className="second t-13">
          <ToTicket mark={mark}>
            {words.marks.ticket(mark.ticket.number)}: {mark.ticket.subject}
          </ToTicket>
        </p>
        <Said mark={mark} />
      </div>
      <span className="answer-deeds">
        <Link
          to="/desk/answers/$id"
          params={params}
          search={{ show: 'writing' }}
          className={buttonClass({ small: true })}
          aria-label={words.marks.mend_what(title)}
        >
          {words.marks.mend}
        </Link>
        <TickOff mark={mark} what={title} />
      </span>
    </li>
  );
}

function MissingLine({ mark }: { mark: Missing }) {
  const words = useAnswerWords().marks;
  const { number, subject } = mark.ticket;
  return (
    <li className="snippet-line">
      <div className="line-text">
        <p>
          <ToTicket mark={mark} className="name">
            {subject}
          </ToTicket>
        </p>
        <Said mark={mark} ticket={words.ticket(number)} />
      </div>
      <span className="answer-deeds">
        <Link
          to="/desk/answers/new"
          search={{ ticket: String(number) }}
          className={buttonClass({ small: true })}
          aria-label={words.write_what(subject)}
        >
          {words.write}
        </Link>
        <TickOff mark={mark} what={subject} />
      </span>
    </li>
  );
}

const ToTicket = ({ mark, ...rest }: { mark: Missing; className?: string; children: ReactNode }) => (
  <Link to="/desk/tickets/$number" params={{ number: String(mark.ticket.number) }} search={{}} {...rest} />
);

/** Of which school the ticket is, who said it, and when. */
const Said = ({ mark, ticket }: { mark: Missing; ticket?: string }) => (
  <p className="quiet t-13">
    {ticket && `${ticket} · `}
    {mark.ticket.school} · {mark.by} · <Time moment={mark.at} />
  </p>
);

function TickOff({ mark, what }: { mark: Missing; what: string }) {
  const words = useAnswerWords().marks;
  const client = useQueryClient();
  const say = async (done: boolean) => {
    const said = await api.put(`/api/article-marks/${mark.id}`, { done }).catch(refused);
    await client.invalidateQueries(askMarks());
    if (said && done)
      toast({ text: words.ticked(what), action: { label: words.undo, run: () => void say(false) } });
  };
  return (
    <Button small look="bare" aria-label={words.tick_what(what)} onClick={() => void say(true)}>
      {words.tick}
    </Button>
  );
}
