import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { Button } from '#ui/ui.ts';
import { LoginSheet } from './LoginSheet.tsx';
import { PageSection } from './page/PageSection.tsx';
import { useSchoolWords } from './schools.ts';

/** The school's one login; who is behind it, each says at sign-in. */
export function SchoolLogin({ school }: { school: SchoolWithPeople }) {
  const words = useSchoolWords().school;
  const { can } = useSession();
  const [setting, setSetting] = useState(false);
  return (
    <PageSection id="login" school={school}>
      <p>{school.username ? words.login_is(school.username) : words.no_login}</p>
      {can.keep_schools && (
        <div className="deeds">
          <Button onClick={() => setSetting(true)}>
            {school.username ? words.login_change : words.login_set}
          </Button>
        </div>
      )}
      {setting && <LoginSheet school={school} onClose={() => setSetting(false)} />}
    </PageSection>
  );
}
