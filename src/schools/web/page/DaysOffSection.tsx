import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { useSchoolPageWords } from './asking.ts';
import { DaysOffSheet } from './DaysOffSheet.tsx';
import type { SectionProps } from './FactsSections.tsx';
import { PageSection } from './PageSection.tsx';

/** What comes stands first; what is over is folded. */
export function DaysOffSection({ school }: SectionProps) {
  const words = useSchoolPageWords().days_off;
  const over = school.days_off.filter(each => each.over);
  const coming = school.days_off.filter(each => !each.over);
  return (
    <PageSection id="days_off" school={school} Sheet={DaysOffSheet} lead={words.lead}>
      {school.days_off.length === 0 && <p className="quiet">{words.none}</p>}
      {coming.length > 0 && <Days of={coming} />}
      {over.length > 0 && (
        <details>
          <summary className="quiet">{words.over(over.length)}</summary>
          <Days of={over} />
        </details>
      )}
    </PageSection>
  );
}

function Days({ of }: { of: SchoolWithPeople['days_off'] }) {
  const { kinds } = useSchoolPageWords().days_off;
  return (
    <ul className="lines">
      {of.map(({ first_day, name, kind, words }) => (
        <li key={first_day + name}>
          <span className="line-text">
            <span className="name">{name}</span> <span className="quiet t-13">{kinds[kind]}</span>
          </span>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
