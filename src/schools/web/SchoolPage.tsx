import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { SchoolKeysPart } from '#accounts/web/keys/keys.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, Notice, Problem, Skeleton } from '#ui/ui.ts';
import { LoginSheet } from './LoginSheet.tsx';
import { SchoolPeople } from './SchoolPeople.tsx';
import { askSchool, useSchoolWords } from './schools.ts';

/** One school: who is there, how it signs in, its tickets. */
export function SchoolPage() {
  const { id } = useParams({ from: '/desk/schools/$id' });
  const words = useSchoolWords().school;
  const { can } = useSession();
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
      <Login school={school} />
      {can.keep_schools && <SchoolKeysPart school={school.id} />}
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

/** The school's one login; who is behind it, each says at sign-in. */
function Login({ school }: { school: SchoolWithPeople }) {
  const words = useSchoolWords().school;
  const { can } = useSession();
  const [setting, setSetting] = useState(false);
  return (
    <section>
      <header>
        <h2>{words.login}</h2>
      </header>
      <p>{school.username ? words.login_is(school.username) : words.no_login}</p>
      {can.keep_schools && (
        <div className="deeds">
          <Button onClick={() => setSetting(true)}>
            {school.username ? words.login_change : words.login_set}
          </Button>
        </div>
      )}
      {setting && <LoginSheet school={school} onClose={() => setSetting(false)} />}
    </section>
  );
}
