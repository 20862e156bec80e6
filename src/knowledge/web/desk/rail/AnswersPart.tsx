import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { endedIn, obvious, sentIn } from '#knowledge/rules/marking.ts';
import type { Answers, DeskUse } from '#knowledge/rules/use.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { runCommand, useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import { putInReply } from '#tickets/web/desk/write/put-in-reply.ts';
import { api, Button, IconButton, refused, toast, useLive } from '#ui/ui.ts';
import { askAnswers, useAnswerWords } from '../asking.ts';
import '../answers.css';
import { textOf } from '../to-put.ts';
import { AnyArticle, type Likely } from './AnyArticle.tsx';

/** In the rail of a ticket: what its school tried, what may answer it, what solved tickets like it, and what did now. */
export const AnswersPart = ({ ticket }: { ticket: TicketWithMessages }) => (
  <OfTicket key={ticket.number} ticket={ticket} />
);

function OfTicket({ ticket }: { ticket: TicketWithMessages }) {
  const words = useAnswerWords().rail;
  const { can } = useSession();
  const { data } = useQuery({ ...askAnswers(ticket.number), enabled: can.open_tickets });
  const part = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { say, takeBack } = useSaying(ticket.number);
  /** What was found by its words, to be marked. */
  const [named, setNamed] = useState<readonly Likely[]>([]);
  const [to_focus, setToFocus] = useState<number>();
  useEffect(() => {
    if (to_focus === undefined) return;
    part.current?.querySelector<HTMLElement>(`[data-solved="${to_focus}"]`)?.focus();
    setToFocus(undefined);
  }, [to_focus]);
  useAnswersLive(ticket.number);
  useCommands([
    {
      id: 'answer',
      name: words.command,
      where: 'ticket',
      keys: ['y'],
      group: 'command',
      run: () => {
        const article = data && obvious(data);
        if (article) void say({ kind: 'solved', article: article.id }, words.said_solved(article.title));
        else if (data) openChoice(field);
      },
    },
  ]);
  if (!data) return null;
  const ended = endedIn(data);
  const sent = new Set(sentIn(data));
  const beside = [...named, ...data.likely];
  const can_be = [...new Map(beside.map(each => [each.id, each])).values()].filter(
    ({ id }) => !ended.has(id) && !sent.has(id),
  );
  const is_named = new Set(named.map(({ id }) => id));
  // What is only near takes less room.
  const near = can_be.filter(({ id }) => !is_named.has(id)).slice(0, data.confident ? 3 : 2);
  const picked = can_be.filter(({ id }) => is_named.has(id));
  const shown = new Set([...picked, ...near].map(({ id }) => id));
  const over = ticket.state === 'resolved' || ticket.state === 'closed';
  const asks = over && !data.marked.some(({ kind }) => kind === 'solved' || kind === 'missing');
  const mark = (kind: 'solved' | 'wrong', article: number) => {
    void say({ kind, article });
    // The button goes with what is said.
    part.current?.focus();
  };
  const put = (article: Likely) => {
    putInReply(textOf(article));
    void say({ kind: 'sent', article: article.id }, null);
  };
  const deeds = (article: { id: number; title: string }, into?: Likely) => (
    <Deeds
      article={article}
      mark={mark}
      {...(into && ticket.can.reply && into.audience !== 'igroup' && { put: () => put(into) })}
    />
  );
  const lines = (of: readonly Likely[]) => (
    <ul>
      {of.map(article => (
        <LikelyLine key={article.id} article={article}>
          {deeds(article, article)}
        </LikelyLine>
      ))}
    </ul>
  );
  return (
    <section ref={part} className="rail-part rail-answers" aria-label={words.title} tabIndex={-1}>
      <h2>{asks ? words.which : words.title}</h2>
      <Marks
        of={data.marked.filter(({ kind, article }) => kind !== 'sent' || !ended.has(article!.id))}
        takeBack={takeBack}
        deeds={deeds}
      />
      <Tried
        of={data.tried}
        deeds={article =>
          !ended.has(article.id) && !shown.has(article.id) && !sent.has(article.id) && deeds(article)
        }
      />
      {near.length > 0 && (
        <>
          <p className="quiet t-13">{data.confident ? words.likely : words.unsure}</p>
          {lines(near)}
        </>
      )}
      {can_be.length === 0 && data.marked.length === 0 && <p className="quiet t-13">{words.none}</p>}
      {is_named.size > 0 && lines(picked)}
      <AnyArticle
        but={ended}
        field={field}
        onPick={article => {
          setNamed([article, ...named.filter(({ id }) => id !== article.id)]);
          setToFocus(article.id);
        }}
        onLeave={() => part.current?.focus()}
      />
      <p className="answer-deeds">
        {!data.marked.some(({ kind }) => kind === 'missing') && (
          <Button small look="bare" onClick={() => void say({ kind: 'missing' })}>
            {words.missing}
          </Button>
        )}
        <Link to="/desk/answers/new" search={{ ticket: String(ticket.number) }} className="t-13">
          {words.write}
        </Link>
      </p>
      {data.written.map(({ id, title }) => (
        <p key={id} className="t-13">
          {words.written}:{' '}
          <Link to="/desk/answers/$id" params={{ id: String(id) }} search={{}}>
            {title}
          </Link>
        </p>
      ))}
      <Similar of={data.similar} words={words} />
    </section>
  );
}

