import type { StandingOfSchool } from '#schools/rules/facts/fact.ts';
import { step_names } from '#schools/rules/facts/kinds.ts';
import { Icon, useLang } from '#ui/ui.ts';
import { useFactWords } from './asking.ts';

/** The steps of the roll-out, each with since when and who said so; what is to come is planned. */
export function Steps({ steps }: Pick<StandingOfSchool, 'steps'>) {
  const words = useFactWords();
  const [lang] = useLang();
  return (
    <ol className="steps">
      {steps.map(({ step, on, to_come, by }) => (
        <li key={step} className={on ? (to_come ? 'planned' : 'reached') : 'open'}>
          <span className="step-mark" aria-hidden="true">
            {on && <Icon name={to_come ? 'clock' : 'check'} size={12} />}
          </span>
          <span className="name">{step_names[step][lang]}</span>
          <span className="t-13 second">
            {on ? (
              to_come ? (
                words.to_come(on.words)
              ) : (
                on.words
              )
            ) : (
              <span className="quiet">{words.not_yet}</span>
            )}
          </span>
          {by && <span className="t-13 quiet">{by}</span>}
        </li>
      ))}
    </ol>
  );
}
