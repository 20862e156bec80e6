import { useId, useState } from 'react';
import { Button, Notice, toast, useSubmit } from '#ui/ui.ts';
import { useCalendarWords, type CalendarOf, type ShownCalendar, type ShownDifference } from './shown.ts';

const most_bytes = 1_000_000;

/** A calendar file: first its difference, then, when somebody says so, what was shown. */
export function ImportFile({ of, onSaved }: { of: CalendarOf; onSaved: (calendar: ShownCalendar) => void }) {
  const words = useCalendarWords();
  const id = useId();
  const comparing = useSubmit<ShownDifference>();
  const doing = useSubmit<ShownCalendar>();
  const [text, setText] = useState('');
  const [difference, setDifference] = useState<ShownDifference>();
  const [too_large, setTooLarge] = useState(false);
  const pick = async (file: File | undefined) => {
    setDifference(undefined);
    comparing.clear();
    doing.clear();
    setTooLarge(file !== undefined && file.size > most_bytes);
    if (!file || file.size > most_bytes) return;
    const read = await file.text();
    setText(read);
    setDifference(await comparing.submit(`${of.days}/comparisons`, { text: read }));
  };
  const apply = async () => {
    const saved = await doing.submit(`${of.days}/imports`, { text, seen: difference!.seen });
    if (!saved) return setDifference(await comparing.submit(`${of.days}/comparisons`, { text }));
    toast({ text: words.applied });
    setDifference(undefined);
    onSaved(saved);
  };
  const problem = doing.problem ?? comparing.problem;
  const wrong = too_large ? words.too_large : problem && (problem.of('text') ?? problem.detail);
  return (
    <details className="import-days">
      <summary>{words.import}</summary>
      <p className="second t-13" id={`${id}-hint`}>
        {words.import_hint}
      </p>
      <label htmlFor={id}>{words.file}</label>
      <input
        id={id}
        type="file"
        accept=".ics,text/calendar"
        aria-describedby={`${id}-hint`}
        onChange={event => void pick(event.target.files?.[0])}
      />
      <div role="status">
        {wrong && <Notice tone="bad" title={wrong} />}
        {difference && <Difference of={difference} />}
      </div>
      {difference && difference.added.length + difference.changed.length + difference.gone.length > 0 && (
        <div className="deeds">
          <Button look="main" busy={doing.busy} onClick={() => void apply()}>
            {words.apply}
          </Button>
          <Button look="bare" onClick={() => setDifference(undefined)}>
            {words.cancel}
          </Button>
        </div>
      )}
    </details>
  );
}

function Difference({ of: { added, changed, gone, same, left_out } }: { of: ShownDifference }) {
  const words = useCalendarWords();
  const line = ({ name, words: days }: { name: string; words: string }) => `${name}, ${days}`;
  const parts = [
    { title: words.would_add(added.length), lines: added.map(line) },
    {
      title: words.would_change(changed.length),
      lines: changed.map(({ from, to }) => `${line(from)} ${words.becomes} ${line(to)}`),
    },
    { title: words.would_go(gone.length), lines: gone.map(line) },
    {
      title: words.left_out(left_out.length),
      lines: left_out.map(each => `${line(each)}: ${words.why[each.why] ?? ''}`),
    },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <section className="difference" aria-label={words.difference}>
      {added.length + changed.length + gone.length === 0 && <p>{words.no_change}</p>}
      {parts.map(({ title, lines }) => (
        <div key={title}>
          <h4>{title}</h4>
          <ul>
            {lines.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
      {same > 0 && <p className="quiet t-13">{words.same(same)}</p>}
    </section>
  );
}
