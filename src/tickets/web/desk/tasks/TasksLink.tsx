import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePageRests } from '#ui/floating/soon.tsx';
import { askViewCounts } from '../views/asking.ts';
import { useDeskWords } from '../words/use-words.ts';

/** In the navigation: one's own open tasks with their count, which comes with those of the views. */
export function TasksLink() {
  const { tasks } = useDeskWords().nav;
  const count = useQuery({ ...askViewCounts(), enabled: usePageRests() }).data?.tasks;
  return (
    <ul className="nav-tasks">
      <li>
        <Link to="/desk/tasks" activeProps={{ 'aria-current': 'page' }}>
          <span>{tasks}</span>
          <b>{count}</b>
        </Link>
      </li>
    </ul>
  );
}
