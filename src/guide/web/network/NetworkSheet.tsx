import { useState } from 'react';
import type { Network } from '#guide/rules/network/network.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Button, ExactField, Select, TextField, useSubmit } from '#ui/ui.ts';
import { useNetworkWords } from './words.ts';

interface NetworkSheetProps {
  network: Network;
  onDone: (network: Network) => void;
  onClose: () => void;
}

/** An address as it is typed. */
interface Row {
  key: number;
  host: string;
  port: string;
  protocol: string;
  en: string;
  fr: string;
}

/** The whole list, written anew from a day on. */
export function NetworkSheet({ network, onDone, onClose }: NetworkSheetProps) {
  const words = useNetworkWords();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    network.written.map(({ host, port, protocol, purpose }, key) => ({
      ...{ key, host, protocol, port: String(port) },
      ...purpose,
    })),
  );
  const [day, setDay] = useState(network.coming.at(-1)?.holds_from.date ?? network.today);
  const [why, setWhy] = useState('');
  const { submit, busy, problem } = useSubmit<Network>();
  const set = (row: Row, change: Partial<Row>) =>
    setRows(rows.map(each => (each === row ? { ...row, ...change } : each)));
  const add = () =>
    setRows([
      ...rows,
      {
        key: Math.max(-1, ...rows.map(({ key }) => key)) + 1,
        host: '',
        port: '443',
        protocol: 'tcp',
        en: '',
        fr: '',
      },
    ]);
  const send = async () => {
    const entries = rows.map(({ host, port, protocol, en, fr }) => ({
      ...{ host, protocol, port: Number(port), purpose: { en, fr } },
    }));
    const done = await submit('/api/network/lists', {
      entries,
      holds_from: day,
      why,
      newest: network.newest,
    });
    if (!done) return;
    onDone(done);
    onClose();
  };
  return (
    <SheetForm
      title={words.change_title}
      deed={words.publish}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {rows.map((row, at) => (
        <OneEntry
          key={row.key}
          nth={at + 1}
          row={row}
          wrong={name => problem?.of(`entries.${at}.${name}`)}
          set={change => set(row, change)}
          remove={() => setRows(rows.filter(each => each !== row))}
        />
      ))}
      {problem?.of('entries') && <p className="bad">{problem.of('entries')}</p>}
      <p>
        <Button small icon="plus" onClick={add}>
          {words.add}
        </Button>
      </p>
      <TextField
        type="date"
        label={words.holds_from}
        hint={words.holds_from_hint}
        min={network.today}
        value={day}
        error={problem?.of('holds_from')}
        onChange={({ target }) => setDay(target.value)}
      />
      <TextField
        label={words.why}
        hint={words.why_hint}
        maxLength={200}
        value={why}
        error={problem?.of('why')}
        onChange={({ target }) => setWhy(target.value)}
      />
    </SheetForm>
  );
}

interface OneEntryProps {
  nth: number;
  row: Row;
  wrong: (name: string) => string | undefined;
  set: (change: Partial<Row>) => void;
  remove: () => void;
}

function OneEntry({ nth, row, wrong, set, remove }: OneEntryProps) {
  const words = useNetworkWords();
  return (
    <fieldset className="network-entry">
      <legend className="sr">{words.nth(nth)}</legend>
      <ExactField
        label={words.host}
        maxLength={253}
        value={row.host}
        error={wrong('host')}
        onChange={({ target }) => set({ host: target.value })}
      />
      <TextField
        label={words.port}
        type="number"
        min={1}
        max={65_535}
        value={row.port}
        error={wrong('port')}
        onChange={({ target }) => set({ port: target.value })}
      />
      <Select
        label={words.protocol}
        value={row.protocol}
        onChange={({ target }) => set({ protocol: target.value })}
      >
        <option value="tcp">TCP</option>
        <option value="udp">UDP</option>
      </Select>
      <div className="wide">
        <TextField
          label={words.purpose_en}
          maxLength={120}
          value={row.en}
          error={wrong('purpose.en')}
          onChange={({ target }) => set({ en: target.value })}
        />
      </div>
      <div className="wide">
        <TextField
          label={words.purpose_fr}
          maxLength={120}
          value={row.fr}
          error={wrong('purpose.fr')}
          onChange={({ target }) => set({ fr: target.value })}
        />
      </div>
      <div className="wide">
        <Button small look="bare" aria-label={`${words.remove} ${words.nth(nth)}`} onClick={remove}>
          {words.remove}
        </Button>
      </div>
    </fieldset>
  );
}
