import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { askSchool, askSchoolGate, useSchoolWords } from '#schools/web/schools.ts';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { Notice } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';

/** Who asks: the school, its people with their roles. */
export function SchoolCard({ school }: { school: Ticket['school'] }) {
  const words = useDeskWords().rail;
  const { roles } = useSchoolWords();
  const known = useQuery(askSchool(school.id)).data;
  const gate = useQuery(askSchoolGate(school.id)).data;
  const people = known?.people.filter(({ left }) => !left) ?? [];
  return (
    <section className="rail-part">
      <h2>{words.school}</h2>
      <Link to="/desk/schools/$id" params={{ id: String(school.id) }} className="name">
        {school.name}
      </Link>
      <p className="quiet t-13">{[school.code, known?.town].filter(Boolean).join(' · ')}</p>
      {gate?.opening && (
        <div className="stands">
          <Notice title={gate.words}>
            <p className="t-13">{gate.opening}</p>
          </Notice>
        </div>
      )}
      {known && people.length === 0 && <p className="quiet t-13">{words.no_people}</p>}
      <dl className="facts people">
        {people.map(person => (
          <div key={person.id}>
            <dt>{person.roles.map(role => roles[role]).join(', ')}</dt>
            <dd>{person.name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
