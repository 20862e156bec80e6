import { useQuery } from '@tanstack/react-query';
import { askSchools, useSchoolWords } from '#schools/web/schools.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { impacts, priorityOf, urgencies, type Impact, type Urgency } from '#tickets/rules/priority.ts';
import { Find } from '#ui/floating/aria/Find.tsx';
import { Select, TextArea, TextField, type Problem } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { useDeskWords } from '../words/use-words.ts';

interface FieldsProps {
  fields: Record<string, string>;
  set: (changed: Record<string, string>) => void;
  problem: Problem | undefined;
}

/** Which school asks, and who there. */
export function WhoFields({
  fields,
  set,
  problem,
  school,
}: FieldsProps & { school: SchoolWithPeople | undefined }) {
  const words = useDeskWords().opening;
  const { roles } = useSchoolWords();
  const schools = useQuery(askSchools()).data;
  const people = school?.people.filter(({ left }) => !left) ?? [];
  return (
    <fieldset>
      <legend>{words.who}</legend>
      <div className="pair">
        {/* Made anew when the schools are here, so that a kept draft shows its school's name. */}
        <Find
          key={schools ? 'known' : 'asked'}
          label={words.school}
          hint={words.school_find}
          autoFocus
          error={problem?.of('school')}
          value={fields['school'] || null}
          options={(schools ?? []).map(({ id, name, code, town }) => ({
            id: String(id),
            name,
            hint: [code, town].filter(Boolean).join(' · '),
          }))}
          onPick={id => {
            set({ school: id ?? '', requester: '' });
          }}
        />
        <Select
          label={words.requester}
          error={problem?.of('requester')}
          value={fields['requester'] ?? ''}
          disabled={!school}
          onChange={event => set({ requester: event.target.value })}
        >
          <option value="">{school ? words.requester_choose : words.requester_first}</option>
          {people.map(person => (
            <option key={person.id} value={person.id}>
              {person.name} ({person.roles.map(role => roles[role]).join(', ')})
            </option>
          ))}
        </Select>
      </div>
    </fieldset>
  );
}

/** What it is about, and how much it presses: the priority follows from the last two. */
export function AboutFields({ fields, set, problem }: FieldsProps) {
  const words = useDeskWords().opening;
  const labels = useTicketWords();
  const wired = (name: string) => ({
    value: fields[name] ?? '',
    error: problem?.of(name),
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  const choices = <Id extends string>(ids: readonly Id[], names: Record<Id, string>) => [
    <option key="" value="">
      …
    </option>,
    ...ids.map(id => (
      <option key={id} value={id}>
        {names[id]}
      </option>
    )),
  ];
  const { impact, urgency } = fields as { impact?: Impact; urgency?: Urgency };
  return (
    <fieldset>
      <legend>{words.what}</legend>
      <TextField label={words.subject} maxLength={200} {...wired('subject')} />
      <TextArea label={words.description} hint={words.description_hint} rows={6} {...wired('description')} />
      <Select label={words.category} {...wired('category')}>
        {choices(category_ids, labels.categories)}
      </Select>
      <div className="pair">
        <Select label={words.impact} {...wired('impact')}>
          {choices(impacts, labels.impacts)}
        </Select>
        <Select label={words.urgency} {...wired('urgency')}>
          {choices(urgencies, labels.urgencies)}
        </Select>
      </div>
      <p className="quiet t-13" role="status">
        {impact && urgency && words.gives(labels.priorities[priorityOf(impact, urgency)])}
      </p>
    </fieldset>
  );
}
