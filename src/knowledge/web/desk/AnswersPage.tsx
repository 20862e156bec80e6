import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ArticleLine, Articles } from '#knowledge/rules/article.ts';
import { article_kinds, audience_names, audiences, kind_names } from '#knowledge/rules/kinds.ts';
import { article_states, state_names } from '#knowledge/rules/states.ts';
import { foldWords } from '#platform/text/fold.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { useTicketWords } from '#tickets/web/words.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { buttonClass, Icon, Nothing, NotYet, TextField, useLang } from '#ui/ui.ts';
import type { AnswersSearch } from '../search.ts';
import { askArticles, askMarks, useAnswerWords, useArticlesLive } from './asking.ts';
import './answers.css';
import { Beside } from './Beside.tsx';
import { Choose } from './Choose.tsx';

/** All articles, narrowed by the address: what solved most comes first. */
export function AnswersPage() {
  const words = useAnswerWords();
  const search: AnswersSearch = useSearch({ strict: false });
  const asked = useQuery(askArticles(search));
  const { data } = asked;
  const marks = useQuery({ ...askMarks(), enabled: data?.can.publish ?? false }).data;
  useArticlesLive();
  const shown = data && data.items.filter(fits(search.words ?? ''));
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        data?.can.write && (
          <Link to="/desk/answers/new" search={{}} className={buttonClass({ look: 'main' })}>
            <Icon name="plus" /> {words.write}
          </Link>
        )
      }
    >
      {data?.can.publish && <Beside waiting={marks && marks.wrong.length + marks.missing.length} />}
      <Narrowing search={search} counts={data?.counts} />
      <NotYet asked={asked} lines={9} words={words} />
      {shown && (
        <p className="quiet t-13" role="status">
          {words.total(shown.length)}
        </p>
      )}
      {shown?.length === 0 &&
        (Object.values(search).some(Boolean) ? (
          <p className="empty">{words.none_found}</p>
        ) : (
          <Nothing title={words.none} hint={words.none_hint} />
        ))}
      {shown && shown.length > 0 && (
        <ul className="lines answer-lines">
          {shown.map(line => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
    </WorkPage>
  );
}

/** All the words that are typed, each by its beginning, in title or sentence. */
function fits(typed: string): (line: ArticleLine) => boolean {
  const wanted = foldWords(typed);
  return ({ title, summary }) => {
    const there = foldWords(`${title} ${summary}`);
    return wanted.every(word => there.some(each => each.startsWith(word)));
  };
}

function Narrowing({ search, counts }: { search: AnswersSearch; counts: Articles['counts'] | undefined }) {
  const words = useAnswerWords();
  const [lang] = useLang();
  const { categories: category_names } = useTicketWords();
  const navigate = useNavigate();
  const narrow = (more: AnswersSearch) =>
    void navigate({ to: '/desk/answers', search: { ...search, ...more }, replace: true });
  const counted = (name: string, count = 0) => (counts ? `${name} (${count})` : name);
  return (
    <div className="answer-narrow">
      <TextField
        type="search"
        label={words.search}
        autoComplete="off"
        maxLength={200}
        value={search.words ?? ''}
        onChange={({ target }) => narrow({ words: target.value || undefined })}
      />
      <Choose
        label={words.kind}
        none={words.every_kind}
        names={article_kinds.map(kind => [kind, counted(kind_names[kind].many[lang], counts?.kind[kind])])}
        value={search.kind}
        onChange={kind => narrow({ kind: kind ?? undefined })}
      />
      <Choose
        label={words.state}
        none={words.every_state}
        names={article_states.map(state => [state, counted(state_names[state][lang], counts?.state[state])])}
        value={search.state}
        onChange={state => narrow({ state: state ?? undefined })}
      />
      <Choose
        label={words.audience}
        none={words.every_audience}
        names={audiences.map(audience => [audience, audience_names[audience][lang]])}
        value={search.audience}
        onChange={audience => narrow({ audience: audience ?? undefined })}
      />
      <Choose
        label={words.category}
        none="–"
        names={category_ids.map(category => [category, category_names[category]])}
        value={search.category}
        onChange={category => narrow({ category: category ?? undefined })}
      />
      {counts && counts.due > 0 && (
        <Link
          to="/desk/answers"
          search={{ ...search, due: search.due ? undefined : 'yes' }}
          className="t-13"
          {...(search.due && { 'aria-current': 'true' as const })}
        >
          {search.due ? words.show_all : words.due(counts.due)}
        </Link>
      )}
    </div>
  );
}

function Line({ line }: { line: ArticleLine }) {
  const words = useAnswerWords();
  const [lang] = useLang();
  const { categories: category_names } = useTicketWords();
  const { counts, review } = line;
  const about = [
    kind_names[line.kind].one[lang],
    audience_names[line.audience][lang],
    line.category && category_names[line.category],
    line.owner?.name,
  ].filter(Boolean);
  return (
    <li>
      <span className="line-text">
        <Link
          to="/desk/answers/$id"
          params={{ id: String(line.id) }}
          search={{}}
          className="name"
          lang={line.lang}
        >
          {line.title}
        </Link>
        {line.state !== 'published' && <span className="tag">{state_names[line.state][lang]}</span>}
        {line.changed && <span className="tag">{words.changed}</span>}
        {review?.over && <span className="tag answer-over">{words.review_over}</span>}
        {line.summary && (
          <span className="second t-14 answer-sentence" lang={line.lang}>
            {line.summary}
          </span>
        )}
        <span className="quiet t-13">{about.join(' · ')}</span>
      </span>
      {counts && (
        <span className="quiet t-13 answer-counts" title={words.solved_hint}>
          {[
            counts.solved > 0 && words.solved(counts.solved),
            counts.answered > 0 && words.answered(counts.answered),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </li>
  );
}
