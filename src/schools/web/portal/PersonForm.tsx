import { useEffect, useRef, useState, type FormEvent } from 'react';
import { school_roles, type SchoolRole } from '#accounts/rules/who.ts';
import type { Contact } from '#schools/rules/school.ts';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { Button, ErrorSummary, RadioGroup, TextField, toast, useSubmit } from '#ui/ui.ts';
import type { OfPeople } from './PeoplePage.tsx';
import { useOwnSchoolWords } from './words.ts';

interface PersonFormProps {
  /** Whom to change; nobody is added as somebody new. */
  person: Contact | undefined;
  people: OfPeople['people'];
  onClose: () => void;
}

/** In its place in the list: name, roles, how she is reached. The security contact's role is handed over instead. */
export function PersonForm({ person, people, onClose }: PersonFormProps) {
  const words = useOwnSchoolWords();
  const { form } = words;
  const [given, setGiven] = useState({
    name: person?.name ?? '',
    email: person?.email ?? '',
    phone: person?.phone ?? '',
  });
  const [roles, setRoles] = useState<SchoolRole[]>(person?.roles ?? ['member']);
  const [place, setPlace] = useState<'first' | 'backup' | undefined>(placeOf(person));
  const { submit, busy, problem } = useSubmit<Contact>(person ? 'patch' : 'post');
  const whole = useRef<HTMLFormElement>(null);
  useEffect(() => whole.current?.querySelector('input')?.focus(), []);
  const technical = roles.includes('technical_contact');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const reached = { email: given.email.trim() || null, phone: given.phone.trim() || null };
    const saved = await submit(`${people.path}/people${person ? `/${person.id}` : ''}`, {
      ...{ name: given.name, roles, ...reached },
      ...(technical && place && { backup: place === 'backup' }),
    });
    if (!saved) return;
    toast({ text: person ? words.saved : words.added(saved.name) });
    people.reload();
    onClose();
  };
  const wired = (field: keyof typeof given) => ({
    id: `person-${field}`,
    label: form[field],
    error: problem?.of(field),
    autoComplete: 'off',
    value: given[field],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [field]: event.target.value }),
  });
  const offered = school_roles.filter(
    role => role !== 'security_contact' || person?.roles.includes('security_contact'),
  );
  return (
    <form
      ref={whole}
      className="own-form"
      aria-label={person ? words.change_of(person.name) : form.add}
      noValidate
      onSubmit={event => void save(event)}
    >
      {problem && problem.errors.length === 0 && <ErrorSummary problem={problem} />}
      <TextField {...wired('name')} />
      <CheckGroup
        label={form.roles}
        choices={offered.map(value => ({
          value,
          label: `${words.roles[value]} · ${words.role_hints[value]}`,
        }))}
        values={roles}
        onChange={setRoles}
        error={problem?.of('roles')}
      />
      {technical && (
        <RadioGroup
          label={form.place}
          name="place"
          choices={[
            { value: 'first', label: form.first },
            { value: 'backup', label: form.backup },
          ]}
          value={place}
          onChange={setPlace}
        />
      )}
      <TextField {...wired('email')} type="email" optional hint={form.reach_hint} />
      <TextField {...wired('phone')} type="tel" optional />
      <div className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {form.save}
        </Button>
        <Button look="bare" onClick={onClose}>
          {form.cancel}
        </Button>
      </div>
    </form>
  );
}

const placeOf = (person: Contact | undefined) =>
  person?.roles.includes('technical_contact') ? (person.backup ? 'backup' : 'first') : undefined;
