import { Suspense } from 'react';
import { IconButton } from '#ui/ui.ts';
import { alsoIn, alsoText, unfilledOf } from './laying.ts';
import './macros.css';
import { selectUnfilled } from './use-laying.ts';
import { useStepWords } from '../steps/use-step-words.ts';
import { useMacroWords } from './words.ts';

type Fields = Record<string, string>;

/** What goes with a text besides the text, to leave out; and what is still to be filled in, to go to. */
export function WithText(props: { fields: Fields; change: (changed: Fields) => void; stopped: boolean }) {
  if (!props.fields['also'] && unfilledOf(props.fields).length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Shown {...props} />
    </Suspense>
  );
}

function Shown({ fields, change, stopped }: Parameters<typeof WithText>[0]) {
  const words = useMacroWords().text;
  const say = useStepWords();
  const steps = alsoIn(fields);
  const unfilled = unfilledOf(fields);
  return (
    <div className="with-text">
      {steps.length > 0 && (
        <div className="with-steps" role="group" aria-label={words.also}>
          <span className="quiet">{words.also}</span>
          {steps.map(step => (
            <span key={JSON.stringify(step)} className="step-chip">
              {say(step)}
              <IconButton
                small
                icon="x"
                label={words.take_off(say(step))}
                onClick={({ currentTarget }) => {
                  areaOf(currentTarget)?.focus(); // the button goes
                  change({ also: alsoText(steps.filter(other => other !== step)) });
                }}
              />
            </span>
          ))}
        </div>
      )}
      {unfilled.length > 0 && (
        <div className="with-unfilled" {...(stopped && { role: 'alert' })}>
          <span>{words.unfilled}</span>
          {unfilled.map(variable => (
            <button
              key={variable}
              type="button"
              aria-label={words.find(variable)}
              onClick={event => {
                const element = areaOf(event.currentTarget);
                if (element) selectUnfilled(element, variable);
              }}
            >
              <mark>{variable}</mark>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const areaOf = ({ form }: HTMLButtonElement) => form?.querySelector('textarea');
