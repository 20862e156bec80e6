import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { school_roles, type SchoolRole } from '#accounts/rules/who.ts';
import type { Contact, SchoolWithPeople } from '#schools/rules/school.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { CheckBox, TextField, toast, useSubmit } from '#ui/ui.ts';
import { useSchoolWords } from './schools.ts';

interface ContactSheetProps {
  school: SchoolWithPeople;
  /** Whom to change; nobody is added as somebody new. */
  person: Contact | undefined;
  onClose: () => void;
}

export function ContactSheet({ school, person, onClose }: ContactSheetProps) {
  const words = useSchoolWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Contact>(person ? 'patch' : 'post');
  const [name, setName] = useState(person?.name ?? '');
  const [roles, setRoles] = useState<SchoolRole[]>(person?.roles ?? ['member']);
  const [email, setEmail] = useState(person?.email ?? '');
  const [phone, setPhone] = useState(person?.phone ?? '');
  const [backup, setBackup] = useState(person?.backup ?? false);
  const technical = roles.includes('technical_contact');
  const path = `/api/schools/${school.id}/people${person ? `/${person.id}` : ''}`;
  const save = async () => {
    const saved = await submit(path, {
      ...{ name, roles },
      ...{ email: email.trim() || null, phone: phone.trim() || null },
      // Whoever is new finds her place by herself, unless something is said of it.
      ...(technical && (person || backup) && backup !== person?.backup && { backup }),
    });
    if (!saved) return;
    void client.invalidateQueries({ queryKey: ['school', school.id] });
    toast({ text: person ? words.school.saved : words.school.added(saved.name) });
    onClose();
  };
  return (
    <SheetForm
      title={person ? words.school.change_person(person.name) : words.school.add_person}
      deed={person ? words.school.save : words.school.add_this(name.trim())}
      cancel={words.school.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.school.name}
        autoFocus
        autoComplete="off"
        value={name}
        error={problem?.of('name')}
        onChange={event => setName(event.target.value)}
      />
      <CheckGroup
        label={words.school.roles}
        choices={school_roles.map(value => ({ value, label: words.roles[value] }))}
        values={roles}
        onChange={setRoles}
        error={problem?.of('roles')}
      />
      {technical && (
        <CheckBox
          label={words.school.is_backup}
          checked={backup}
          onChange={event => setBackup(event.target.checked)}
        />
      )}
      <TextField
        label={words.school.email}
        optional
        type="email"
        autoComplete="off"
        value={email}
        error={problem?.of('email')}
        onChange={event => setEmail(event.target.value)}
      />
      <TextField
        label={words.school.phone}
        optional
        type="tel"
        autoComplete="off"
        value={phone}
        error={problem?.of('phone')}
        onChange={event => setPhone(event.target.value)}
      />
    </SheetForm>
  );
}
