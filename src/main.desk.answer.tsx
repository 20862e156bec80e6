import { ArticleTopics } from '#forum/web/desk/ArticleTopics.tsx';
import { BesideArticle } from '#knowledge/web/beside.tsx';
import { OneOfAnswers as Page } from '#knowledge/web/desk/OneOfAnswers.tsx';

const parts = [ArticleTopics];

/** An article at the desk, with what other houses show on its page; and what is kept beside the articles. */
export const OneOfAnswers = () => (
  <BesideArticle value={parts}>
    <Page />
  </BesideArticle>
);
