import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import {
  needed,
  person_fields,
  school_fields,
  yearOf,
  type ImportField,
} from '#schools/rules/importing/fields.ts';
import type { Heads, Import } from '#schools/rules/importing/import.ts';
import { encodings, separators } from '#schools/rules/importing/kinds.ts';
import { fieldWords } from '#schools/rules/importing/reasons.ts';
import { Button, Notice, NotYet, Select, useLang, useSubmit } from '#ui/ui.ts';
import { askHeads, useImportWords, type ReadAs } from './asking.ts';

/** The second step: how the file is read, and which column goes where. Each column shows what stands in it. */
export function MapColumns({ item, onMapped }: { item: Import; onMapped: () => void }) {
  const words = useImportWords();
  const [as, setAs] = useState<ReadAs>({});
  const asked = useQuery({ ...askHeads(item.id, as), placeholderData: keepPreviousData });
  const { data } = asked;
  if (!data) return <NotYet asked={asked} lines={5} />;
  return (
    <>
      <div className="read-as">
        <Select
          label={words.encoding}
          hint={words.encoding_hint}
          value={data.encoding}
          onChange={event => setAs({ ...as, encoding: event.target.value as (typeof encodings)[number] })}
        >
          {encodings.map(each => (
            <option key={each} value={each}>
              {words.encodings[each]}
            </option>
          ))}
        </Select>
        <Select
          label={words.separator}
          value={data.separator}
          onChange={event => setAs({ ...as, separator: event.target.value as (typeof separators)[number] })}
        >
          {separators.map(each => (
            <option key={each} value={each}>
              {words.separators[each]}
            </option>
          ))}
        </Select>
      </div>
      <ColumnsForm
        key={`${data.separator} ${data.heads.length}`}
        item={item}
        data={data}
        onMapped={onMapped}
      />
    </>
  );
}

function ColumnsForm({ item, data, onMapped }: { item: Import; data: Heads; onMapped: () => void }) {
  const words = useImportWords();
  const [lang] = useLang();
  const client = useQueryClient();
  const [columns, setColumns] = useState(data.columns);
  const { submit, busy, problem } = useSubmit<Import>('put');
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const { encoding, separator } = data;
    if (await submit(`/api/imports/${item.id}/mapping`, { encoding, separator, columns })) onMapped();
    await client.invalidateQueries({ queryKey: ['imports'] });
  };
  const put = (at: number, field: string) =>
    setColumns(columns.map((column, each) => (each === at ? field || null : column)));
  return (
    <form noValidate onSubmit={event => void go(event)}>
      <p className="second">{words.columns_lead(needed[item.kind].map(field => fieldWords(field)[lang]))}</p>
      <div className="columns">
        {data.heads.map((head, at) => (
          <Select
            key={at}
            label={head || words.no_head(at + 1)}
            hint={samplesOf(data, at) || words.empty_column}
            value={columns[at] ?? ''}
            onChange={event => put(at, event.target.value)}
          >
            <option value="">{words.left_out}</option>
            {fieldsFor(item, columns[at], head).map(field => (
              <option key={field} value={field}>
                {fieldWords(field)[lang]}
              </option>
            ))}
          </Select>
        ))}
      </div>
      {problem && <Notice tone="bad" title={problem.of('columns') ?? problem.detail} />}
      <div className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {words.look}
        </Button>
      </div>
    </form>
  );
}

const samplesOf = ({ first }: Heads, at: number): string =>
  first
    .map(cells => cells[at] ?? '')
    .filter(cell => cell.trim() !== '')
    .slice(0, 3)
    .join(' · ');

/** The fields to choose from; enrolment for the year that the column names. */
function fieldsFor({ kind }: Import, chosen: string | null | undefined, head: string): ImportField[] {
  if (kind === 'people') return [...person_fields];
  const years = new Set([chosen ? yearOf(chosen) : undefined, Number(/\b(19|20)\d\d\b/.exec(head)?.[0])]);
  return [...school_fields, ...[...years].filter(Boolean).map(year => `fte_${year!}` as const)];
}
