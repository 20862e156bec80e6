import type { PublicArticle, PublicArticles } from '#knowledge/rules/public.ts';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { NotYet, Toasts, useGet } from '#ui/ui.ts';
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
    <main className="page answers-page for-everybody">
      <PageHeading title={words.title} />
      <p className="second">{words.lead(data?.igroup ?? words.somebody)}</p>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} />}
      {data && <Narrowed base="/help" items={data.items} ranked={undefined} asks={false} />}
      <WayIn />
    </main>
  );
}

/** One article for everybody. */
export function HelpArticlePage({ id }: { id: string }) {
  const words = useAnswerWords();
  const { data, problem, reload } = useGet<PublicArticle>(`${path}/${id}`);
  const lost = problem && [404, 422].includes(problem.status);
  return (
    <main className="page article-page for-everybody">
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
          over={data.review_over ? words.article.over_public : undefined}
        />
      )}
      <WayIn />
      <Toasts />
    </main>
  );
}

function WayIn() {
  const words = useAnswerWords().everybody;
  return (
    <p className="t-14 no-print">
      <Link to="/sign-in">{words.sign_in}</Link>
    </p>
  );
}
