import { useEffect, type ReactNode } from 'react';
import type { IgroupNames } from '#accounts/rules/igroup/igroup.ts';
import { LanguageSwitch } from '#accounts/web/accounts.tsx';
import type { PublicArticle, PublicArticles } from '#knowledge/rules/public.ts';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { setBrand, useBrand } from '#ui/brand.ts';
import { Mark, NotYet, Toasts, useGet } from '#ui/ui.ts';
import { ArticleShown } from '../shown/ArticleShown.tsx';
import { Narrowed } from '../shown/Narrowed.tsx';
import '../shown/shown.css';
import { useAnswerWords } from '../words.ts';

const path = '/api/public/articles';

/** For everybody, without sign-in: frequent questions first. */
export function HelpPage() {
  const words = useAnswerWords().everybody;
  const { data, problem, reload } = useGet<PublicArticles>(path);
  return (
    <ForEverybody name="answers-page">
      <PageHeading title={words.title} />
      <p className="second">
        {words.lead} <a href="/guide">{words.cant_connect}</a>
      </p>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} />}
      {data && (
        <Narrowed
          base="/help"
          items={data.items}
          ranked={undefined}
          in_vain="/api/public/article-searches"
          asks={false}
        />
      )}
      <p>
        <Link to="/process">{words.process}</Link>
      </p>
    </ForEverybody>
  );
}

/** One article for everybody. */
export function HelpArticlePage({ id }: { id: string }) {
  const words = useAnswerWords();
  const { data, problem, reload } = useGet<PublicArticle>(`${path}/${id}`);
  const lost = problem && [404, 422].includes(problem.status);
  return (
    <ForEverybody name="article-page">
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
    </ForEverybody>
  );
}

/** The head of a page without sign-in: whose it is, the language, the way in. */
function ForEverybody({ name, children }: { name: string; children: ReactNode }) {
  const words = useAnswerWords().everybody;
  const { data } = useGet<IgroupNames>('/api/igroup');
  useEffect(() => {
    if (data) setBrand(data.name);
  }, [data]);
  return (
    <>
      <header className="top no-print">
        <div>
          <Link className="brand" to="/help">
            <Mark /> <span>{useBrand()}</span>
          </Link>
          <div className="mine">
            <LanguageSwitch />
            <Link className="t-14" to="/sign-in">
              {words.sign_in}
            </Link>
          </div>
        </div>
      </header>
      <main className={`page ${name}`}>{children}</main>
      <Toasts />
    </>
  );
}
