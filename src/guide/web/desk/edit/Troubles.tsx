import { Link } from '@tanstack/react-router';
import type { Trouble } from '#guide/rules/checking.ts';
import { Notice, type Lang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';

/** What is wrong with the guide as it stands, each with the way to its place. */
export function Troubles({ troubles, lang }: { troubles: readonly Trouble[]; lang: Lang }) {
  const words = useGuideWords().edit;
  if (troubles.length === 0) return <Notice tone="good" title={words.fine} />;
  return (
    <Notice tone="bad" title={words.trouble(troubles.length)}>
      <ul>
        {troubles.map(({ at, kind, words: said }) => (
          <li key={`${kind} ${at} ${said.en}`}>
            {kind === 'walk' ? null : (
              <>
                <Link to="/desk/guide" search={was => ({ ...was, at: kind === 'unset' ? 'variables' : at })}>
                  {at}
                </Link>{' '}
              </>
            )}
            {said[lang]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
