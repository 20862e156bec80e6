import { Link } from '@tanstack/react-router';
import type { SchoolSignIn } from '#schools/rules/sign-ins.ts';
import { useLoginWords } from './asking.ts';

interface SignInTableProps {
  schools: readonly SchoolSignIn[];
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
}

export function SignInTable({ schools, chosen, onChoose }: SignInTableProps) {
  const words = useLoginWords().page;
  const all = schools.every(({ id }) => chosen.has(id));
  const choose = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <div className="sign-ins">
      <table className="work-table">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={words.select_all}
                checked={all}
                onChange={() => onChoose(new Set(all ? [] : schools.map(({ id }) => id)))}
              />
            </th>
            <th scope="col">{words.school}</th>
            <th scope="col">{words.username}</th>
            <th scope="col">{words.login}</th>
            <th scope="col">{words.people}</th>
            <th scope="col">{words.review}</th>
          </tr>
        </thead>
        <tbody>
          {schools.map(school => (
            <tr key={school.id}>
              <td>
                <input
                  type="checkbox"
                  aria-label={words.select(school.name)}
                  checked={chosen.has(school.id)}
                  onChange={() => choose(school.id)}
                />
              </td>
              <td>
                <Link to="/desk/schools/$id" params={{ id: String(school.id) }}>
                  {school.name}
                </Link>
              </td>
              <td>{school.username}</td>
              <td>
                {words.logins[school.login]}{' '}
                {school.made && <span className="quiet t-13">{words.since(school.made)}</span>}
              </td>
              <td>{school.people}</td>
              <td>
                <Reviewed review={school.review} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reviewed({ review: { state, due, answered, of } }: { review: SchoolSignIn['review'] }) {
  const words = useLoginWords().page;
  if (state === 'none') return words.reviews.none;
  return (
    <>
      <span className={state === 'late' ? 'late' : undefined}>
        {words.reviews[state]} {(state === 'due' || state === 'late') && due}
      </span>{' '}
      <span className="quiet t-13">{words.answered(answered, of)}</span>
    </>
  );
}
