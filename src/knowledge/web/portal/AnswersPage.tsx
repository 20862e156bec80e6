import type { ReactNode } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Articles } from '#knowledge/rules/article.ts';
import { Link, PageHeading, useRoute } from '#ui/route/router.tsx';
import { NotYet, useGet, withQuery } from '#ui/ui.ts';
import { in_vain } from '../in-vain.ts';
import './shown/shown.css';
import { Narrowed } from './shown/Narrowed.tsx';
import { useArticleNews } from './shown/use-article-news.ts';
import { useSearch } from './shown/use-search.ts';
import { useAnswerWords } from './words.ts';

/** What a school reads before it asks: all that is written for it, what was used most first; `more` comes after it. */
export function AnswersPage({ more }: { more: ReactNode }) {
  const words = useAnswerWords().list;
  const { open } = useSession();
  const q = useRoute().query.get('q')?.trim() ?? '';
  const { data, problem, reload } = useGet<Articles>('/api/articles?limit=500');
  useArticleNews(reload);
  const found = useSearch(q, '/api/suggestions');
  return (
    <div className="page answers-page">
      <PageHeading title={words.title} />
      <p className="second">
        {words.lead} <Link to={withQuery('/search', { q })}>{words.everywhere}</Link>
      </p>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} />}
      {data && (
        <Narrowed
          base="/answers"
          items={data.items}
          ranked={found?.ids}
          sure={found?.sure}
          in_vain={in_vain}
          asks={open.includes('startup_question')}
        />
      )}
      {more}
    </div>
  );
}
