import { useState, type FormEvent } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Article } from '#knowledge/rules/article.ts';
import type { Used } from '#knowledge/rules/use.ts';
import { article_limits } from '#knowledge/rules/limits.ts';
import { Link, navigate } from '#ui/route/router.tsx';
import {
  api,
  Button,
  buttonClass,
  ErrorSummary,
  refused,
  TextArea,
  useDraft,
  useSubmit,
  withQuery,
} from '#ui/ui.ts';
import { useAnswerWords } from './words.ts';

interface VotePartProps {
  article: Article;
  onVoted: (article: Article) => void;
}

/** Did it help? If not: why, in her words, and the way to ask. */
export function VotePart({ article, onVoted }: VotePartProps) {
  const words = useAnswerWords().vote;
  const { open, person } = useSession();
  const question = useDraft(`${person.id}:ask`, { subject: '', description: '' });
  const [asking, setAsking] = useState<'again' | 'why'>();
  const [why, setWhy] = useState('');
  const { submit, busy, problem } = useSubmit<Article>();
  const said = asking ? null : article.voted;
  const send = async (helped: boolean) => {
    const voted = await submit(`/api/articles/${article.id}/votes`, { helped, ...(!helped && { why }) });
    if (!voted) return;
    setAsking(undefined);
    onVoted(voted);
  };
  /** What she says of it becomes her question, and that she tried it goes with that. */
  const ask = async () => {
    const tried = { kind: 'tried' };
    const noted = await api.post<Used>(`/api/articles/${article.id}/uses`, tried).catch(refused);
    if (!noted) return;
    await send(false);
    question.change(now => ({
      subject: now.subject || article.title,
      description: [now.description, why.trim()].filter(Boolean).join('\n\n'),
    }));
    navigate('/ask');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  return (
    <section className="article-vote no-print" aria-labelledby="did-it-help">
      <h2 id="did-it-help">{words.title}</h2>
      <ErrorSummary problem={problem} />
      <p role="status">{said !== null && <>{said ? words.thanks_yes : words.thanks_no}</>}</p>
      {said === null && (
        <p className="deeds">
          <Button icon="check" busy={busy} onClick={() => void send(true)}>
            {words.yes}
          </Button>
          <Button icon="x" aria-expanded={asking === 'why'} onClick={() => setAsking('why')}>
            {words.no}
          </Button>
        </p>
      )}
      {asking === 'why' && (
        <form onSubmit={onSubmit}>
          <TextArea
            label={words.why}
            hint={words.why_hint}
            optional
            rows={3}
            maxLength={article_limits.why}
            value={why}
            onChange={event => setWhy(event.target.value)}
          />
          <p className="deeds">
            <Button type="submit" busy={busy}>
              {words.send}
            </Button>
            {open.includes('startup_question') && (
              <Button look="main" busy={busy} onClick={() => void ask()}>
                {words.send_and_ask}
              </Button>
            )}
          </p>
        </form>
      )}
      {said !== null && (
        <p className="deeds">
          {!said && open.includes('startup_question') && (
            <Link
              className={buttonClass({ look: 'main' })}
              to={withQuery('/ask', { subject: article.title })}
            >
              {words.ask}
            </Link>
          )}
          <Button look="bare" onClick={() => setAsking('again')}>
            {words.again}
          </Button>
        </p>
      )}
    </section>
  );
}
