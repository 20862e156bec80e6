import { useSession } from '#accounts/web/accounts.tsx';
import { PageHeading } from '#ui/route/router.tsx';
import { SchoolDays } from '../days/SchoolDays.tsx';
import { useOwnSchoolWords } from './words.ts';

/** The school's own calendar: when it is off, told by its lead. */
export function CalendarPage() {
  const words = useOwnSchoolWords().calendar;
  const { school } = useSession();
  return (
    <div className="page">
      <header>
        <PageHeading title={words.title} />
      </header>
      <p className="second">{words.lead}</p>
      {school && (
        <section>
          <h2>{school.name}</h2>
          <SchoolDays school={school.id} />
        </section>
      )}
    </div>
  );
}
