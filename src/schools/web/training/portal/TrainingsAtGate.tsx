import { Suspense } from 'react';
import { Skeleton } from '#ui/ui.ts';
import { NextTrainings, useNextTrainings } from './NextTrainings.tsx';
import { useSchoolTrainingWords } from './words.ts';

/** On the gate page: the dates that open the doors, with the way to ask for a place. */
export const TrainingsAtGate = () => (
  <Suspense fallback={<Skeleton lines={4} />}>
    <Dates />
  </Suspense>
);

function Dates() {
  const words = useSchoolTrainingWords();
  const { data, put } = useNextTrainings();
  if (!data) return null;
  return (
    <section aria-labelledby="gate-trainings">
      <h2 id="gate-trainings">{words.next}</h2>
      <NextTrainings answer={data} onAnswer={put} />
    </section>
  );
}
