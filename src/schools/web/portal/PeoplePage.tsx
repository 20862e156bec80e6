import { useEffect, useRef, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { PeopleOfSchool } from '#schools/rules/people.ts';
import type { Contact } from '#schools/rules/school.ts';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { Button, buttonClass, Notice, ProgressLine, Skeleton, useUiWords } from '#ui/ui.ts';
import { Handover } from './Handover.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PersonLine } from './PersonLine.tsx';
import { ReviewNotice } from './ReviewNotice.tsx';
import { usePeople } from './use-people.ts';
import { useOwnSchoolWords } from './words.ts';
import './people.css';

/** The named people behind the school's login (S24): read by all of them, kept by lead and security contact. */
export function PeoplePage() {
  const words = useOwnSchoolWords();
  const ui = useUiWords();
  const people = usePeople();
  const { data, problem, loading } = people;
  const { can } = useSession();
  return (
    <div className="page people-page">
      <ProgressLine when={loading} />
      <header>
        <PageHeading title={words.title} />
        {can.keep_people && (
          <Link className={buttonClass({})} to="/password">
            {words.change_password}
          </Link>
        )}
      </header>
      <p className="second">
        {words.lead} {data && keptBy(data.items, words)}
      </p>
      {problem && !data && (
        <Notice tone="bad" title={words.failed}>
          <p>{problem.detail}</p>
          <Button small onClick={people.reload}>
            {ui.try_again}
          </Button>
        </Notice>
      )}
      {!data && !problem && <Skeleton lines={6} />}
      {data?.review && <ReviewNotice review={data.review} />}
      {data && <Handover data={data} people={people} />}
      {data && <Here data={data} people={people} />}
      {data && <Gone data={data} people={people} />}
    </div>
  );
}

/** Who keeps the list, by name: whoever is not named asks her. */
function keptBy(items: readonly Contact[], words: ReturnType<typeof useOwnSchoolWords>): string {
  const keepers = items.filter(
    ({ left, roles }) => !left && (roles.includes('lead') || roles.includes('security_contact')),
  );
  return keepers.length > 0 ? words.kept_by(keepers.map(({ name }) => name).join(', ')) : words.kept_by_desk;
}

export interface OfPeople {
  data: PeopleOfSchool;
  people: ReturnType<typeof usePeople>;
}

function Here({ data, people }: OfPeople) {
  const words = useOwnSchoolWords();
  const [editing, setEditing] = useState<number | 'new'>();
  const heading = useRef<HTMLHeadingElement>(null);
  const was = useRef<typeof editing>(undefined);
  useEffect(() => {
    // The form gives the focus back to the list that it stood in.
    if (was.current !== undefined && editing === undefined) heading.current?.focus();
    was.current = editing;
  }, [editing]);
  const form = (person?: Contact) => (
    <PersonForm person={person} people={people} onClose={() => setEditing(undefined)} />
  );
  return (
    <section>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {words.here}
        </h2>
        {data.can.add && editing !== 'new' && (
          <Button icon="plus" onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        )}
      </header>
      {editing === 'new' && <div className="sheet">{form()}</div>}
      <ul className="sheet">
        {data.items
          .filter(({ left }) => !left)
          .map(person => (
            <li key={person.id}>
              {editing === person.id ? (
                form(person)
              ) : (
                <PersonLine
                  person={person}
                  data={data}
                  people={people}
                  onChange={() => setEditing(person.id)}
                />
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}

function Gone({ data, people }: OfPeople) {
  const words = useOwnSchoolWords();
  const gone = data.items.filter(({ left }) => left);
  if (gone.length === 0) return null;
  return (
    <details>
      <summary className="quiet">
        {words.gone} ({gone.length})
      </summary>
      <ul className="sheet">
        {gone.map(person => (
          <li key={person.id}>
            <PersonLine person={person} data={data} people={people} />
          </li>
        ))}
      </ul>
    </details>
  );
}
