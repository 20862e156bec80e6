import type { Words } from '#platform/schemas.ts';
import { guide_limits } from '#guide/rules/kinds.ts';
import { Ruled } from '#ui/parts/Ruled.tsx';
import { Button } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { InBoth } from './InBoth.tsx';

interface StepsFieldProps {
  legend: string;
  steps: readonly Words[];
  change: (steps: Words[]) => void;
}

/** Steps in their order, each in both languages. */
export function StepsField({ legend, steps, change }: StepsFieldProps) {
  const words = useGuideWords().edit;
  return (
    <Ruled legend={legend}>
      {steps.map((step, index) => (
        <div key={index}>
          <InBoth
            label={words.fields.step(index + 1)}
            value={step}
            change={value => change(steps.map((each, place) => (place === index ? value : each)))}
          />
          <Button
            small
            look="bare"
            aria-label={words.remove_what(words.fields.step(index + 1))}
            onClick={() => change(steps.filter((_, place) => place !== index))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      {steps.length < guide_limits.steps && (
        <Button small onClick={() => change([...steps, { en: '', fr: '' }])}>
          {words.add_step}
        </Button>
      )}
    </Ruled>
  );
}
