import type { OtherSchool } from '#accounts/rules/keys/key.ts';
import { Button, Icon, Time } from '#ui/ui.ts';
import { useSeveralWords } from './words.ts';

interface SchoolLinesProps {
  schools: readonly OtherSchool[];
  onEnd: (there: OtherSchool) => void;
}

/** The other schools of a person, each with the end of it. */
export function SchoolLines({ schools, onEnd }: SchoolLinesProps) {
  const words = useSeveralWords().other;
  return (
    <ul className="lines">
      {schools.map(there => (
        <li key={there.id}>
          <Icon name="people" />
          <span className="line-text">
            <span className="name">{there.school}</span>
            <br />
            <span className="quiet t-13">
              {words.since} <Time moment={there.said} />
            </span>
          </span>
          <span className="deeds">
            <Button look="bare" small aria-label={words.end_named(there.school)} onClick={() => onEnd(there)}>
              {words.end}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
