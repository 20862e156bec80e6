import { Link } from '@tanstack/react-router';
import type { Trouble } from '#guide/rules/checking.ts';
import type { Guide } from '#guide/rules/guide.ts';
import { outlineOf } from '#guide/rules/outline.ts';
import { Button, Icon, type Lang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { withOutcome, withQuestion } from './adding.ts';
import type { Editing } from './use-editing.ts';

interface OutlineProps {
  guide: Guide;
  at: string | undefined;
  troubles: readonly Trouble[];
  lang: Lang;
  /** For who may write. */
  editing: Editing | undefined;
}

/** The guide as an indented tree; what is open is marked, and what is wrong. */
export function Outline({ guide, at, troubles, lang, editing }: OutlineProps) {
  const words = useGuideWords().edit;
  const wrong = new Set(troubles.map(trouble => trouble.at));
  const named = (id: string) =>
    guide.questions.find(each => each.id === id)?.question[lang] ??
    guide.outcomes.find(each => each.id === id)?.title[lang] ??
    '';
  return (
    <nav aria-label={words.outline}>
      <ul className="outline">
        {(['variables', 'whole', 'walks'] as const).map(part => (
          <li key={part}>
            <Link
              to="/desk/guide"
              search={was => ({ ...was, at: part })}
              aria-current={at === part || undefined}
            >
              {words[part]}
            </Link>
          </li>
        ))}
        {outlineOf(guide).map(({ id, depth, kind, by, seen }, index) => (
          <li key={index} className={`deep-${Math.min(depth, 12)} ${kind}`}>
            {by !== null && <span className="quiet t-13">{labelled(guide, by, index, lang)} → </span>}
            <Link
              to="/desk/guide"
              search={was => ({ ...was, at: id })}
              aria-current={at === id || undefined}
              className={seen ? 'seen' : undefined}
            >
              {wrong.has(id) && <Icon name="warning" />}
              <span className="t-12">{id}</span>{' '}
              {seen ? <span className="quiet t-13">{words.seen_above}</span> : named(id)}
            </Link>
          </li>
        ))}
      </ul>
      {editing && (
        <p className="adding">
          <Button small onClick={() => editing.change(withQuestion)}>
            {words.add_question}
          </Button>
          <Button small onClick={() => editing.change(withOutcome)}>
            {words.add_outcome}
          </Button>
        </p>
      )}
    </nav>
  );
}

/** The words of the answer of this line: of the question that stands above it, one step out. */
function labelled(guide: Guide, answer: string, line: number, lang: Lang): string {
  const lines = outlineOf(guide);
  const depth = lines[line]!.depth;
  const above = lines.slice(0, line).findLast(each => each.depth === depth - 1);
  const question = guide.questions.find(({ id }) => id === above?.id);
  return question?.answers.find(({ id }) => id === answer)?.label[lang] ?? answer;
}
