import { useState } from 'react';
import type { EmergencyNumber, Igroup } from '#accounts/rules/igroup/igroup.ts';
import { numbers_limits } from '#accounts/rules/igroup/limits.ts';
import { Ruled } from '#ui/parts/Ruled.tsx';
import { Button, ErrorSummary, Notice, TextField } from '#ui/ui.ts';
import { useIgroupWords } from './asking.ts';
import { NarrowForm } from '../NarrowForm.tsx';
import { useSaving } from './use-saving.ts';

const empty: EmergencyNumber = { says: { en: '', fr: '' }, number: '' };

/** Whom one calls when nothing else goes: a few numbers, each with what it is for in both languages. */
export function NumbersForm({ igroup }: { igroup: Igroup }) {
  const all = useIgroupWords();
  const words = all.numbers;
  const { numbers } = igroup.emergency;
  const [given, setGiven] = useState(numbers);
  const { save, busy, problem, meanwhile } = useSaving(
    '/api/igroup/numbers',
    each => each.emergency.version,
    igroup,
  );
  const put = (place: number, part: Partial<EmergencyNumber>) =>
    setGiven(given.map((each, at) => (at === place ? { ...each, ...part } : each)));
  const idOf = (place: number, part: string) => `emergency-${place}-${part}`;
  const wired = (place: number, part: 'says.en' | 'says.fr' | 'number', value: string) => ({
    id: idOf(place, part),
    value,
    readOnly: !igroup.can.change,
    autoComplete: 'off',
    maxLength: part === 'number' ? numbers_limits.number : numbers_limits.says,
    error: problem?.of(`numbers.${place}.${part}`),
  });
  const fields = given.flatMap((_, place) => [
    [`numbers.${place}.says.en`, { id: idOf(place, 'says.en'), label: words.says_en(place + 1) }] as const,
    [`numbers.${place}.says.fr`, { id: idOf(place, 'says.fr'), label: words.says_fr(place + 1) }] as const,
    [`numbers.${place}.number`, { id: idOf(place, 'number'), label: words.number(place + 1) }] as const,
  ]);
  return (
    <NarrowForm submit={() => save({ numbers: given }, () => words.saved)}>
      <ErrorSummary problem={problem} fields={Object.fromEntries(fields)} />
      {meanwhile && (
        <Notice title={all.meanwhile}>
          <ul>
            {meanwhile.emergency.numbers.map(({ says, number }) => (
              <li key={`${says.en} ${number}`}>
                {says.en} · {number}
              </li>
            ))}
          </ul>
          <p className="t-13">{all.meanwhile_hint}</p>
        </Notice>
      )}
      {given.length === 0 && <p className="quiet">{words.none}</p>}
      {given.map(({ says, number }, place) => (
        <Ruled key={place} legend={words.one(place + 1)}>
          <TextField
            label={words.says_en(place + 1)}
            {...wired(place, 'says.en', says.en)}
            onChange={event => put(place, { says: { ...says, en: event.target.value } })}
          />
          <TextField
            label={words.says_fr(place + 1)}
            {...wired(place, 'says.fr', says.fr)}
            onChange={event => put(place, { says: { ...says, fr: event.target.value } })}
          />
          <TextField
            label={words.number(place + 1)}
            inputMode="tel"
            {...wired(place, 'number', number)}
            onChange={event => put(place, { number: event.target.value })}
          />
          {igroup.can.change && (
            <Button
              small
              look="bare"
              aria-label={words.remove_what(place + 1)}
              onClick={() => setGiven(given.filter((_, at) => at !== place))}
            >
              {words.remove}
            </Button>
          )}
        </Ruled>
      ))}
      {igroup.can.change && (
        <div className="deeds">
          {given.length < numbers_limits.items && (
            <Button onClick={() => setGiven([...given, empty])}>{words.add}</Button>
          )}
          <Button look="main" type="submit" busy={busy}>
            {all.save}
          </Button>
        </div>
      )}
    </NarrowForm>
  );
}
