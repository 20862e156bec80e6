import type { ComponentType, ReactNode } from 'react';
import { gradeName, kind_names } from '#schools/rules/kinds.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { zoneLabel } from '#sla/rules/zones.ts';
import { useLang } from '#ui/ui.ts';
import { useSchoolPageWords } from './asking.ts';
import { IdentitySheet } from './IdentitySheet.tsx';
import { network_facts, NetworkSheet } from './NetworkSheet.tsx';
import { NotesSheet } from './NotesSheet.tsx';
import { PageSection } from './PageSection.tsx';

/** What a section that can be changed is given. */
export interface SectionProps {
  school: SchoolWithPeople;
}
export type SheetOfSchool = ComponentType<SectionProps & { onClose: () => void }>;

export function IdentitySection({ school }: SectionProps) {
  const { fields, no_wave } = useSchoolPageWords();
  const [lang] = useLang();
  const { code, town, kind, grades, zone, wave } = school;
  return (
    <PageSection id="identity" school={school} Sheet={IdentitySheet}>
      <Facts
        of={[
          [fields['code'], code],
          [fields['town'], town],
          [fields['kind'], kind && kind_names[kind][lang]],
          [fields['grades'], grades && `${gradeName(grades.first)}–${gradeName(grades.last)}`],
          [fields['zone'], zoneLabel(zone)[lang]],
          [fields['wave'], wave?.name ?? no_wave],
        ]}
      />
    </PageSection>
  );
}

export function NetworkSection({ school }: SectionProps) {
  const { network } = useSchoolPageWords();
  return (
    <PageSection id="network" school={school} Sheet={NetworkSheet} lead={network.lead}>
      <Facts of={network_facts.map(fact => [network[fact], school.network[fact]] as const)} />
    </PageSection>
  );
}

/** Inside the iGroup: the school does not see it. */
export function NotesSection({ school }: SectionProps) {
  const { notes } = useSchoolPageWords();
  return (
    <PageSection id="notes" school={school} Sheet={NotesSheet} lead={notes.hint}>
      <div className="school-notes">{school.notes ?? <span className="quiet">{notes.none}</span>}</div>
    </PageSection>
  );
}

function Facts({ of }: { of: readonly (readonly [label: ReactNode, said: string | null | undefined])[] }) {
  const { none } = useSchoolPageWords();
  return (
    <dl className="school-facts">
      {of.map(([label, said], at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>{said ?? <span className="quiet">{none}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
