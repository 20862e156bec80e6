import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { training_limits } from '#schools/rules/training/limits.ts';
import type { Course, Courses } from '#schools/rules/training/training.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Button, IconButton, TextField, toast, useSubmit } from '#ui/ui.ts';
import { askCourses, useTrainingWords } from './asking.ts';

interface CourseSheetProps {
  /** Which to rename; none is a new one. */
  course: Course | undefined;
  onClose: () => void;
}

const blank = (week: number) => ({ week, title: '' });

/** A new course with its parts, or another name for one: what it teaches stays. */
export function CourseSheet({ course, onClose }: CourseSheetProps) {
  const { course_form: words } = useTrainingWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Courses>(course ? 'patch' : 'post');
  const [name, setName] = useState(course?.name ?? '');
  const [first_week, setFirstWeek] = useState(1);
  const [parts, setParts] = useState([blank(1), blank(1)]);
  const change = (at: number, more: Partial<{ week: number; title: string }>) =>
    setParts(parts.map((part, each) => (each === at ? { ...part, ...more } : part)));
  const save = async () => {
    const after = course
      ? await submit(`/api/courses/${course.id}`, { name })
      : await submit('/api/courses', { name, first_week, parts });
    if (!after) return;
    client.setQueryData(askCourses().queryKey, after);
    toast({ text: course ? words.renamed : words.saved(name) });
    onClose();
  };
  return (
    <SheetForm
      title={course ? words.rename : words.title}
      deed={course ? words.save_name : words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        autoFocus
        autoComplete="off"
        maxLength={training_limits.name}
        value={name}
        error={problem?.of('name')}
        onChange={event => setName(event.target.value)}
      />
      {!course && (
        <>
          <fieldset className="parts">
            <legend>{words.parts}</legend>
            {parts.map((part, at) => (
              <div key={at} role="group" aria-label={words.part(at + 1)}>
                <TextField
                  label={words.week}
                  type="number"
                  min={1}
                  max={training_limits.weeks}
                  value={part.week}
                  error={problem?.of(`parts.${at}.week`)}
                  onChange={event => change(at, { week: Number(event.target.value) })}
                />
                <TextField
                  label={words.part_title}
                  autoComplete="off"
                  maxLength={training_limits.name}
                  value={part.title}
                  error={problem?.of(`parts.${at}.title`)}
                  onChange={event => change(at, { title: event.target.value })}
                />
                {parts.length > 1 && (
                  <IconButton
                    icon="x"
                    label={words.remove_part(at + 1)}
                    onClick={() => setParts(parts.filter((_, each) => each !== at))}
                  />
                )}
              </div>
            ))}
            <Button small icon="plus" onClick={() => setParts([...parts, blank(parts.at(-1)?.week ?? 1)])}>
              {words.add_part}
            </Button>
          </fieldset>
          <TextField
            label={words.first_week}
            hint={words.first_week_hint}
            type="number"
            min={1}
            max={training_limits.weeks}
            value={first_week}
            error={problem?.of('first_week')}
            onChange={event => setFirstWeek(Number(event.target.value))}
          />
        </>
      )}
    </SheetForm>
  );
}
