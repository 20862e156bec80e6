import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { import_kinds, type ImportKind } from '#schools/rules/importing/fields.ts';
import { import_limits } from '#schools/rules/importing/kinds.ts';
import { Button, Field, Notice, Problem, RadioGroup } from '#ui/ui.ts';
import { sendFile, useImportWords } from './asking.ts';

/** The first step: what the file holds, and the file. A wrong one stays chosen, with the sentence why. */
export function PickFile() {
  const words = useImportWords();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<ImportKind>('schools');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file || file.size > import_limits.bytes) {
      setRefused(file ? words.too_large : words.choose_first);
      input.current?.focus();
      return;
    }
    setBusy(true);
    setRefused(undefined);
    try {
      await sendFile(kind, file);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setRefused(error.detail);
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['imports'] });
    }
  };
  return (
    <section className="import">
      <header>
        <h2>{words.import}</h2>
      </header>
      <form noValidate onSubmit={event => void send(event)}>
        <RadioGroup
          name="kind"
          label={words.kind}
          value={kind}
          choices={import_kinds.map(value => ({
            value,
            label: words.kinds[value],
            hint: words.kind_hints[value],
          }))}
          onChange={setKind}
        />
        <Field label={words.file} hint={words.file_hint}>
          {wiring => (
            <input
              ref={input}
              type="file"
              accept=".csv,.txt,.tsv,text/csv"
              className="control"
              {...wiring}
              onChange={() => setRefused(undefined)}
            />
          )}
        </Field>
        {refused && <Notice tone="bad" title={refused} />}
        <p className="second">{words.nothing_yet}</p>
        <div className="deeds">
          <Button look="main" type="submit" busy={busy}>
            {busy ? words.sending : words.go_on}
          </Button>
        </div>
      </form>
    </section>
  );
}
