import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { askSchoolGate, askSchools, useSchoolWords } from '#schools/web/schools.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { channel_names, told_channels } from '#tickets/rules/opening/channels.ts';
import { Find } from '#ui/floating/aria/Find.tsx';
import { Button, Notice, RadioGroup, Select, TextField, useLang } from '#ui/ui.ts';
import { EarlierTickets } from './EarlierTickets.tsx';
import { valueOf } from './opened.ts';
import { wiring, type FieldsProps } from './OpeningFields.tsx';
import { useOpeningWords } from './words/use-words.ts';

type WhoProps = FieldsProps & { school: SchoolWithPeople | undefined };

/** Which school, who there asks and how that came; or that only the iGroup is to see it. */
export function WhoFields(props: WhoProps) {
  const { fields, set, problem, school } = props;
  const words = useOpeningWords();
  const schools = useQuery(askSchools()).data;
  const inside = valueOf(fields, 'inside') === 'yes';
  const follows = valueOf(fields, 'follows');
  // Made anew when the schools are here, or a kept draft is, so that it shows that school's name.
  const given = fields['school'] ?? '';
  const [picked, setPicked] = useState(given);
  const [made, setMade] = useState(0);
  if (given !== picked) {
    setPicked(given);
    setMade(made + 1);
  }
  // Whoever writes further down already is not drawn back here.
  const place = useRef<HTMLFieldSetElement>(null);
  const writes_elsewhere = () =>
    document.activeElement?.matches('input, textarea, select') &&
    !place.current?.contains(document.activeElement);
  return (
    <fieldset ref={place}>
      <legend>{words.who}</legend>
      <Find
        key={`${schools ? 'known' : 'asked'} ${made}`}
        label={words.school}
        hint={words.school_find}
        autoFocus={!fields['slip'] && !writes_elsewhere()}
        error={problem?.of('school')}
        value={fields['school'] || null}
        options={(schools ?? []).map(({ id, name, code, town }) => ({
          id: String(id),
          name,
          hint: [code, town].filter(Boolean).join(' · '),
        }))}
        onPick={id => {
          setPicked(id ?? '');
          // What it would go on from is another school's.
          set({ school: id ?? '', requester: '', ...(id !== fields['school'] && { follows: '' }) });
        }}
      />
      <RadioGroup
        label={words.kind}
        name="inside"
        value={inside ? 'inside' : 'school'}
        choices={(['school', 'inside'] as const).map(value => ({ value, label: words.kinds[value] }))}
        onChange={kind => set({ inside: kind === 'inside' ? 'yes' : '' })}
      />
      {follows && (
        <p className="goes-on t-13">
          {words.goes_on(follows)}
          <Button small look="bare" onClick={() => set({ follows: '' })}>
            {words.goes_on_not}
          </Button>
        </p>
      )}
      {!inside && <Caller {...props} />}
      {school && !inside && <GateSays school={school.id} />}
      {school && <EarlierTickets school={school.id} requester={Number(fields['requester']) || undefined} />}
    </fieldset>
  );
}

/** What the gate opens for the school, where it is not all. */
function GateSays({ school }: { school: number }) {
  const gate = useQuery(askSchoolGate(school)).data;
  if (!gate?.opening) return null;
  return (
    <Notice title={gate.words}>
      <p className="t-13">{gate.opening}</p>
    </Notice>
  );
}

/** Who asked, how, and where to call back. */
function Caller(props: WhoProps) {
  const { fields, set, problem, school } = props;
  const words = useOpeningWords();
  const [lang] = useLang();
  const { roles } = useSchoolWords();
  const wired = wiring(props);
  const people = school?.people.filter(({ left }) => !left) ?? [];
  return (
    <>
      <div className="pair">
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
        <Select label={words.channel} {...wired('channel')}>
          {told_channels.map(channel => (
            <option key={channel} value={channel}>
              {channel_names[channel][lang]}
            </option>
          ))}
        </Select>
      </div>
      <div className="pair">
        <TextField
          label={words.caller}
          placeholder={words.caller_hint}
          optional
          maxLength={100}
          autoComplete="off"
          {...wired('caller')}
        />
        <TextField
          label={words.call_back}
          placeholder={words.call_back_hint}
          optional
          maxLength={60}
          autoComplete="off"
          {...wired('call_back')}
        />
      </div>
    </>
  );
}

/** Who is at the school now. */
export const peopleOf = (school: SchoolWithPeople | undefined) =>
  school?.people.filter(({ left }) => !left) ?? [];
