import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Answers, DeskUse } from '#knowledge/rules/use.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import { putInReply } from '#tickets/web/desk/write/put-in-reply.ts';
import { api, Button, IconButton, refused, toast, useLive } from '#ui/ui.ts';
import { askAnswers, useAnswerWords } from '../asking.ts';
import '../answers.css';
import { textOf } from '../to-put.ts';

/** In the rail of a ticket: what its school tried, what may answer it, what solved tickets like it, and what did now. */
export function AnswersPart({ ticket }: { ticket: TicketWithMessages }) {
  const words = useAnswerWords().rail;
  const { can } = useSession();
  const { data } = useQuery({ ...askAnswers(ticket.number), enabled: can.open_tickets });
  const part = useRef<HTMLElement>(null);
  const { say, takeBack } = useSaying(ticket.number);
  useAnswersLive(ticket.number);
  useCommands([
    {
      id: 'answer',
      name: words.command,
      where: 'ticket',
      keys: ['y'],
      group: 'command',
      run: () => part.current?.querySelector<HTMLElement>('[data-solved]')?.focus(),
    },
  ]);
  if (!data) return null;
  const marked = new Set(data.marked.map(({ article }) => article?.id));
  // What is only near takes less room.
  const likely = data.likely.filter(({ id }) => !marked.has(id)).slice(0, data.confident ? 3 : 2);
  const ended = ticket.state === 'resolved' || ticket.state === 'closed';
  const asks = ended && !data.marked.some(({ kind }) => kind === 'solved' || kind === 'missing');
  return (
    <section ref={part} className="rail-part rail-answers" aria-label={words.title}>
      <h2>{asks ? words.which : words.title}</h2>
      <Marks of={data.marked} words={words} takeBack={takeBack} />
      <Tried of={data.tried} words={words} />
      {likely.length > 0 && (
        <>
          <p className="quiet t-13">{data.confident ? words.likely : words.unsure}</p>
          <ul>
            {likely.map(article => (
              <li key={article.id}>
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
                <span className="answer-deeds">
                  {ticket.can.reply && article.audience !== 'igroup' && (
                    <Button
                      small
                      look="bare"
                      aria-label={words.put_what(article.title)}
                      onClick={() => {
                        putInReply(textOf(article));
                        void say({ kind: 'sent', article: article.id }, false);
                      }}
                    >
                      {words.put}
                    </Button>
                  )}
                  <Button
                    small
                    look="bare"
                    data-solved
                    aria-label={words.solved_what(article.title)}
                    onClick={() => void say({ kind: 'solved', article: article.id })}
                  >
                    {words.solved}
                  </Button>
                  <Button
                    small
                    look="bare"
                    aria-label={words.wrong_what(article.title)}
                    onClick={() => void say({ kind: 'wrong', article: article.id })}
                  >
                    {words.wrong}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {likely.length === 0 && data.marked.length === 0 && <p className="quiet t-13">{words.none}</p>}
      <Similar of={data.similar} words={words} />
      <p className="answer-deeds">
        {!data.marked.some(({ kind }) => kind === 'missing') && (
          <Button small look="bare" data-solved onClick={() => void say({ kind: 'missing' })}>
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
    </section>
  );
}

type RailWords = ReturnType<typeof useAnswerWords>['rail'];
type DeskMark = Answers['marked'][number];

/** What the desk has said of this ticket; one's own can be taken back. */
function Marks({
  of,
  words,
  takeBack,
}: {
  of: Answers['marked'];
  words: RailWords;
  takeBack: (id: number) => Promise<void>;
}) {
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
          </span>
          {mine && <IconButton small icon="undo" label={words.take_back} onClick={() => void takeBack(id)} />}
        </li>
      ))}
    </ul>
  );
}

/** What the school read and tried before it asked. */
function Tried({ of, words }: { of: Answers['tried']; words: RailWords }) {
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
  const say = async (use: DeskUse, aloud = true) => {
    const said = await api.post<{ id: number }>(`/api/tickets/${number}/answers`, use).catch(refused);
    await again();
    if (said && aloud)
      toast({ text: words.said, action: { label: words.take_back, run: () => void takeBack(said.id) } });
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
