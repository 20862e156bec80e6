import type { ReactNode } from 'react';
import { ForEverybody } from '#accounts/web/accounts.tsx';
import type { PublicArticle, PublicArticles } from '#knowledge/rules/public.ts';
import { Link, PageHeading, useRoute } from '#ui/route/router.tsx';
import { NotYet, useGet } from '#ui/ui.ts';
import { ArticleShown } from '../shown/ArticleShown.tsx';
import { Narrowed } from '../shown/Narrowed.tsx';
import '../shown/shown.css';
import { useSearch } from '../shown/use-search.ts';
import { useAnswerWords } from '../words.ts';

const path = '/api/public/articles';

/** For everybody, without sign-in: frequent questions first; `more` is what else there is to read. */
export function HelpPage({ more }: { more: ReactNode }) {
  const words = useAnswerWords().everybody;
  const { data, problem, reload } = useGet<PublicArticles>(path);
  const q = useRoute().query.get('q')?.trim() ?? '';
  const found = useSearch(q, '/api/public/suggestions');
  return (
    <Frame name="answers-page">
      <PageHeading title={words.title} />
      <p className="second">
        {words.lead} <a href="/guide">{words.cant_connect}</a>
      </p>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} />}
      {data && (
        <Narrowed
          base="/help"
          items={data.items}
          ranked={found?.ids}
          sure={found?.sure}
          in_vain="/api/public/article-searches"
          asks={false}
        />
      )}
      {more}
    </Frame>
  );
}

/** One article for everybody. */
export function HelpArticlePage({ id }: { id: string }) {
  const words = useAnswerWords();
  const { data, problem, reload } = useGet<PublicArticle>(`${path}/${id}`);
  const lost = problem && [404, 422].includes(problem.status);
  return (
    <Frame name="article-page">
      <p className="t-14 no-print">
        <Link to="/help">{words.everybody.title}</Link>
      </p>
      {lost && (
        <>
          <PageHeading title={words.everybody.lost} />
          <p className="second">{words.everybody.lost_hint}</p>
        </>
      )}
      {!data && !lost && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} />}
      {data && (
        <ArticleShown
          article={data}
          checked={data.published}
          paper={`${path}/${id}/paper.pdf`}
          over={data.review_over ? words.article.over_public : undefined}
        />
      )}
    </Frame>
  );
}

function Frame({ name, children }: { name: string; children: ReactNode }) {
  const words = useAnswerWords().everybody;
  return (
    <ForEverybody name={name} home="/help" way={{ to: '/sign-in', says: words.sign_in }}>
      {children}
    </ForEverybody>
  );
}
