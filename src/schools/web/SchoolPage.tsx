import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useSession } from '#accounts/web/accounts.tsx';
import { SchoolKeysPart } from '#accounts/web/keys/keys.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Notice, Problem, Skeleton } from '#ui/ui.ts';
import { PartsOfSchool } from './beside.tsx';
import { StandingSection } from './facts/StandingSection.tsx';
import { LoginSection } from './logins/LoginSection.tsx';
import { useSchoolPageWords } from './page/asking.ts';
import { DaysOffSection } from './page/DaysOffSection.tsx';
import { EnrolmentSection } from './page/EnrolmentSection.tsx';
import { IdentitySection, NetworkSection, NotesSection } from './page/FactsSections.tsx';
import { HistorySection } from './page/HistorySection.tsx';
import './page/page.css';
import { SchoolRail } from './page/SchoolRail.tsx';
import { SchoolPeople } from './SchoolPeople.tsx';
import { askSchool, useSchoolWords } from './schools.ts';
import { useSchoolsLive } from './use-schools-live.ts';

/** All that is kept of one school, in sections; beside them its tickets and where one is. */
export function SchoolPage() {
  const { id } = useParams({ from: '/desk/schools/$id' });
  const words = useSchoolWords().school;
  const { can } = useSession();
  const { off_today } = useSchoolPageWords();
  const { data: school, error } = useQuery(askSchool(Number(id)));
  useSchoolsLive();
  const above = <Link to="/desk/schools">{words.all}</Link>;
  if (!school)
    return (
      <WorkPage above={above} title="" shape="railed">
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
      shape="railed"
    >
      {school.off_today && <Notice title={off_today(school.off_today)} />}
      <div className="school-page" key={school.id}>
        <SchoolRail id={school.id} />
        <div>
          <StandingSection school={school} />
          <IdentitySection school={school} />
          <SchoolPeople school={school} />
          <LoginSection school={school} />
          {can.keep_schools && <SchoolKeysPart school={school.id} />}
          <NetworkSection school={school} />
          <EnrolmentSection school={school} />
          <DaysOffSection school={school} />
          <NotesSection school={school} />
          <PartsOfSchool school={school.id} />
          <HistorySection school={school} />
        </div>
      </div>
    </WorkPage>
  );
}
