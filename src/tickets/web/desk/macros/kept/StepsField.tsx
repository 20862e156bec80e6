import type { Step } from '#tickets/rules/steps/step.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { Icon, IconButton } from '#ui/ui.ts';
import { useStepWords } from '../use-step-words.ts';
import { useMacroWords } from '../words.ts';
import { AssignStep, ChangeStep, MoveStep, type StepProps } from './step-fields.tsx';

/** How each kind of step is written; one that has no field here is said in words, and can be left out. */
const written: {
  [Kind in Step['does']]?: { field: (props: StepProps<never>) => React.ReactNode; begins: Step };
} = {
  assign: { field: AssignStep, begins: { does: 'assign', agent: 'me' } },
  change: { field: ChangeStep, begins: { does: 'change' } },
  move: { field: MoveStep, begins: { does: 'move', move: 'ask_school' } },
};
const kinds = Object.keys(written) as ('assign' | 'change' | 'move')[];
const most = 10;

/** A correction of nothing is none. */
export const worthKeeping = (step: Step): boolean =>
  step.does !== 'change' || Object.values(step).some(value => value !== undefined && value !== 'change');

/** What a macro changes, in its order. */
export function StepsField({
  steps,
  onChange,
}: {
  steps: readonly Step[];
  onChange: (steps: Step[]) => void;
}) {
  const words = useMacroWords().sheet;
  const say = useStepWords();
  return (
    <fieldset className="field macro-wide macro-steps-field">
      <legend>{words.steps}</legend>
      {steps.length === 0 && <p className="quiet t-13">{words.no_steps}</p>}
      <ol>
        {steps.map((step, at) => {
          const Field = written[step.does]?.field as
            ((props: StepProps<Step>) => React.ReactNode) | undefined;
          const change = (next: Step) => onChange(steps.map((other, place) => (place === at ? next : other)));
          return (
            // A step has no name of its own: it is what stands at its place.
            <li key={at} role="group" aria-label={words.step_label(at + 1)}>
              {Field ? <Field step={step} onChange={change} /> : <span>{say(step)}</span>}
              <IconButton
                small
                icon="x"
                label={`${words.step_label(at + 1)}: ${say(step)}`}
                onClick={() => onChange(steps.filter((_, place) => place !== at))}
              />
            </li>
          );
        })}
      </ol>
      {steps.length < most && (
        <Opener
          opens="menu"
          label={words.add_step}
          className="pick-button"
          floats={close => (
            <Lines
              label={words.add_step}
              parts={[
                {
                  options: kinds.map(id => ({ id, name: words.step[id] })),
                  onPick: id => onChange([...steps, written[id as 'assign']!.begins]),
                },
              ]}
              onClose={close}
            />
          )}
        >
          <Icon name="plus" /> <span className="picked">{words.add_step}</span>
        </Opener>
      )}
    </fieldset>
  );
}
