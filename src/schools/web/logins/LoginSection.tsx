import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { Button } from '#ui/ui.ts';
import { PageSection } from '../page/PageSection.tsx';
import { useLoginWords } from './asking.ts';
import { LetterSheet } from './LetterSheet.tsx';

/** The school's one login; who is behind it, each says at sign-in. The software makes the password. */
export function LoginSection({ school }: { school: SchoolWithPeople }) {
  const words = useLoginWords();
  const { can } = useSession();
  const [making, setMaking] = useState(false);
  return (
    <PageSection id="login" school={school}>
      <p>{school.username ? words.is(school.username) : words.none}</p>
      {can.keep_schools && (
        <div className="deeds">
          <Button icon="print" onClick={() => setMaking(true)}>
            {school.username ? words.anew : words.make}
          </Button>
        </div>
      )}
      {making && <LetterSheet school={school} onClose={() => setMaking(false)} />}
    </PageSection>
  );
}
