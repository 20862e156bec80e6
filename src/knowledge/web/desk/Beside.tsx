import { Link } from '@tanstack/react-router';
import { useAnswerWords } from './asking.ts';
import '#ui/parts/ways.css';

/** The ways between the articles and what is kept beside them; `waiting` is how much was said to be wrong or missing. */
export function Beside({ waiting = 0 }: { waiting?: number | undefined }) {
  const words = useAnswerWords();
  const exact = { exact: true };
  return (
    <nav className="ways answer-beside" aria-label={words.title}>
      <Link to="/desk/answers" search={{}} activeOptions={exact}>
        {words.ways.articles}
      </Link>
      {(['marks', 'snippets', 'searches', 'words', 'folder'] as const).map(id => (
        <Link key={id} to="/desk/answers/$id" params={{ id }} search={{}} activeOptions={exact}>
          {id === 'marks' && waiting > 0 ? words.ways.marks_count(waiting) : words.ways[id]}
        </Link>
      ))}
    </nav>
  );
}
