import { useState } from 'react';
import { soon } from '#ui/floating/soon.tsx';
import { useSchoolPageWords } from './asking.ts';
import type { SectionProps } from './FactsSections.tsx';
import { PageSection } from './PageSection.tsx';

const SchoolDays = soon(async () => (await import('../days/SchoolDays.tsx')).SchoolDays);

/** What comes next; the whole calendar is drawn for who opens it. */
export function DaysOffSection({ school }: SectionProps) {
  const words = useSchoolPageWords().days_off;
  const [open, setOpen] = useState(false);
  const coming = school.days_off.filter(each => !each.over);
  return (
    <PageSection id="days_off" school={school} lead={words.lead}>
      {coming.length === 0 && <p className="quiet">{words.none}</p>}
      {coming.length > 0 && (
        <ul className="lines days-off">
          {coming.map(({ first_day, name, kind, words: days }) => (
            <li key={first_day + name}>
              <span className="line-text">
                <span className="name">{name}</span> <span className="quiet t-13">{words.kinds[kind]}</span>
              </span>
              <span>{days}</span>
            </li>
          ))}
        </ul>
      )}
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{words.calendar}</summary>
        {open && <SchoolDays school={school.id} />}
      </details>
    </PageSection>
  );
}
