import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { askSetUp, useSetUpLive, useSetUpWords } from './asking.ts';

/** In the navigation of who keeps the installation: what its first run still misses, until nothing does. */
export function SetUpLink() {
  const words = useSetUpWords();
  const { data } = useQuery(askSetUp());
  useSetUpLive();
  if (!data || data.missing === 0) return null;
  return (
    <ul>
      <li>
        <Link to="/desk/set-up" activeProps={{ 'aria-current': 'page' }}>
          <span>{words.link}</span>
          <b>
            {data.missing} <span className="sr">{words.states.missing}</span>
          </b>
        </Link>
      </li>
    </ul>
  );
}
