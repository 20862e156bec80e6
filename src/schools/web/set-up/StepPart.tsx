import { useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { SetUp } from '#schools/rules/set-up/set-up.ts';
import type { SetUpStep, StepState } from '#schools/rules/set-up/steps.ts';
import { api, attempt, Button, Icon, Shape, Skeleton, type ShapeName } from '#ui/ui.ts';
import { askSetUp, useSetUpWords } from './asking.ts';
import { StepForm } from './StepForm.tsx';

export type Step = SetUp['steps'][number];

const shapes: Record<StepState, ShapeName> = {
  done: 'tick',
  waiting: 'ring_dot',
  put_off: 'ring',
  missing: 'disc',
};

interface StepPartProps {
  step: Step;
  open: boolean;
  onToggle: () => void;
  /** Where one goes on, once nothing is missing here. */
  next: SetUpStep | undefined;
  onNext: (step: SetUpStep) => void;
}

/** One step: its head says how it stands and opens it, "not now" stands beside. */
export function StepPart({ step, open, onToggle, next, onNext }: StepPartProps) {
  const words = useSetUpWords();
  const { title, why } = words.steps[step.step];
  const id = `step-${step.step}`;
  return (
    <li data-state={step.state}>
      <div className="step-head">
        <button type="button" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <Shape name={shapes[step.state]} />
          <span className="name">{title}</span>
          <span className="second t-13">{words.states[step.state]}</span>
          <Icon name={open ? 'up' : 'down'} />
        </button>
        <NotNow step={step} title={title} />
      </div>
      {open && (
        <div id={id} className="step-body">
          <p className="second">{why}</p>
          {step.put_off && (
            <p className="quiet t-13">{words.put_off_by(step.put_off.by, step.put_off.at.words)}</p>
          )}
          <Suspense fallback={<Skeleton lines={3} />}>
            {step.can.do ? <StepForm step={step} /> : <p>{words.administrator}</p>}
          </Suspense>
          {next && (
            <div className="deeds">
              <Button onClick={() => onNext(next)}>{words.next(words.steps[next].title)}</Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

function NotNow({ step: { step, can }, title }: { step: Step; title: string }) {
  const words = useSetUpWords();
  const client = useQueryClient();
  const path = `/api/set-up/${step}/put-off`;
  const say = (deed: () => Promise<SetUp>) =>
    void attempt(
      async () => {
        client.setQueryData(askSetUp().queryKey, await deed());
        return undefined;
      },
      () => Promise.resolve(),
    );
  if (can.put_off)
    return (
      <Button
        look="bare"
        small
        aria-label={words.not_now_for(title)}
        onClick={() => say(() => api.put<SetUp>(path, {}))}
      >
        {words.not_now}
      </Button>
    );
  if (can.take_up)
    return (
      <Button
        look="bare"
        small
        aria-label={words.take_up_for(title)}
        onClick={() => say(() => api.delete<SetUp>(path))}
      >
        {words.take_up}
      </Button>
    );
  return null;
}
