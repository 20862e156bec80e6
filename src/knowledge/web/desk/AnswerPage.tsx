import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Article } from '#knowledge/rules/article.ts';
import { audience_names, kind_names } from '#knowledge/rules/kinds.ts';
import { state_names } from '#knowledge/rules/states.ts';
import { useTicketWords } from '#tickets/web/words.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { buttonClass, Icon, Notice, NotYet, Prose, useLang } from '#ui/ui.ts';
import { useArticleParts } from '../beside.tsx';
import type { AnswerSearch } from '../search.ts';
import { askArticle, useAnswerWords, useArticlesLive } from './asking.ts';
import '#ui/parts/ways.css';
import '../article-text.css';
import './answers.css';
import { Moves } from './Moves.tsx';
import { VersionsPart } from './VersionsPart.tsx';
import { VotesPart } from './VotesPart.tsx';
import { WritingPart } from './writing/WritingPart.tsx';

/** One article: as it is read, as it is being written, its versions, and what its readers say. */
export function AnswerPage() {
  const words = useAnswerWords();
  const id = Number(useParams({ from: '/desk/answers/$id' }).id);
  const search: AnswerSearch = useSearch({ strict: false });
  const asked = useQuery(askArticle(id));
  const article = asked.data;
  const parts = useArticleParts();
  useArticlesLive();
  const show = search.show ?? (article && article.version === 0 ? 'writing' : 'read');
  return (
    <WorkPage
      above={
        <Link to="/desk/answers" search={{}}>
          {words.all}
        </Link>
      }
      title={article?.title ?? ''}
      {...(article && { lead: <About article={article} /> })}
      deeds={
        article && (
          <>
            {article.state === 'published' && (
              <a
                className={buttonClass({})}
                href={`/api/articles/${article.id}/paper.pdf`}
                target="_blank"
                rel="noopener"
              >
                <Icon name="file" /> {words.paper}
              </a>
            )}
            <Moves article={article} />
          </>
        )
      }
    >
      <NotYet asked={asked} lines={9} words={words} />
      {article && (
        <>
          <FromTickets article={article} />
          <Ways article={article} show={show} />
          {parts.map((Part, at) => (
            <Part key={at} article={id} />
          ))}
          {show === 'read' && <Read article={article} />}
          {show === 'writing' && <WritingPart key={id} article={article} />}
          {show === 'versions' && (
            <VersionsPart article={article} version={Number(search.version) || undefined} />
          )}
          {show === 'votes' && <VotesPart article={article} />}
        </>
      )}
    </WorkPage>
  );
}

function About({ article }: { article: Article }) {
  const words = useAnswerWords();
  const [lang] = useLang();
  const { categories } = useTicketWords();
  return [
    kind_names[article.kind].one[lang],
    audience_names[article.audience][lang],
    article.category && categories[article.category],
    state_names[article.state][lang],
    article.version > 0 && `${words.version(article.version)}, ${words.published(article.published_by)}`,
    article.review && (article.review.over ? words.review_over : words.review_by(article.review.words)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The way back to the tickets it was written from; until it is published, that it was made bare and is still read through. */
function FromTickets({ article: { from_tickets, version } }: { article: Article }) {
  const words = useAnswerWords().from;
  if (from_tickets.length === 0) return null;
  const tickets = from_tickets.map(({ number, subject }, at) => (
    <Fragment key={number}>
      {at > 0 && ', '}
      <Link to="/desk/tickets/$number" params={{ number: String(number) }} search={{}} title={subject}>
        {words.ticket(number)}
      </Link>
    </Fragment>
  ));
  if (version > 0)
    return (
      <p className="answer-from t-13">
        {words.written} {tickets}
      </p>
    );
  return (
    <div className="answer-from">
      <Notice
        title={
          <>
            {words.written} {tickets}
          </>
        }
      >
        <p>
          {words.taken_out} {words.read_through}
        </p>
      </Notice>
    </div>
  );
}

function Ways({ article, show }: { article: Article; show: string }) {
  const words = useAnswerWords();
  const ways = [
    ...(article.version > 0 ? [['read', words.read] as const] : []),
    ...(article.can.write || article.writing ? [['writing', words.writing] as const] : []),
    ...(article.version > 0 ? [['versions', words.versions] as const, ['votes', words.votes] as const] : []),
  ];
  return (
    <nav className="ways" aria-label={words.title}>
      {ways.map(([way, name]) => (
        <Link
          key={way}
          to="/desk/answers/$id"
          params={{ id: String(article.id) }}
          search={{ show: way === 'read' ? undefined : way }}
          replace
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={way === show ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

function Read({ article }: { article: Article }) {
  const words = useAnswerWords();
  if (article.html === null) return <p className="empty">{words.not_published}</p>;
  return (
    <article className="sheet answer-read" lang={article.lang}>
      <h2 className="sr">{words.read}</h2>
      {article.summary && <p className="answer-summary">{article.summary}</p>}
      <Prose html={article.html} />
    </article>
  );
}
