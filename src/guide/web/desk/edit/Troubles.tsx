import { Link } from '@tanstack/react-router';
import type { Trouble } from '#guide/rules/checking.ts';
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
  if (troubles.length === 0) return <Notice tone="good" title={words.fine} />;
  return (
    <Notice tone="bad" title={words.trouble(troubles.length)}>
      <ul>
        {troubles.map(({ at, kind, words: said }) => (
          <li key={`${kind} ${at} ${said.en}`}>
            <Link to="/desk/guide" search={was => ({ ...was, at: placeOf({ kind, at }, guide) })}>
              {kind === 'walk' ? words.walks : at}
            </Link>{' '}
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
  if (kind === 'walk') return 'walks';
  return [...questions, ...outcomes].some(({ id }) => id === at) ? at : 'whole';
}
