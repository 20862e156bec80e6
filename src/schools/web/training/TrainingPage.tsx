import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, Notice, Problem, Skeleton } from '#ui/ui.ts';
import { askTraining, useLiveTrainings, useTrainingWords } from './asking.ts';
import { Attendance } from './Attendance.tsx';
import { ChangeSheet } from './ChangeSheet.tsx';
import { PersonSheet } from './PersonSheet.tsx';
import { Requests } from './Requests.tsx';
import './training.css';

/** One training: who asks for a place, who has one, who was there. */
export function TrainingPage() {
  const { id } = useParams({ from: '/desk/training/$id' });
  const words = useTrainingWords();
  const { data: training, error } = useQuery(askTraining(Number(id)));
  const [sheet, setSheet] = useState<'person' | 'change'>();
  useLiveTrainings();
  const above = <Link to="/desk/training">{words.all}</Link>;
  if (!training)
    return (
      <WorkPage above={above} title="">
        {error instanceof Problem ? (
          <Notice tone="bad" title={error.status === 404 ? words.missing : error.detail} />
        ) : (
          <Skeleton lines={8} />
        )}
      </WorkPage>
    );
  const { course, place, link, sessions, taken, capacity, state, can } = training;
  const close = () => setSheet(undefined);
  return (
    <WorkPage
      above={above}
      title={course.name}
      lead={[sessions[0]?.period, place, words.places(taken, capacity)].filter(Boolean).join(' · ')}
      deeds={
        can.change && (
          <>
            <Button onClick={() => setSheet('change')}>{words.change}</Button>
            {state !== 'cancelled' && (
              <Button icon="plus" onClick={() => setSheet('person')}>
                {words.add_person}
              </Button>
            )}
          </>
        )
      }
    >
      {state === 'cancelled' && <Notice title={words.states.cancelled} />}
      {link && (
        <p className="t-13">
          {words.online}: <a href={link}>{link}</a>
        </p>
      )}
      <Requests training={training} />
      <Attendance training={training} />
      {sheet === 'person' && <PersonSheet training={training} onClose={close} />}
      {sheet === 'change' && <ChangeSheet training={training} onClose={close} />}
    </WorkPage>
  );
}
