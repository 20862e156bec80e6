import type { Step } from '#tickets/rules/steps/step.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { Icon, IconButton } from '#ui/ui.ts';
import { useStepWords } from '../../steps/use-step-words.ts';
import { useMacroWords } from '../words.ts';
import { FieldStep } from '../../steps/FieldStep.tsx';
import { FollowStep } from '../../steps/FollowStep.tsx';
import { SnoozeStep } from '../../steps/SnoozeStep.tsx';
import type { StepProps } from '../../steps/step-props.ts';
import { TagStep } from '../../steps/TagStep.tsx';
import { ChangeStep, GiveStep, MoveStep } from './step-fields.tsx';

interface Written {
  field: (props: StepProps<never>) => React.ReactNode;
  begins: Step;
}

/** How each kind of step is written, in the order in which they are offered; its texts are the macro's own. */
const written = {
  assign: { field: GiveStep, begins: { does: 'assign', agent: 'me' } },
  change: { field: ChangeStep, begins: { does: 'change' } },
  field: { field: FieldStep, begins: { does: 'field', field: 0, value: '' } },
  tag: { field: TagStep, begins: { does: 'tag', add: [], remove: [] } },
  move: { field: MoveStep, begins: { does: 'move', move: 'ask_school' } },
  follow: { field: FollowStep, begins: { does: 'follow', person: 'me', follows: true } },
  snooze: { field: SnoozeStep, begins: { does: 'snooze', until: 'tomorrow' } },
} satisfies Partial<Record<Step['does'], Written>>;
type Kind = keyof typeof written;
const kinds = Object.keys(written) as Kind[];
const kindOf = ({ does }: Step): Kind | undefined =>
  does === 'team' ? 'assign' : kinds.find(kind => kind === does);
const most = 10;

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
          const kind = kindOf(step);
          const Field = kind && (written[kind].field as (props: StepProps<Step>) => React.ReactNode);
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
                  onPick: id => onChange([...steps, written[id as Kind].begins]),
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
