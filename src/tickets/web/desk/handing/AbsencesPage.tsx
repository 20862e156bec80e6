import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Absence, RotaPerson } from '#tickets/rules/absences/absence.ts';
import { soon } from '#ui/floating/soon.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, NotYet } from '#ui/ui.ts';
import { AbsenceSheet } from './AbsenceSheet.tsx';
import './handing.css';
import { HoursSheet } from './HoursSheet.tsx';
import { askRota } from './keeping.ts';
import { PersonLine } from './PersonLine.tsx';
import { TwoWeeks } from './TwoWeeks.tsx';
import { useHandingWords } from './words.ts';

const HandOverSheet = soon(async () => (await import('./HandOverSheet.tsx')).HandOverSheet);

export type Editing =
  { what: 'absence'; person: RotaPerson; absence?: Absence } | { what: 'hours'; person: RotaPerson };

/** Who of the desk is there when: two weeks as a picture, then everybody's hours, absences and tickets. */
export function AbsencesPage() {
  const all = useHandingWords();
  const words = all.absences;
  const navigate = useNavigate();
  const { person: me } = useSession();
  const { hand_over } = useSearch({ from: '/desk/settings/absences' });
  const [from, setFrom] = useState<string>();
  const [editing, setEditing] = useState<Editing>();
  const asked = useQuery({ ...askRota(from), placeholderData: keepPreviousData });
  const { data } = asked;
  const close = () => setEditing(undefined);
  const handOver = (id?: number) =>
    void navigate({ to: '.', search: id === undefined ? {} : { hand_over: String(id) }, replace: true });
  const mine = data?.people.find(({ id }) => id === me.id);
  const giving = data?.people.find(({ id, can }) => String(id) === hand_over && can.hand_over);
  return (
    <WorkPage
      above={<Link to="/desk/settings">{all.settings}</Link>}
      title={words.title}
      lead={words.lead}
      deeds={
        mine && (
          <Button icon="plus" onClick={() => setEditing({ what: 'absence', person: mine })}>
            {words.add}
          </Button>
        )
      }
    >
      <NotYet asked={asked} lines={8} words={all} />
      {data && <TwoWeeks rota={data} onFrom={setFrom} />}
      {data && (
        <section>
          <h2>{words.people}</h2>
          <ul className="lines rota-people">
            {data.people.map(person => (
              <PersonLine
                key={person.id}
                person={person}
                onEdit={setEditing}
                onHandOver={() => handOver(person.id)}
              />
            ))}
          </ul>
        </section>
      )}
      {data && editing?.what === 'absence' && (
        <AbsenceSheet {...editing} people={data.people} onClose={close} />
      )}
      {editing?.what === 'hours' && <HoursSheet person={editing.person} onClose={close} />}
      {data && giving && <HandOverSheet from={giving} people={data.people} onClose={() => handOver()} />}
    </WorkPage>
  );
}
