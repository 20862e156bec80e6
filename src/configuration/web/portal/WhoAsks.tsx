import { askers } from '#configuration/rules/asking.ts';
import type { MayAsk } from '#configuration/rules/request.ts';
import { usePortalWords } from './words.ts';

/** Who of the school may ask, by name and role. */
export function WhoAsks({ people }: Pick<MayAsk, 'people'>) {
  const words = usePortalWords().askers;
  return (
    <ul>
      {people.map(({ id, name, roles }) => (
        <li key={id}>
          <b className="name">{name}</b>{' '}
          <span className="second">
            ({askers.flatMap(role => (roles.includes(role) ? [words[role]] : [])).join(', ')})
          </span>
        </li>
      ))}
    </ul>
  );
}
