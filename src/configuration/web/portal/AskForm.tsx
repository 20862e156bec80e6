import type { FormEvent } from 'react';
import { area_names, areas } from '#configuration/rules/areas.ts';
import { configuration_limits } from '#configuration/rules/limits.ts';
import { reaches } from '#configuration/rules/scope.ts';
import {
  Button,
  ErrorSummary,
  KeptWords,
  OtherText,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  useLang,
  type Keeping,
  type Problem,
} from '#ui/ui.ts';
import type { AskedField, AskedFields } from '../asked.ts';
import { usePortalWords } from './words.ts';

interface AskFormProps {
  fields: AskedFields;
  change: (more: Partial<AskedFields>) => void;
  problem: Problem | undefined;
  /** What was sent when the problem came: a field that was changed since is no longer called wrong. */
  tried: AskedFields | undefined;
  busy: boolean;
  keeping: Keeping;
  send: () => void;
}

/** Which setting, how it is and shall be, why, whom it concerns, when; errors stand beside their fields. */
export function AskForm({ fields, change, problem, tried, busy, keeping, send }: AskFormProps) {
  const words = usePortalWords().ask;
  const [lang] = useLang();
  const labels = { ...words, area: words.area } as Record<AskedField, string>;
  const wired = (name: AskedField) => ({
    id: name,
    label: labels[name],
    value: fields[name],
    error: fields[name] === tried?.[name] ? problem?.of(name) : undefined,
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  });
  const text = (name: AskedField, rows: number) => (
    <TextArea {...wired(name)} rows={rows} maxLength={configuration_limits.value} />
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const shown = ['area', 'setting', 'was', 'becomes', 'why', 'reach_words', 'wished_for', 'risks'] as const;
  return (
    <form className="configuration-form" noValidate onSubmit={onSubmit}>
      <ErrorSummary
        problem={problem}
        fields={Object.fromEntries(shown.map(id => [id, { id, label: labels[id] }]))}
      />
      <Select {...wired('area')}>
        {!fields.area && <option value="">{words.choose}</option>}
        {areas.map(area => (
          <option key={area} value={area}>
            {area_names[lang][area]}
          </option>
        ))}
      </Select>
      <TextField
        {...wired('setting')}
        hint={words.setting_hint}
        autoComplete="off"
        maxLength={configuration_limits.setting}
      />
      <div className="pair">
        {text('was', 3)}
        {text('becomes', 3)}
      </div>
      {text('why', 4)}
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
      <TextField {...wired('wished_for')} optional hint={words.wished_for_hint} type="date" />
      <TextArea {...wired('risks')} optional rows={3} maxLength={configuration_limits.value} />
      <OtherText keeping={keeping} />
      <p className="send">
        <Button look="main" type="submit" busy={busy}>
          {words.send}
        </Button>
        <KeptWords keeping={keeping} />
      </p>
    </form>
  );
}
