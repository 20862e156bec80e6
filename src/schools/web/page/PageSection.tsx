import { useState, type ReactNode } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { Button } from '#ui/ui.ts';
import { useSchoolPageWords } from './asking.ts';
import type { SheetOfSchool } from './FactsSections.tsx';
import type { SectionId } from './sections.ts';

interface PageSectionProps {
  id: SectionId;
  school: SchoolWithPeople;
  lead?: ReactNode;
  /** What changes it, for who keeps the schools. */
  Sheet?: SheetOfSchool;
  children: ReactNode;
}

/** One section of a school's page: its name is where the page's own navigation leads. */
export function PageSection({ id, school, lead, Sheet, children }: PageSectionProps) {
  const words = useSchoolPageWords();
  const { can } = useSession();
  const [changing, setChanging] = useState(false);
  const name = words.sections[id];
  return (
    <section aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id} tabIndex={-1}>
            {name}
          </h2>
          {lead && <p className="quiet t-13">{lead}</p>}
        </div>
        {Sheet && can.keep_schools && (
          <Button small aria-label={words.change_what(name)} onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        )}
      </header>
      {children}
      {Sheet && changing && <Sheet school={school} onClose={() => setChanging(false)} />}
    </section>
  );
}