/** Takes the focus to the choice; where the rail is a drawer that is shut, it opens first. */
function openChoice(field: RefObject<HTMLInputElement | null>): void {
  if (!field.current?.checkVisibility()) runCommand('details');
  // The drawer takes the focus when it opens.
  setTimeout(() => field.current?.focus());
}

interface DeedsProps {
  article: { id: number; title: string };
  mark: (kind: 'solved' | 'wrong', article: number) => void;
  put?: () => void;
}

/** What is done with an article for this ticket. */
function Deeds({ article: { id, title }, mark, put }: DeedsProps) {
  const words = useAnswerWords().rail;
  return (
    <span className="answer-deeds">
      {put && (
        <Button small look="bare" aria-label={words.put_what(title)} onClick={put}>
          {words.put}
        </Button>
      )}
      <Button
        small
        look="bare"
        data-solved={id}
        aria-label={words.solved_what(title)}
        onClick={() => mark('solved', id)}
      >
        {words.solved}
      </Button>
      <Button small look="bare" aria-label={words.wrong_what(title)} onClick={() => mark('wrong', id)}>
        {words.wrong}
      </Button>
    </span>
  );
}

/** An article that may answer it, with the sentence that does. */
function LikelyLine({ article, children }: { article: Likely; children: ReactNode }) {
  const words = useAnswerWords().rail;
  return (
    <li>
      <Link
        to="/desk/answers/$id"
        params={{ id: String(article.id) }}
        search={{}}
        lang={article.lang}
        className="name"
      >
        {article.title}
      </Link>
      {article.audience === 'igroup' && <span className="tag">{words.inside}</span>}
      <span className="second t-13 answer-sentence" lang={article.lang}>
        {article.sentence}
      </span>
      {children}
    </li>
  );
}

type RailWords = ReturnType<typeof useAnswerWords>['rail'];
type DeskMark = Answers['marked'][number];
type Named = NonNullable<DeskMark['article']>;

interface MarksProps {
  of: Answers['marked'];
  takeBack: (id: number) => Promise<void>;
  deeds: (article: Named) => ReactNode;
}

