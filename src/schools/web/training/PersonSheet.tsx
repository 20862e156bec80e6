import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingWithPlaces } from '#schools/rules/training/training.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select, useSubmit } from '#ui/ui.ts';
import { askSchool, askSchools } from '../schools.ts';
import { askTraining, useTrainingWords } from './asking.ts';

/** Somebody of any school gets a place: also who makes a session up that she missed elsewhere. */
export function PersonSheet({ training, onClose }: { training: TrainingWithPlaces; onClose: () => void }) {
  const { person_form: words } = useTrainingWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<TrainingWithPlaces>('put');
  const [school, setSchool] = useState('');
  const [person, setPerson] = useState('');
  const schools = useQuery(askSchools()).data ?? [];
  const { data } = useQuery({ ...askSchool(Number(school)), enabled: school !== '' });
  const booked = new Set(
    training.places.filter(({ state }) => state === 'booked').map(place => place.person.id),
  );
  const people = data?.people.filter(({ id, left }) => !left && !booked.has(id)) ?? [];
  const save = async () => {
    if (!person) return;
    const after = await submit(`/api/trainings/${training.id}/places/${person}`, { state: 'booked' });
    if (!after) return;
    client.setQueryData(askTraining(training.id).queryKey, after);
    onClose();
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Select
        label={words.school}
        autoFocus
        value={school}
        onChange={event => {
          setSchool(event.target.value);
          setPerson('');
        }}
      >
        <option value="">{words.choose}</option>
        {schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={words.person} value={person} onChange={event => setPerson(event.target.value)}>
        <option value="">{words.choose}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </SheetForm>
  );
}
