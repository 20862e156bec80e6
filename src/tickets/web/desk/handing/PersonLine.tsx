import { Link } from '@tanstack/react-router';
import type { Absence, RotaPerson } from '#tickets/rules/absences/absence.ts';
import { api, Button, Face } from '#ui/ui.ts';
import type { Editing } from './AbsencesPage.tsx';
import { useSaid } from './keeping.ts';
import { useHandingWords } from './words.ts';

interface PersonLineProps {
  person: RotaPerson;
  onEdit: (editing: Editing) => void;
  onHandOver: () => void;
}

/** One person: whether she is there, her hours, her absences to come, her open tickets, and what can be done. */
export function PersonLine({ person, onEdit, onHandOver }: PersonLineProps) {
  const all = useHandingWords();
  const words = all.absences;
  const { id, name, me, left, away, can, open_tickets, absences } = person;
  return (
    <li>
      <Face name={name} large ours={me} />
      <span className="line-text">
        <span className="name">{name}</span> {me && <span className="quiet">({words.you})</span>}{' '}
        {away && <span className="away">{away}</span>}
        <br />
        <span className="quiet t-13">
          {!left && `${person.hours_words} · `}
          <Link to="/desk" search={{ assignee: String(id) }}>
            {words.open(open_tickets)}
          </Link>
        </span>
      </span>
      <span className="deeds">
        {can.change && (
          <>
            <Button
              look="bare"
              small
              aria-label={words.hours_of(name)}
              onClick={() => onEdit({ what: 'hours', person })}
            >
              {words.hours}
            </Button>
            <Button
              look="bare"
              small
              aria-label={words.add_for(name)}
              onClick={() => onEdit({ what: 'absence', person })}
            >
              {words.add}
            </Button>
          </>
        )}
        {can.hand_over && open_tickets > 0 && (
          <Button look="bare" small aria-label={all.over.menu_for(name)} onClick={onHandOver}>
            {all.over.menu}
          </Button>
        )}
      </span>
      {absences.length > 0 && (
        <ul className="absences">
          {absences.map(absence => (
            <AbsenceLine key={absence.id} absence={absence} person={person} onEdit={onEdit} />
          ))}
        </ul>
      )}
    </li>
  );
}

function AbsenceLine({
  absence,
  person,
  onEdit,
}: {
  absence: Absence;
  person: RotaPerson;
  onEdit: PersonLineProps['onEdit'];
}) {
  const all = useHandingWords();
  const words = all.absences;
  const remove = useRemoving(absence);
  const { stand_in, reason, words: days } = absence;
  return (
    <li>
      <span>
        {days}
        {stand_in && <span className="second"> · {words.stands_in(stand_in.name)}</span>}
        {reason && <span className="quiet"> · {reason}</span>}
      </span>
      {person.can.change && (
        <span className="deeds">
          <Button
            look="bare"
            small
            aria-label={words.change_this(person.name)}
            onClick={() => onEdit({ what: 'absence', person, absence })}
          >
            {all.change}
          </Button>
          <Button look="bare" small aria-label={words.remove_this(person.name, days)} onClick={remove}>
            {all.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

function useRemoving({ id, words: days }: Absence): () => void {
  const words = useHandingWords().absences;
  const said = useSaid();
  const path = `/api/absences/${id}`;
  return () =>
    void said(
      async () => {
        await api.delete(path);
        return words.removed(days);
      },
      async () => {
        await api.patch(path, { removed: false });
        return words.restored(days);
      },
    );
}
