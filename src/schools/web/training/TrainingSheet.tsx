import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { training_limits } from '#schools/rules/training/limits.ts';
import type { Course, TrainingWithPlaces } from '#schools/rules/training/training.ts';
import { zone_labels } from '#sla/rules/zones.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select, TextField, toast, useLang, useSubmit } from '#ui/ui.ts';
import { useTrainingWords } from './asking.ts';

type Held = { day: string; starts: string; ends: string };
const usual: Held = { day: '', starts: '09:00', ends: '11:30' };

/** A course is held: where, for how many, and each of its parts on its day. */
export function TrainingSheet({ courses, onClose }: { courses: readonly Course[]; onClose: () => void }) {
  const all = useTrainingWords();
  const words = all.training_form;
  const [lang] = useLang();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<TrainingWithPlaces>();
  const [course, setCourse] = useState(courses[0]!);
  const [fields, setFields] = useState({ zone: useSession().zone, place: '', link: '', capacity: 12 });
  const [held, setHeld] = useState<Record<number, Held>>({});
  const of = (part: number) => held[part] ?? usual;
  const parts = course.parts.filter(({ id }) => of(id).day !== '');
  const save = async () => {
    const sessions = parts.map(({ id }) => ({ part: id, ...of(id) }));
    const { place, link, ...rest } = fields;
    const body = {
      course: course.id,
      ...rest,
      place: place.trim() || null,
      link: link.trim() || null,
      sessions,
    };
    if (!(await submit('/api/trainings', body))) return;
    void client.invalidateQueries({ queryKey: ['trainings'] });
    toast({ text: words.saved });
    onClose();
  };
  const wired = (name: 'place' | 'link') => ({
    label: words[name],
    autoComplete: 'off',
    value: fields[name],
    error: problem?.of(name),
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
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
        label={words.course}
        autoFocus
        value={course.id}
        error={problem?.of('course')}
        onChange={event => setCourse(courses.find(({ id }) => id === Number(event.target.value)) ?? course)}
      >
        {courses.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextField {...wired('place')} maxLength={training_limits.place} />
      <TextField {...wired('link')} type="url" hint={words.link_hint} />
      <TextField
        label={words.capacity}
        type="number"
        min={1}
        max={training_limits.capacity}
        value={fields.capacity}
        error={problem?.of('capacity')}
        onChange={event => setFields({ ...fields, capacity: Number(event.target.value) })}
      />
      <Select
        label={words.zone}
        value={fields.zone}
        onChange={event => setFields({ ...fields, zone: event.target.value })}
      >
        {Object.entries(zone_labels).map(([zone, names]) => (
          <option key={zone} value={zone}>
            {names[lang]}
          </option>
        ))}
      </Select>
      <p className="quiet t-13">{words.left_out}</p>
      {problem?.of('sessions') && (
        <p className="error" role="alert">
          {problem.of('sessions')}
        </p>
      )}
      {course.parts.map(({ id, week, title }) => (
        <fieldset key={id} className="held">
          <legend>
            {all.week(week)}: {title}
          </legend>
          {(['day', 'starts', 'ends'] as const).map(name => (
            <TextField
              key={name}
              label={name === 'day' ? words.part_day : words[name]}
              type={name === 'day' ? 'date' : 'time'}
              value={of(id)[name]}
              error={problem?.of(`sessions.${parts.findIndex(part => part.id === id)}.${name}`)}
              onChange={event => setHeld({ ...held, [id]: { ...of(id), [name]: event.target.value } })}
            />
          ))}
        </fieldset>
      ))}
    </SheetForm>
  );
}
