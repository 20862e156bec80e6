import { Link } from '@tanstack/react-router';
import type { OfArticle } from '#forum/rules/topic.ts';
import { useGet } from '#ui/ui.ts';
import { useForumWords } from '../words.ts';

/** On an article's page, the topics of the forum that it was made of. */
export function ArticleTopics({ article }: { article: number }) {
  const words = useForumWords();
  const { data } = useGet<OfArticle>(`/api/articles/${article}/topics`);
  if (!data || data.items.length === 0) return null;
  return (
    <p className="t-14">
      {words.of_article}:{' '}
      {data.items.map(({ id, title }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link to="/desk/forum/$id" params={{ id: String(id) }} search={{}}>
            {title}
          </Link>
        </span>
      ))}
    </p>
  );
}
