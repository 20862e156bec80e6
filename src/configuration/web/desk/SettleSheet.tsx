import { useState } from 'react';
import { area_names, areas } from '#configuration/rules/areas.ts';
import { configuration_limits } from '#configuration/rules/limits.ts';
import type { ConfigurationRequest } from '#configuration/rules/request.ts';
import { lacking_words } from '#configuration/rules/state-words.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Notice, Select, TextArea, TextField, toast, useLang, useSubmit } from '#ui/ui.ts';
import { useChanged, useDeskWords } from './asking.ts';
import './desk.css';
import { ScopePick, scopeOf, type Said } from './ScopePick.tsx';

/** Which schools it touches, what they will read, for which day; and what was asked, where it needs correcting. */
export function SettleSheet({ request, onClose }: { request: ConfigurationRequest; onClose: () => void }) {
  const all = useDeskWords();
  const words = all.settle;
  const [lang] = useLang();
  const changed = useChanged();
  const { submit, busy, problem } = useSubmit<ConfigurationRequest>('patch');
  const [said, setSaid] = useState<Said>(() => ({
    kind: request.scope ?? undefined,
    schools: request.schools.map(({ id }) => id),
    waves: request.waves.map(({ id }) => id),
  }));
  const [fields, setFields] = useState(() => fieldsOf(request));
  const wired = (name: keyof Fields, field: string) => ({
    value: fields[name],
    error: problem?.of(field),
    onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }),
  });
  const told = (name: 'setting' | 'was' | 'becomes' | 'why') => ({
    label: words[name],
    ...wired(`told_${name}`, `told.${name}`),
  });
  const long = { rows: 2, maxLength: configuration_limits.value };
  const send = async () => {
    const saved = await submit(
      `/api/configuration/requests/${request.number}`,
      bodyOf(request, fields, scopeOf(said)),
    );
    if (!saved) return;
    changed(request.number);
    toast({ text: all.saved });
    onClose();
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.save}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {request.lacking.length > 0 && (
        <Notice title={words.lacking}>
          <ul>
            {request.lacking.map(name => (
              <li key={name}>{lacking_words[name][lang]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ScopePick said={said} onChange={setSaid} error={scopeError(problem)} />
      <TextField type="date" label={words.planned_for} {...wired('planned_for', 'planned_for')} />
      <fieldset className="configuration-told">
        <legend>{words.told}</legend>
        <p className="hint">{words.told_hint}</p>
        <TextField {...told('setting')} autoComplete="off" maxLength={configuration_limits.setting} />
        <TextArea {...told('was')} {...long} />
        <TextArea {...told('becomes')} {...long} />
        <TextArea {...told('why')} {...long} />
      </fieldset>
      <details>
        <summary>{words.correct}</summary>
        <div className="configuration-correct">
          <Select label={words.area} {...wired('area', 'area')}>
            {areas.map(area => (
              <option key={area} value={area}>
                {area_names[lang][area]}
              </option>
            ))}
          </Select>
          <TextField
            label={words.asked_setting}
            autoComplete="off"
            maxLength={configuration_limits.setting}
            {...wired('setting', 'setting')}
          />
          <TextArea label={words.asked_was} {...long} {...wired('was', 'was')} />
          <TextArea label={words.asked_becomes} {...long} {...wired('becomes', 'becomes')} />
        </div>
      </details>
    </SheetForm>
  );
}

/** What is wrong with the scope, wherever in it. */
const scopeError = (problem: { errors: { field: string; sentence: string }[] } | undefined) =>
  problem?.errors.find(({ field }) => field.startsWith('scope'))?.sentence;

type Fields = ReturnType<typeof fieldsOf>;

/** The words for schools begin with what was asked, for the iGroup to read over; why is always its own. */
const fieldsOf = ({
  area,
  setting,
  was,
  becomes,
  told,
  planned_for,
  wished_for,
  today,
}: ConfigurationRequest) => ({
  ...{ area: area as string, setting, was, becomes },
  planned_for: planned_for?.date ?? (wished_for && wished_for.date >= today ? wished_for.date : ''),
  told_setting: told?.setting ?? setting,
  told_was: told?.was ?? was,
  told_becomes: told?.becomes ?? becomes,
  told_why: told?.why ?? '',
});

/** What is said of it; words for schools that are not written yet are left for later. */
const bodyOf = (
  { told }: ConfigurationRequest,
  { area, setting, was, becomes, planned_for, ...fields }: Fields,
  scope: object | undefined,
) => ({
  ...{ area, setting, was, becomes },
  ...(scope && { scope }),
  ...(planned_for && { planned_for }),
  ...((told || fields.told_why.trim()) && {
    told: {
      setting: fields.told_setting,
      was: fields.told_was,
      becomes: fields.told_becomes,
      why: fields.told_why,
    },
  }),
});
