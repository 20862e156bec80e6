import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Searches } from '#knowledge/rules/searches.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, buttonClass, Nothing, NotYet, refused, Time, toast } from '#ui/ui.ts';
import { askSearches, useAnswerWords, useArticlesLive } from './asking.ts';
import './answers.css';
import { Beside } from './Beside.tsx';

/** What schools, and the desk, looked for and did not find: each line is an article that could be written. */
export function SearchesPage() {
  const words = useAnswerWords();
  const asked = useQuery(askSearches());
  useArticlesLive();
  return (
    <WorkPage title={words.searches.title} lead={words.searches.lead}>
      <Beside />
      <NotYet asked={asked} lines={6} words={words} />
      {asked.data?.items.length === 0 && (
        <Nothing title={words.searches.none} hint={words.searches.none_hint} />
      )}
      {asked.data && asked.data.items.length > 0 && (
        <ul className="lines">
          {asked.data.items.map(each => (
            <Line key={each.words} search={each} />
          ))}
        </ul>
      )}
    </WorkPage>
  );
}

function Line({ search }: { search: Searches['items'][number] }) {
  const words = useAnswerWords().searches;
  const client = useQueryClient();
  const say = async (left: boolean) => {
    const said = await api.put('/api/article-searches/left', { words: search.words, left }).catch(refused);
    await client.invalidateQueries(askSearches());
    if (said && left)
      toast({ text: words.left(search.words), action: { label: words.take_up, run: () => void say(false) } });
  };
  return (
    <li className="snippet-line">
      <div className="line-text">
        <p className="name">{search.words}</p>
        <p className="quiet t-13">
          {words.times(search.times)} · {words.from(search)} · {words.last} <Time moment={search.last} />
        </p>
      </div>
      <span className="answer-deeds">
        <Link
          to="/desk/answers/new"
          search={{ kind: 'faq', title: search.words, search: search.words }}
          className={buttonClass({ small: true })}
          aria-label={words.write_what(search.words)}
        >
          {words.write}
        </Link>
        <Button small look="bare" aria-label={words.leave_what(search.words)} onClick={() => void say(true)}>
          {words.leave}
        </Button>
      </span>
    </li>
  );
}
