import { useState } from 'react';
import type { Variables } from '#guide/rules/guide.ts';
import { readList, writtenList } from '#guide/rules/supported-list.ts';
import { TextArea, TextField } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import type { Editing } from './use-editing.ts';

const lines = ['SIS_NAME', 'SIS_URL', 'SIS_HOST', 'HELPDESK_PHONE'] as const;
const lists = ['SIS_OTHER_HOSTS', 'CHECK_SITES', 'MEASURED_SITES'] as const;

const listed = (text: string) =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);

/** What the texts name in braces, as it is for this consortium. */
export function VariablesForm({ editing }: { editing: Editing }) {
  const { variables: title, settings } = useGuideWords().edit;
  const { variables } = editing.guide;
  const change = (part: Partial<Variables>) =>
    editing.change(guide => ({ ...guide, variables: { ...guide.variables, ...part } }));
  return (
    <>
      <h2>{title}</h2>
      {lines.map(name => (
        <TextField
          key={name}
          label={settings[name]}
          maxLength={name === 'HELPDESK_PHONE' ? 60 : 200}
          value={variables[name]}
          onChange={event => change({ [name]: event.target.value })}
        />
      ))}
      <AsTyped
        label={settings.SIS_PORTS}
        value={variables.SIS_PORTS.join(', ')}
        read={text => {
          const ports = listed(text).map(Number);
          return ports.every(port => Number.isInteger(port) && port > 0 && port < 65_536) ? ports : undefined;
        }}
        change={SIS_PORTS => change({ SIS_PORTS })}
      />
      {lists.map(name => (
        <AsTyped
          key={name}
          label={settings[name]}
          hint={name === 'MEASURED_SITES' ? settings.MEASURED_SITES_hint : undefined}
          value={variables[name].join(', ')}
          read={listed}
          change={value => change({ [name]: value })}
        />
      ))}
      <TextField
        label={settings.SIS_IDLE_MINUTES}
        type="number"
        min={1}
        max={1440}
        value={variables.SIS_IDLE_MINUTES}
        onChange={event =>
          change({ SIS_IDLE_MINUTES: Math.min(1440, Math.max(1, Math.round(Number(event.target.value)))) })
        }
      />
      <label className="in">
        <input
          type="checkbox"
          checked={variables.SIS_NEEDS_PLUGIN}
          onChange={event => change({ SIS_NEEDS_PLUGIN: event.target.checked })}
        />{' '}
        {settings.SIS_NEEDS_PLUGIN}
      </label>
      <AsTyped
        label={settings.SUPPORTED_BROWSERS}
        rows={6}
        value={writtenList(variables.SUPPORTED_BROWSERS)}
        read={readList}
        change={SUPPORTED_BROWSERS => change({ SUPPORTED_BROWSERS })}
      />
    </>
  );
}

interface AsTypedProps<T> {
  label: string;
  hint?: string | undefined;
  rows?: number;
  value: string;
  /** Undefined where it is not understood: then it stays as typed, and nothing is changed. */
  read: (text: string) => T | undefined;
  change: (value: T) => void;
}

/** A text that stands for a list: it stays as it is typed while it is. */
function AsTyped<T>({ label, hint, rows, value, read, change }: AsTypedProps<T>) {
  const [typed, setTyped] = useState(value);
  // What comes from elsewhere (a colleague's, an earlier version) is taken over; what one types is only read.
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (JSON.stringify(read(typed)) !== JSON.stringify(read(value))) setTyped(value);
  }
  const wrong = read(typed) === undefined;
  const wired = {
    ...{ label, hint, value: typed, error: wrong ? label : undefined },
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      const understood = read(target.value);
      if (understood !== undefined) change(understood);
    },
  };
  return rows ? <TextArea rows={rows} {...wired} /> : <TextField {...wired} />;
}
