import type { ReactNode } from 'react';
import type { Article } from '#knowledge/rules/article.ts';
import { Link } from '#ui/route/router.tsx';
import { NotYet, useGet } from '#ui/ui.ts';
import { ArticleShown } from './shown/ArticleShown.tsx';
import './shown/shown.css';
import { useArticleNews } from './shown/use-article-news.ts';
import { useRead } from './shown/use-read.ts';
import { useAnswerWords } from './words.ts';
import { VotePart } from './VotePart.tsx';

/** One article for a school; `lost` stands where there is none, or none for this reader. */
export function ArticlePage({ id, lost }: { id: string; lost: ReactNode }) {
  const words = useAnswerWords().article;
  const { data, problem, reload, put } = useGet<Article>(`/api/articles/${id}`);
  useArticleNews(reload, Number(id));
  useRead(data?.id);
  if (problem && !data && [404, 422].includes(problem.status)) return lost;
  return (
    <div className="page article-page">
      <p className="t-14 no-print">
        <Link to="/answers">{words.all}</Link>
      </p>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} />}
      {data && (
        <>
          <ArticleShown
            article={{ ...data, html: data.html ?? '' }}
            checked={data.published?.words}
            paper={`/api/articles/${id}/paper.pdf`}
            over={data.review?.over ? words.over(data.review.words) : undefined}
          />
          {data.can.vote && <VotePart article={data} onVoted={put} />}
        </>
      )}
    </div>
  );
}
