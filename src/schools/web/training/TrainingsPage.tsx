import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Course } from '#schools/rules/training/training.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, Nothing, NotYet } from '#ui/ui.ts';
import { askCourses, askTrainings, useLiveTrainings, useTrainingWords } from './asking.ts';
import { CourseLines } from './CourseLines.tsx';
import { CourseSheet } from './CourseSheet.tsx';
import { TrainingLines } from './TrainingLines.tsx';
import { TrainingSheet } from './TrainingSheet.tsx';
import { WaveLines } from './WaveLines.tsx';
import './training.css';

/** The training register: what is held when, the courses, and the waves that training leads into Stage 1. */
export function TrainingsPage() {
  const words = useTrainingWords();
  const asked = useQuery(askTrainings());
  const courses = useQuery(askCourses()).data?.items;
  const [course, setCourse] = useState<Course | 'new'>();
  const [holding, setHolding] = useState(false);
  useLiveTrainings();
  const { data } = asked;
  const ahead = data?.items.filter(({ state }) => state === 'coming' || state === 'running').reverse() ?? [];
  const past = data?.items.filter(({ state }) => state === 'over' || state === 'cancelled') ?? [];
  const can = data?.can.change;
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        can && (
          <>
            <Button onClick={() => setCourse('new')}>{words.add_course}</Button>
            {courses && courses.length > 0 && (
              <Button icon="plus" onClick={() => setHolding(true)}>
                {words.add_training}
              </Button>
            )}
          </>
        )
      }
    >
      <NotYet asked={asked} lines={8} words={words} />
      {data && (
        <>
          <section>
            <h2>{words.coming}</h2>
            {ahead.length > 0 ? (
              <TrainingLines items={ahead} />
            ) : (
              <Nothing title={words.none_coming} hint={words.none_coming_hint} />
            )}
            {past.length > 0 && (
              <details>
                <summary className="quiet">{words.past(past.length)}</summary>
                <TrainingLines items={past} />
              </details>
            )}
          </section>
          <CourseLines courses={courses ?? []} may={can === true} onRename={setCourse} />
          {can && <WaveLines />}
        </>
      )}
      {course && (
        <CourseSheet course={course === 'new' ? undefined : course} onClose={() => setCourse(undefined)} />
      )}
      {holding && courses && <TrainingSheet courses={courses} onClose={() => setHolding(false)} />}
    </WorkPage>
  );
}