/** What the desk has said of this ticket; one's own can be taken back, and of what was sent it is said what became of it. */
function Marks({ of, takeBack, deeds }: MarksProps) {
  const words = useAnswerWords().rail;
  if (of.length === 0) return null;
  return (
    <ul>
      {of.map(({ id, kind, article, by, mine }) => (
        <li key={id} className="answer-mark">
          <span>
            {article ? (
              <>
                <Link to="/desk/answers/$id" params={{ id: String(article.id) }} search={{}} className="name">
                  {article.title}
                </Link>{' '}
                {words.marked[kind as 'solved']} <Pinned article={article} />
              </>
            ) : (
              <b>{words.marked.missing}</b>
            )}{' '}
            <span className="quiet t-13">{by}</span>
            {kind === 'sent' && deeds(article!)}
          </span>
          {mine && <IconButton small icon="undo" label={words.take_back} onClick={() => void takeBack(id)} />}
        </li>
      ))}
    </ul>
  );
}

/** What the school read and tried before it asked. */
function Tried({ of, deeds }: { of: Answers['tried']; deeds: (article: Named) => ReactNode }) {
  const words = useAnswerWords().rail;
  // Of an article once: that it was tried tells more than that it was read.
  const by_article = new Map(
    ['read', 'tried'].flatMap(wanted =>
      of.filter(({ kind }) => kind === wanted).map(use => [use.article!.id, use] as const),
    ),
  );
  const told = [...by_article.values()];
  if (told.length === 0) return null;
  return (
    <ul>
      {told.map(({ id, kind, article }) => (
        <li key={id}>
          <span className="quiet t-13">{kind === 'tried' ? words.tried : words.read}: </span>
          <Link to="/desk/answers/$id" params={{ id: String(article!.id) }} search={{}}>
            {article!.title}
          </Link>{' '}
          <Pinned article={article!} />
          {deeds(article!)}
        </li>
      ))}
    </ul>
  );
}

/** What it said then: an answer goes on being written, the ticket stays with the version that it was about. */
function Pinned({ article: { id, version } }: { article: NonNullable<DeskMark['article']> }) {
  const words = useAnswerWords();
  return version > 0 ? (
    <Link
      to="/desk/answers/$id"
      params={{ id: String(id) }}
      search={{ show: 'versions', version: String(version) }}
      className="quiet t-13"
    >
      {words.version(version)}
    </Link>
  ) : null;
}

function Similar({ of, words }: { of: Answers['similar']; words: RailWords }) {
  if (of.length === 0) return null;
  return (
    <>
      <p className="quiet t-13">{words.similar}</p>
      <ul>
        {of.slice(0, 3).map(({ number, subject, school, solution, solved_by }, at) => (
          <li key={number ?? `past ${at}`}>
            {number === null ? (
              <b>{subject}</b>
            ) : (
              <Link
                to="/desk/tickets/$number"
                params={{ number: String(number) }}
                search={true}
                className="name"
              >
                {subject}
              </Link>
            )}{' '}
            <span className="quiet t-13">{school ?? words.past}</span>
            <span className="second t-13 answer-sentence">{solution}</span>
            {solved_by.map(({ id, title }) => (
              <Link key={id} to="/desk/answers/$id" params={{ id: String(id) }} search={{}} className="t-13">
                {title}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Says which article it was, and takes it back. */
function useSaying(number: number) {
  const words = useAnswerWords().rail;
  const client = useQueryClient();
  const again = () => client.invalidateQueries(askAnswers(number));
  const takeBack = async (id: number) => {
    await api.delete(`/api/article-uses/${id}`).catch(refused);
    await again();
  };
  /** `aloud` is what is said of it; null where it is seen anyhow. */
  const say = async (use: DeskUse, aloud: string | null = words.said) => {
    const said = await api.post<{ id: number }>(`/api/tickets/${number}/answers`, use).catch(refused);
    await again();
    if (said && aloud !== null)
      toast({ text: aloud, action: { label: words.take_back, run: () => void takeBack(said.id) } });
  };
  return { say, takeBack };
}

function useAnswersLive(number: number): void {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries(askAnswers(number));
  useLive(
    ({ kind, ticket }) => ticket === number && (kind === 'answer_marked' || kind === 'edited') && again(),
    first => !first && again(),
    ({ kind, ticket }) => kind === 'answers' && ticket === number && again(),
  );
}
