import type { Article } from '#knowledge/rules/article.ts';
import { kind_names } from '#knowledge/rules/kinds.ts';
import type { Used } from '#knowledge/rules/use.ts';
import { Button, Icon, Notice, NotYet, Prose, useGet, useLang, useSubmit } from '#ui/ui.ts';
import '../../article-text.css';
import { useRead } from '../shown/use-read.ts';
import { useAnswerWords } from '../words.ts';
import type { Suggested } from './use-suggestions.ts';

interface AnswerLineProps {
  answer: Suggested;
  question: string;
  open: boolean;
  onOpen: () => void;
  tried: boolean;
  /** Tries it, or takes that back. */
  onTried: () => void;
  onSolved: (use: number) => void;
}

/** One answer: its title and the sentence that solves it; opened in its place, the whole. */
export function AnswerLine(props: AnswerLineProps) {
  const { answer, open, onOpen } = props;
  return (
    <li className={open ? 'open' : undefined}>
      <button type="button" className="title" aria-expanded={open} onClick={onOpen}>
        <span lang={answer.lang}>{answer.title}</span>
        <Icon name={open ? 'up' : 'down'} size={12} />
      </button>
      {!open && (
        <p className="sentence" lang={answer.lang}>
          {answer.sentence}
        </p>
      )}
      {open && <Opened {...props} />}
    </li>
  );
}

function Opened({ answer: { id }, question, tried, onTried, onSolved }: AnswerLineProps) {
  const words = useAnswerWords();
  const [lang] = useLang();
  const { data, problem, reload } = useGet<Article>(`/api/articles/${id}`);
  const { submit, busy, problem: refused } = useSubmit<Used>();
  useRead(data?.id);
  const solve = async () => {
    const used = await submit(`/api/articles/${id}/uses`, { kind: 'solved_it', question });
    if (used) onSolved(used.id);
  };
  if (!data) return <NotYet asked={{ data, error: problem, refetch: reload }} lines={5} />;
  return (
    <>
      <div lang={data.lang}>
        {data.summary && <p className="sentence">{data.summary}</p>}
        <Prose html={data.html ?? ''} />
      </div>
      <p className="quiet t-14">
        {kind_names[data.kind].one[lang]} · {words.article.version(data.version)} ·{' '}
        <a href={`/answers/${id}`} target="_blank" rel="noopener">
          {words.typing.own_page}
        </a>
      </p>
      {refused && <Notice tone="bad" title={refused.detail} />}
      <div className="deeds">
        {tried && <p className="quiet t-14">{words.typing.goes}</p>}
        <Button icon="check" busy={busy} onClick={() => void solve()}>
          {words.typing.solved}
        </Button>
        <Button look="bare" icon={tried ? 'undo' : undefined} onClick={onTried}>
          {tried ? words.typing.take_back : words.typing.tried}
        </Button>
      </div>
    </>
  );
}
