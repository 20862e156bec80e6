import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { Export, Format } from '#reports/rules/exports/export.ts';
import { columns, type ColumnName } from '#tickets/rules/lists/order.ts';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, ErrorSummary, RadioGroup, TextField, useSubmit, withQuery } from '#ui/ui.ts';
import { useExportWords } from '../asking.ts';
import type { ExportSearch } from '../search.ts';
import './exports.css';

/** A list as a file: which columns, and for whom. The list itself is what the address holds. */
export function NewExportPage() {
  const words = useExportWords();
  const navigate = useNavigate();
  const { columns: given, view, show, named, ...query }: ExportSearch = useSearch({ strict: false });
  const { sort: _sort, group: _group, ...filters } = query;
  const { data: counts } = useQuery({
    queryKey: ['counts', 'export', filters],
    queryFn: ({ signal }) =>
      api.get<{ total: number }>(withQuery('/api/tickets/counts', filters), { signal }),
  });
  const called = named ?? words.default_name;
  const [name, setName] = useState<string>();
  const [format, setFormat] = useState<Format>('csv');
  const shown = columns.filter(column => given?.split(',').includes(column));
  const [chosen, setChosen] = useState<ColumnName[]>(shown.length > 0 ? shown : [...columns]);
  const { submit, busy, problem } = useSubmit<Export>();
  const start = async (event: FormEvent) => {
    event.preventDefault();
    const body = { name: name ?? called, format, query, columns: chosen };
    if (await submit('/api/exports', body)) void navigate({ to: '/desk/exports' });
  };
  const back = { ...query, ...(view && { view }), ...(show === 'table' && { show: 'table' as const }) };
  return (
    <WorkPage
      above={
        <Link to="/desk" search={back}>
          ‹ {words.back}
        </Link>
      }
      title={words.new_title}
      lead={words.new_lead}
    >
      <form className="new-export" noValidate onSubmit={event => void start(event)}>
        <ErrorSummary problem={problem} />
        <p className="name" role="status">
          {words.what(called, counts?.total)}
        </p>
        <RadioGroup
          name="format"
          label={words.format}
          value={format}
          choices={(['csv', 'json'] as const).map(value => ({ value, label: words.formats[value] }))}
          onChange={setFormat}
        />
        <CheckGroup
          label={words.columns_label}
          choices={columns.map(value => ({ value, label: words.columns[value] }))}
          values={chosen}
          onChange={setChosen}
          error={problem?.of('columns')}
        />
        <TextField
          label={words.name}
          maxLength={80}
          autoComplete="off"
          value={name ?? called}
          error={problem?.of('name')}
          onChange={event => setName(event.target.value)}
        />
        <div className="deeds">
          <Button look="main" type="submit" busy={busy}>
            {words.start}
          </Button>
        </div>
      </form>
    </WorkPage>
  );
}
