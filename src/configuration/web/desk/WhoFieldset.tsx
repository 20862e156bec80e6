import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { askSchools, useSchoolWords } from '#schools/web/schools.ts';
import { channel_names, told_channels } from '#tickets/rules/opening/channels.ts';
import { Find } from '#ui/floating/aria/Find.tsx';
import { RadioGroup, Select, useLang, type Problem } from '#ui/ui.ts';
import { useDeskWords } from './asking.ts';
import type { DeskFields } from './NewRequestPage.tsx';

export interface FieldsetProps {
  fields: DeskFields;
  change: (more: Partial<DeskFields>) => void;
  problem: Problem | undefined;
}

/** For which school, who there asks and how that came; or that only the iGroup is to see it. */
export function WhoFieldset({
  fields,
  change,
  problem,
  school,
}: FieldsetProps & { school: SchoolWithPeople | undefined }) {
  const words = useDeskWords().opening;
  const { roles } = useSchoolWords();
  const [lang] = useLang();
  const schools = useQuery(askSchools()).data;
  // Made anew when the schools are here, so that a kept draft shows its school's name.
  const [given] = useState(fields.school);
  const people = school?.people.filter(({ left }) => !left) ?? [];
  return (
    <>
      <Find
        key={`${schools ? 'known' : 'asked'} ${given}`}
        label={words.school}
        hint={words.find}
        error={problem?.of('school')}
        value={fields.school || null}
        options={(schools ?? []).map(({ id, name, code, town }) => ({
          id: String(id),
          name,
          hint: [code, town].filter(Boolean).join(' · '),
        }))}
        onPick={id => change({ school: id ?? '', requester: '' })}
      />
      <RadioGroup
        name="inside"
        label={words.kind}
        value={fields.inside ? 'inside' : 'school'}
        choices={(['school', 'inside'] as const).map(value => ({ value, label: words.kinds[value] }))}
        onChange={kind => change({ inside: kind === 'inside' ? 'yes' : '' })}
      />
      {!fields.inside && (
        <div className="pair">
          <Select
            label={words.requester}
            error={problem?.of('requester')}
            value={fields.requester}
            disabled={!school}
            onChange={event => change({ requester: event.target.value })}
          >
            <option value="">{school ? words.requester_lead : words.requester_first}</option>
            {people.map(person => (
              <option key={person.id} value={person.id}>
                {person.name} ({person.roles.map(role => roles[role]).join(', ')})
              </option>
            ))}
          </Select>
          <Select
            label={words.channel}
            value={fields.channel}
            onChange={event => change({ channel: event.target.value })}
          >
            {told_channels.map(channel => (
              <option key={channel} value={channel}>
                {channel_names[channel][lang]}
              </option>
            ))}
          </Select>
        </div>
      )}
    </>
  );
}
