import { useSession } from '#accounts/web/accounts.tsx';
import type { Contact } from '#schools/rules/school.ts';
import { Button, Face } from '#ui/ui.ts';
import { telOf } from '#ui/tel.ts';
import type { OfPeople } from './PeoplePage.tsx';
import { useOwnSchoolWords } from './words.ts';

interface PersonLineProps extends OfPeople {
  person: Contact;
  onChange?: () => void;
}

/** One person: name, roles, how she is reached at work, and what may be done with her. */
export function PersonLine({ person, data, people, onChange }: PersonLineProps) {
  const words = useOwnSchoolWords();
  const me = useSession().person;
  const { id, name, email, phone, left, can } = person;
  return (
    <div className="person">
      <Face name={name} large />
      <div className="line-text">
        <p>
          <span className="name">{name}</span> {id === me.id && <span className="quiet">({words.you})</span>}
        </p>
        <p className="second t-14">{rolesIn(person, words)}</p>
        {!left && (email || phone) && (
          <p className="t-14">
            {email && <a href={`mailto:${email}`}>{email}</a>} {email && phone && '·'}{' '}
            {phone && <a href={telOf(phone)}>{phone}</a>}
          </p>
        )}
      </div>
      <div className="deeds">
        <Answers person={person} data={data} people={people} />
        {onChange && can.change && (
          <Button small look="bare" aria-label={words.change_of(name)} onClick={onChange}>
            {words.change}
          </Button>
        )}
        {can.leave && !asked(data, id) && (
          <Button
            small
            look="bare"
            onClick={() =>
              void people.change(id, { left: !left }, left ? words.returned(name) : words.removed(name))
            }
          >
            {left ? words.back : words.remove}
            <span className="sr"> {name}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

const rolesIn = ({ roles, backup }: Contact, words: ReturnType<typeof useOwnSchoolWords>): string =>
  roles
    .map(role => words.roles[role] + (role === 'technical_contact' && backup ? ` (${words.backup})` : ''))
    .join(', ');

/** Whether the review still waits for a word on her. */
const asked = ({ review }: OfPeople['data'], id: number): boolean =>
  review?.can.answer === true && review.people.some(each => each.id === id && each.answer === null);

/** In a review: what was answered for her, or the two answers. */
function Answers({ person: { id, name, can }, data, people }: PersonLineProps) {
  const words = useOwnSchoolWords();
  const { review } = data;
  const said = review?.people.find(each => each.id === id);
  if (!review || !said) return null;
  if (said.answer !== null) return <span className="tag">{words.review.answers[said.answer]}</span>;
  if (!review.can.answer) return null;
  const last = review.answered + 1 === review.people.length;
  const answer = (given: 'stays' | 'gone', sentence: string) =>
    void people.put_by(
      `reviews/${review.id}/answers`,
      { person: id, answer: given },
      last ? words.review.done : sentence,
    );
  return (
    <>
      <Button small icon="check" onClick={() => answer('stays', words.review.confirmed(name))}>
        {words.review.stays}
        <span className="sr"> {name}</span>
      </Button>
      {can.leave && (
        <Button small onClick={() => answer('gone', words.removed(name))}>
          {words.review.gone}
          <span className="sr"> {name}</span>
        </Button>
      )}
    </>
  );
}
