import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Contact, SchoolWithPeople } from '#schools/rules/school.ts';
import { api, Button, Face, refused, toast } from '#ui/ui.ts';
import { ContactSheet } from './ContactSheet.tsx';
import { HandOverSheet } from './HandOverSheet.tsx';
import { UnderWay } from './UnderWay.tsx';
import { useSchoolWords } from './schools.ts';
import type { SchoolWords } from './words/en.ts';

/** The named people behind the school's login (S24): added, changed, gone and back. */
export function SchoolPeople({ school }: { school: SchoolWithPeople }) {
  const words = useSchoolWords().school;
  const { can } = useSession();
  const [editing, setEditing] = useState<Contact | 'new'>();
  const [handing, setHanding] = useState(false);
  const here = school.people.filter(({ left }) => !left);
  const gone = school.people.filter(({ left }) => left);
  const lines = (people: readonly Contact[]) => (
    <ul className="lines">
      {people.map(person => (
        <PersonLine
          key={person.id}
          school={school}
          person={person}
          {...(can.keep_schools && { onChange: () => setEditing(person) })}
        />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="people">
      <header>
        <div>
          <h2 id="people" tabIndex={-1}>
            {words.people}
          </h2>
          <p className="quiet t-13">{words.people_lead}</p>
        </div>
        {can.keep_schools && (
          <div className="deeds">
            {here.some(({ roles }) => !roles.includes('security_contact')) && (
              <Button look="bare" onClick={() => setHanding(true)}>
                {words.hand_over}
              </Button>
            )}
            <Button icon="plus" onClick={() => setEditing('new')}>
              {words.add_person}
            </Button>
          </div>
        )}
      </header>
      <UnderWay school={school.id} />
      {here.length > 0 ? lines(here) : <p className="empty">{words.no_people}</p>}
      {gone.length > 0 && (
        <details>
          <summary className="quiet">
            {words.left_people} ({gone.length})
          </summary>
          {lines(gone)}
        </details>
      )}
      {handing && <HandOverSheet school={school} onClose={() => setHanding(false)} />}
      {editing && (
        <ContactSheet
          school={school}
          person={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
}

function PersonLine({
  school,
  person,
  onChange,
}: {
  school: SchoolWithPeople;
  person: Contact;
  onChange?: () => void;
}) {
  const words = useSchoolWords();
  const leave = useLeaving(school.id, person);
  return (
    <li>
      <Face name={person.name} large />
      <span className="line-text">
        <span className="name">{person.name}</span>
        <br />
        <span className="quiet t-13">{rolesIn(person, words)}</span>
        {!person.left && (person.email || person.phone) && (
          <>
            <br />
            <span className="t-13">{[person.email, person.phone].filter(Boolean).join(' · ')}</span>
          </>
        )}
      </span>
      {onChange && (
        <span className="deeds">
          <Button look="bare" small aria-label={words.school.change_person(person.name)} onClick={onChange}>
            {words.school.change}
          </Button>
          <Button look="bare" small busy={leave.isPending} onClick={() => leave.mutate(!person.left)}>
            {person.left ? words.school.come_back : words.school.leave}
            <span className="sr">{person.name}</span>
          </Button>
        </span>
      )}
    </li>
  );
}

const rolesIn = ({ roles, backup }: Contact, words: SchoolWords): string =>
  roles
    .map(
      role => words.roles[role] + (role === 'technical_contact' && backup ? ` (${words.school.backup})` : ''),
    )
    .join(', ');

/** Leaving can be taken back at once, so nothing is asked before. */
function useLeaving(school_id: number, person: Contact) {
  const words = useSchoolWords().school;
  const client = useQueryClient();
  return useMutation({
    mutationFn: (left: boolean) =>
      api.patch<Contact>(`/api/schools/${school_id}/people/${person.id}`, { left }),
    onSuccess: (_, left) => toast({ text: left ? words.left_now(person.name) : words.back_now(person.name) }),
    onError: refused,
    onSettled: () => client.invalidateQueries({ queryKey: ['school', school_id] }),
  });
}
