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
      <Link to="/desk/answers/$id" params={{ id: 'marks' }} search={{}} activeOptions={exact}>
        {waiting > 0 ? words.ways.marks_count(waiting) : words.ways.marks}
      </Link>
      <Link to="/desk/answers/$id" params={{ id: 'snippets' }} search={{}} activeOptions={exact}>
        {words.ways.snippets}
      </Link>
      <Link to="/desk/answers/$id" params={{ id: 'searches' }} search={{}} activeOptions={exact}>
        {words.ways.searches}
      </Link>
      <Link to="/desk/answers/$id" params={{ id: 'words' }} search={{}} activeOptions={exact}>
        {words.ways.words}
      </Link>
      <Link to="/desk/answers/$id" params={{ id: 'folder' }} search={{}} activeOptions={exact}>
        {words.ways.folder}
      </Link>
    </nav>
  );
}
