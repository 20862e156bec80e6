import { clock_words, lengthWords, priority_words } from '#agreements/rules/terms.ts';
import { priorities, promised_clocks } from '#sla/rules/targets.ts';
import { useLang } from '#ui/ui.ts';
import { useDeskWords } from '../asking.ts';
import { cellOf, type Fields } from './fields.ts';

interface TargetsFieldProps {
  fields: Fields;
  faultOf: (field: string) => string | undefined;
  onChange: (more: Fields) => void;
}

/** Minutes by priority and clock, each said in words; what is wrong stands in its cell. */
export function TargetsField({ fields, faultOf, onChange }: TargetsFieldProps) {
  const words = useDeskWords();
  const [lang] = useLang();
  return (
    <table className="agreement-policy">
      <caption className="sr">{words.draft.policy}</caption>
      <thead>
        <tr>
          <th scope="col">{words.priority}</th>
          {promised_clocks.map(clock => (
            <th key={clock} scope="col">
              {clock_words[clock][lang]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {priorities.map(priority => (
          <tr key={priority}>
            <th scope="row">
              {priority} <span className="quiet t-13 block">{priority_words[priority][lang]}</span>
            </th>
            {promised_clocks.map(clock => {
              const name = cellOf(priority, clock);
              const fault = faultOf(name);
              const minutes = Number(fields[name]);
              return (
                <td key={clock}>
                  <input
                    className="control"
                    id={name}
                    inputMode="numeric"
                    autoComplete="off"
                    maxLength={6}
                    aria-label={words.draft.cell(priority, clock_words[clock][lang])}
                    aria-describedby={`${name}-said`}
                    aria-invalid={fault ? true : undefined}
                    value={fields[name]}
                    onChange={({ target }) => onChange({ [name]: target.value })}
                  />
                  <span id={`${name}-said`} className={fault ? 'error t-13' : 'quiet t-13'}>
                    {fault ?? (minutes > 0 ? lengthWords(minutes, lang) : '')}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
