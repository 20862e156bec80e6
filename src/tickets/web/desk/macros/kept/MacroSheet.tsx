import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { macro_limits } from '#tickets/rules/macros/folder.ts';
import type { Macro, Macros, NewMacro } from '#tickets/rules/macros/macro.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { lang_names, langs, Select, TextField, toast, useLang, useSubmit, type Lang } from '#ui/ui.ts';
import { useMacroWords } from '../words.ts';
import { Reads } from './Reads.tsx';
import { isWhole } from '../../steps/step-props.ts';
import { StepsField } from './StepsField.tsx';
import { VariableText } from './VariableText.tsx';

export interface Writing {
  /** Which to change; none is a new one. */
  macro: Macro | undefined;
  /** It is a copy of another: kept as a new one. */
  copy?: boolean;
}

type MacroSheetProps = Writing & { macros: Macros; onClose: () => void };

/** What a macro is called, says and changes, with what it will read like beside it. */
export function MacroSheet({ macro, copy = false, macros, onClose }: MacroSheetProps) {
  const all = useMacroWords();
  const words = all.sheet;
  const client = useQueryClient();
  const [lang] = useLang();
  const changed = macro && !copy ? macro : undefined;
  const { submit, busy, problem } = useSubmit<Macro>(changed ? 'patch' : 'post');
  const [fields, setFields] = useState(() => fieldsOf(macro, lang));
  const change = (more: Partial<Fields>) => setFields(now => ({ ...now, ...more }));
  const folders = useId();
  const save = async () => {
    const saved = await submit(changed ? `/api/macros/${changed.id}` : '/api/macros', bodyOf(fields));
    if (!saved) return;
    await client.invalidateQueries({ queryKey: ['macros'] });
    void client.invalidateQueries({ queryKey: ['ticket'] });
    toast({ text: all.page.saved(saved.name) });
    onClose();
  };
  return (
    <SheetForm
      title={changed ? words.change : words.new}
      deed={words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="macro-form">
        <TextField
          label={words.name}
          autoFocus
          autoComplete="off"
          maxLength={macro_limits.name_characters}
          value={fields.name}
          error={problem?.of('name')}
          onChange={event => change({ name: event.target.value })}
        />
        <TextField
          label={words.folder}
          placeholder={words.folder_hint}
          autoComplete="off"
          list={folders}
          maxLength={macro_limits.folder_characters}
          value={fields.folder}
          error={problem?.of('folder') && words.folder_hint}
          onChange={event => change({ folder: event.target.value })}
        />
        <datalist id={folders}>
          {[...new Set(macros.items.map(({ folder }) => folder))].filter(Boolean).map(folder => (
            <option key={folder}>{folder}</option>
          ))}
        </datalist>
        <WhoseField
          fields={fields}
          changed={changed}
          macros={macros}
          error={problem?.of('team')}
          onChange={change}
        />
        <Select
          label={words.lang}
          value={fields.lang}
          onChange={event => change({ lang: event.target.value as Lang })}
        >
          {langs.map(each => (
            <option key={each} value={each}>
              {lang_names[each]}
            </option>
          ))}
        </Select>
        {(['reply', 'note'] as const).map(name => (
          <VariableText
            key={name}
            label={words[name]}
            inside={name === 'note'}
            value={fields[name]}
            error={problem?.of(name)}
            onChange={text => change({ [name]: text })}
          />
        ))}
        <StepsField steps={fields.steps} onChange={steps => change({ steps })} />
        <Reads reply={fields.reply} note={fields.note} />
      </div>
    </SheetForm>
  );
}

interface Fields {
  name: string;
  folder: string;
  /** As the select has it: own, all, or a team's id. */
  whose: string;
  lang: Lang;
  reply: string;
  note: string;
  steps: Step[];
}

function fieldsOf(macro: Macro | undefined, lang: Lang): Fields {
  if (!macro) return { name: '', folder: '', whose: 'own', lang, reply: '', note: '', steps: [] };
  const { name, folder, whose, team, reply, note, steps } = macro;
  return {
    ...{ name, folder, steps, lang: macro.lang },
    whose: team ? String(team.id) : whose,
    reply: reply ?? '',
    note: note ?? '',
  };
}

function bodyOf({ whose, reply, note, steps, ...rest }: Fields): NewMacro {
  const team = /^\d+$/.test(whose) ? Number(whose) : null;
  return {
    ...rest,
    whose: team === null ? (whose as Macro['whose']) : 'team',
    team,
    reply: reply.trim() ? reply : null,
    note: note.trim() ? note : null,
    steps: steps.filter(isWhole),
  };
}

interface WhoseFieldProps {
  fields: Fields;
  changed: Macro | undefined;
  macros: Macros;
  error: string | undefined;
  onChange: (more: Partial<Fields>) => void;
}

/** For whom it may be: oneself, one's teams, and for a coordinator everybody. */
function WhoseField({ fields, changed, macros: { teams, can }, error, onChange }: WhoseFieldProps) {
  const words = useMacroWords().sheet;
  const { person } = useSession();
  // A team that is no more still names what was kept for it.
  const own_team = changed?.team && !teams.some(({ id }) => id === changed.team?.id) ? [changed.team] : [];
  return (
    <Select
      label={words.whose}
      value={fields.whose}
      error={error}
      onChange={event => onChange({ whose: event.target.value })}
    >
      {(!changed || changed.owner.id === person.id) && <option value="own">{words.own}</option>}
      {[...own_team, ...teams].map(({ id, name }) => (
        <option key={id} value={id}>
          {words.team(name)}
        </option>
      ))}
      {can.share && <option value="all">{words.all}</option>}
    </Select>
  );
}
