import { Link } from '@tanstack/react-router';
import { calledAt, type Trouble } from '#guide/rules/checking.ts';
import type { Guide } from '#guide/rules/guide.ts';
import { Notice, type Lang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';

interface TroublesProps {
  troubles: readonly Trouble[];
  guide: Guide;
  lang: Lang;
}

/** What is wrong with the guide as it stands, each with the way to its place. */
export function Troubles({ troubles, guide, lang }: TroublesProps) {
  const words = useGuideWords().edit;
  const named = ({ kind, at }: Pick<Trouble, 'kind' | 'at'>) => {
    if (kind === 'unset') return words.settings[at as keyof typeof words.settings];
    if (kind === 'walk') return guide.walks.find(({ name }) => name.en === at)?.name[lang] || words.walks;
    const place = placeOf({ kind, at }, guide);
    if (place === 'whole' || place === 'walks') return words[place];
    return guide.questions.some(({ id }) => id === at)
      ? `${at} ${calledAt(guide, at)[lang]}`
      : calledAt(guide, at)[lang] || at;
  };
  if (troubles.length === 0) return <Notice tone="good" title={words.fine} />;
  return (
    <Notice tone="bad" title={words.trouble(troubles.length)}>
      <ul>
        {troubles.map(({ at, kind, words: said }) => (
          <li key={`${kind} ${at} ${said.en}`}>
            <Link to="/desk/guide" search={was => ({ ...was, at: placeOf({ kind, at }, guide) })}>
              {named({ kind, at })}
            </Link>
            {' · '}
            {said[lang]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The form where it is mended. */
function placeOf({ kind, at }: Pick<Trouble, 'kind' | 'at'>, { questions, outcomes }: Guide): string {
  if (kind === 'unset') return 'variables';
  if (kind === 'walk' || at === 'walks') return 'walks';
  return [...questions, ...outcomes].some(({ id }) => id === at) ? at : 'whole';
}
