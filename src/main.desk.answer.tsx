import { ArticleTopics } from '#forum/web/desk/ArticleTopics.tsx';
import { BesideArticle } from '#knowledge/web/beside.tsx';
import { AnswerPage as Page } from '#knowledge/web/desk/AnswerPage.tsx';

const parts = [ArticleTopics];

/** An article at the desk, with what other houses show on its page. */
export const AnswerPage = () => (
  <BesideArticle value={parts}>
    <Page />
  </BesideArticle>
);
