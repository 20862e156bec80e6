import { area_names, areas } from '#configuration/rules/areas.ts';
import { configuration_limits } from '#configuration/rules/limits.ts';
import { reaches } from '#configuration/rules/scope.ts';
import { RadioGroup, Select, TextArea, TextField, useLang } from '#ui/ui.ts';
import type { AskedField } from '../asked.ts';
import { useDeskWords } from './asking.ts';
import type { FieldsetProps } from './WhoFieldset.tsx';

/** What is asked: the setting, from what to what, why, whom it concerns, when. */
export function AskedFieldset({ fields, change, problem }: FieldsetProps) {
  const words = useDeskWords().opening;
  const [lang] = useLang();
  const labels = words as unknown as Record<AskedField, string>;
  const wired = (name: AskedField) => ({
    label: labels[name],
    value: fields[name],
    error: problem?.of(name),
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  });
  const text = (name: AskedField) => (
    <TextArea {...wired(name)} rows={3} maxLength={configuration_limits.value} />
  );
  return (
    <>
      <div className="pair">
        <Select {...wired('area')}>
          {!fields.area && <option value="">{words.choose}</option>}
          {areas.map(area => (
            <option key={area} value={area}>
              {area_names[lang][area]}
            </option>
          ))}
        </Select>
        <TextField {...wired('setting')} autoComplete="off" maxLength={configuration_limits.setting} />
      </div>
      <div className="pair">
        {text('was')}
        {text('becomes')}
      </div>
      {text('why')}
      <RadioGroup
        name="reach"
        label={words.reach}
        choices={reaches.map(value => ({ value, label: words.reaches[value] }))}
        value={fields.reach as (typeof reaches)[number]}
        onChange={reach => change({ reach })}
      />
      {fields.reach === 'more' && (
        <TextArea {...wired('reach_words')} optional rows={2} maxLength={configuration_limits.value} />
      )}
      <div className="pair">
        <TextField {...wired('wished_for')} optional type="date" />
        <TextArea {...wired('risks')} optional rows={2} maxLength={configuration_limits.value} />
      </div>
    </>
  );
}
