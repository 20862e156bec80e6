import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Notice, Problem, Skeleton } from '#ui/ui.ts';
import { LoginSection } from './logins/LoginSection.tsx';
import { SchoolPeople } from './SchoolPeople.tsx';
import { askSchool, useSchoolWords } from './schools.ts';

/** One school: who is there, how it signs in, its tickets. */
export function SchoolPage() {
  const { id } = useParams({ from: '/desk/schools/$id' });
  const words = useSchoolWords().school;
  const { data: school, error } = useQuery(askSchool(Number(id)));
  const above = <Link to="/desk/schools">{words.all}</Link>;
  if (!school)
    return (
      <WorkPage above={above} title="">
        {error instanceof Problem ? (
          <Notice tone="bad" title={error.status === 404 ? words.missing : error.detail} />
        ) : (
          <Skeleton lines={5} />
        )}
      </WorkPage>
    );
  return (
    <WorkPage
      above={above}
      title={school.name}
      lead={[school.code, school.town].filter(Boolean).join(' · ')}
      deeds={<TicketLinks id={school.id} />}
    >
      <SchoolPeople school={school} />
      <LoginSection school={school} />
    </WorkPage>
  );
}

function TicketLinks({ id }: { id: number }) {
  const words = useSchoolWords().school;
  return (
    <>
      <Link className="button" to="/desk" search={{ school: String(id) }}>
        {words.tickets}
      </Link>
      <Link className="button bare" to="/desk" search={{ state: 'ended', school: String(id) }}>
        {words.ended_tickets}
      </Link>
    </>
  );
}
