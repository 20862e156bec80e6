import { useState, type FormEvent } from 'react';
import type { Handover as UnderWay, HandoverAnswer } from '#schools/rules/handover.ts';
import { Button, Notice, Select } from '#ui/ui.ts';
import type { OfPeople } from './PeoplePage.tsx';
import { useOwnSchoolWords } from './words.ts';

/** The role of security contact on its way: proposed, accepted in the other's own sign-in, declined or withdrawn. */
export function Handover({ data, people }: OfPeople) {
  if (data.handover) return <Waits handover={data.handover} people={people} />;
  return data.can.propose ? <Propose data={data} people={people} /> : null;
}

function Waits({ handover, people }: { handover: UnderWay; people: OfPeople['people'] }) {
  const words = useOwnSchoolWords().handover;
  const { id, proposed_by, to, expires, can } = handover;
  const answer = (said: HandoverAnswer) =>
    void people.put_by(`handovers/${id}/answer`, { answer: said }, words.said[said]);
  return (
    <Notice title={can.answer ? words.yours(proposed_by.name) : words.waits(proposed_by.name, to.name)}>
      {can.answer && <p>{words.means}</p>}
      <p className="second t-14">{words.until(expires.words)}</p>
      <div className="deeds">
        {can.answer && (
          <Button look="main" small onClick={() => answer('accept')}>
            {words.accept}
          </Button>
        )}
        {can.answer && (
          <Button small onClick={() => answer('decline')}>
            {words.decline}
          </Button>
        )}
        {can.withdraw && (
          <Button small onClick={() => answer('withdraw')}>
            {words.withdraw}
          </Button>
        )}
      </div>
    </Notice>
  );
}

function Propose({ data, people }: OfPeople) {
  const words = useOwnSchoolWords().handover;
  const [to, setTo] = useState('');
  const able = data.items.filter(({ left, roles }) => !left && !roles.includes('security_contact'));
  const nobody = able.length === data.items.filter(({ left }) => !left).length;
  const propose = async (event: FormEvent) => {
    event.preventDefault();
    const person = able.find(({ id }) => String(id) === to);
    if (person) await people.put_by('handovers', { to: person.id }, words.proposed(person.name));
  };
  return (
    <details className="hand-over">
      <summary>{words.title}</summary>
      <form className="own-form" onSubmit={event => void propose(event)}>
        <p className="second t-14">{nobody ? words.lead_none : words.lead}</p>
        <Select
          id="handover-to"
          label={words.to}
          required
          value={to}
          onChange={event => setTo(event.target.value)}
        >
          <option value="">{words.choose}</option>
          {able.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Button type="submit">{words.propose}</Button>
      </form>
    </details>
  );
}
