import { useQueryClient } from '@tanstack/react-query';
import type { Article } from '#knowledge/rules/article.ts';
import { move_names, type ArticleMove } from '#knowledge/rules/states.ts';
import { Button, Notice, toast, useLang, useSubmit } from '#ui/ui.ts';
import { askArticle, useAnswerWords } from './asking.ts';

/** What can be done with an article now; each can be taken back by another, so nothing is asked before. */
export function Moves({ article }: { article: Article }) {
  const words = useAnswerWords();
  const [lang] = useLang();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Article>();
  const make = async (move: ArticleMove) => {
    const after = await submit(`/api/articles/${article.id}/moves`, {
      move,
      edition: article.writing?.edition ?? 0,
    });
    if (!after) return;
    client.setQueryData(askArticle(article.id).queryKey, after);
    void client.invalidateQueries({ queryKey: ['articles'] });
    toast({ text: words.confirm[move] });
  };
  const main = (['publish', 'propose'] as const).find(move => article.can.moves.includes(move));
  return (
    <>
      {article.can.moves
        .filter(move => move !== main)
        .map(move => (
          <Button key={move} busy={busy} onClick={() => void make(move)}>
            {move_names[move][lang]}
          </Button>
        ))}
      {main && (
        <Button look="main" busy={busy} onClick={() => void make(main)}>
          {move_names[main][lang]}
        </Button>
      )}
      {problem && <Notice tone="bad" title={problem.errors[0]?.sentence ?? problem.detail} />}
    </>
  );
}
