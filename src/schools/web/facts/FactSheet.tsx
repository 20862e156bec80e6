import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StandingOfSchool } from '#schools/rules/facts/fact.ts';
import { fact_kinds, fact_limits } from '#schools/rules/facts/kinds.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { api, refused, Select, TextField, toast, useSubmit } from '#ui/ui.ts';
import { askStanding, useFactWords } from './asking.ts';
import type { Recording } from './StandingSection.tsx';

interface FactSheetProps {
  standing: StandingOfSchool;
  begun: Recording;
  onClose: () => void;
}

/** Records one fact: what, on which day, and what belongs to it. A lift is begun from its suspension. */
export function FactSheet({ standing, begun, onClose }: FactSheetProps) {
  const words = useFactWords();
  const { form } = words;
  const client = useQueryClient();
  const path = `/api/schools/${standing.school}/facts`;
  const { submit, busy, problem } = useSubmit<StandingOfSchool>();
  const [kind, setKind] = useState(begun.kind);
  const [fields, setFields] = useState<Record<string, string>>({});
  const wanted = fields_of[kind];
  const shown = (after: StandingOfSchool) =>
    client.setQueryData(askStanding(standing.school).queryKey, after);
  const send = async () => {
    const filled = wanted.filter(name => fields[name]).map(name => [name, valueOf(name, fields[name]!)]);
    const body = { kind, ...Object.fromEntries(filled), ...(kind === 'lifted' && { lifts: begun.lifts }) };
    const after = await submit(path, body);
    if (!after) return;
    shown(after);
    const [made] = after.facts;
    const undo = () =>
      api.put<StandingOfSchool>(`${path}/${made!.id}/withdrawal`, { why: words.a_slip }).then(shown, refused);
    toast({
      text: words.was_recorded(words.kinds[kind]),
      action: { label: words.undo, run: () => void undo() },
    });
    onClose();
  };
  return (
    <SheetForm
      title={kind === 'lifted' ? words.kinds.lifted : form.title}
      deed={form.send}
      cancel={form.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {kind !== 'lifted' && (
        <Select
          label={form.what}
          hint={form.hints[kind] || undefined}
          autoFocus
          value={kind}
          onChange={event => setKind(event.target.value as typeof kind)}
        >
          {fact_kinds
            .filter(each => each !== 'lifted')
            .map(each => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
        </Select>
      )}
      {wanted.map(name => {
        const wired = {
          label: form[name],
          value: fields[name] ?? '',
          error: problem?.of(name),
          onChange: (event: { target: { value: string } }) =>
            setFields({ ...fields, [name]: event.target.value }),
        };
        return name === 'person' ? (
          <Select key={name} {...wired}>
            <option value="">{form.choose}</option>
            {standing.people.map(person => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </Select>
        ) : (
          <TextField
            key={name}
            {...wired}
            {...(name === 'day' && { type: 'date' })}
            {...(name === 'said_by' && { optional: true, hint: form.said_by_hint })}
            maxLength={name === 'reason' ? fact_limits.reason : fact_limits.document}
            autoComplete="off"
          />
        );
      })}
    </SheetForm>
  );
}

type FieldName =
  'day' | 'document' | 'document_version' | 'signer' | 'signer_role' | 'person' | 'reason' | 'said_by';

const fields_of: Record<Recording['kind'], readonly FieldName[]> = {
  invited: ['day', 'said_by'],
  signed: ['document', 'document_version', 'signer', 'signer_role', 'day'],
  stage1: ['day', 'said_by'],
  trained_before: ['person', 'day', 'said_by'],
  suspended: ['reason', 'day', 'said_by'],
  lifted: ['day', 'said_by'],
};

const valueOf = (name: FieldName, text: string) => (name === 'person' ? Number(text) : text);
