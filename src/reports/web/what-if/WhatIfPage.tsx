import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import type { Trying, TryingFrom } from '#reports/rules/statements/statement.ts';
import { priorities, promised_clocks, type Targets } from '#sla/rules/targets.ts';
import { weekday_names } from '#sla/rules/words.ts';
import { hoursOf, weekOf, type Week } from '#ui/parts/week.ts';
import { WeekField } from '#ui/parts/WeekField.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, CheckBox, ErrorSummary, Notice, NotYet, Problem, TextField, useLang } from '#ui/ui.ts';
import { askBeginning, tryAll, useWhatIfWords, type Trial } from './asking.ts';
import { DaysField, WorkedField } from './DaysField.tsx';
import { holidaysIn, takenIn, type OwnDays } from './own-days.ts';
import { TrialShown } from './TrialShown.tsx';
import './what-if.css';

/** For the coordinator: other targets, hours or days, tried on tickets that were. */
export function WhatIfPage() {
  const words = useWhatIfWords();
  const asked = useQuery(askBeginning());
  return (
    <WorkPage
      above={
        <Link to="/desk/statements/$" params={{ _splat: '' }} search={{}}>
          {words.statements}
        </Link>
      }
      title={words.title}
      lead={words.lead}
    >
      <NotYet asked={asked} lines={8} words={words} />
      {asked.data && <TrialForm beginning={asked.data} />}
    </WorkPage>
  );
}

type Hours = Record<keyof Targets, Record<'response' | 'resolution', string>>;

function TrialForm({ beginning }: { beginning: TryingFrom }) {
  const words = useWhatIfWords();
  const [days, setDays] = useState({ from: beginning.from, until: beginning.until });
  const [hours, setHours] = useState<Hours>(() => hoursFrom(beginning.targets as Targets));
  const [week, setWeek] = useState<Week | null>(null);
  const [own, setOwn] = useState<OwnDays | null>(null);
  const [worked, setWorked] = useState<readonly string[]>([]);
  const [trial, setTrial] = useState<{ of: typeof days; trial: Trial }>();
  const [problem, setProblem] = useState<Problem>();
  const [wrong, setWrong] = useState(false);
  const running = useRef<AbortController>(undefined);
  const [busy, setBusy] = useState(false);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    const targets = targetsFrom(hours);
    setWrong(targets === undefined);
    setProblem(undefined);
    // A day that is still being written is meant as well.
    const taken = own && takenIn(own);
    setOwn(taken);
    if (targets === undefined || taken?.adding || busy) return;
    const trying: Omit<Trying, 'after'> = {
      ...{ ...days, targets, week: week && hoursOf(week) },
      days: taken && { how: taken.how, days: taken.days },
      worked: holidaysIn(days).flatMap(({ date }) => (worked.includes(date) ? [date] : [])),
    };
    running.current = new AbortController();
    setBusy(true);
    setTrial(undefined);
    try {
      await tryAll(trying, running.current.signal, trial => setTrial({ of: days, trial }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <form className="what-if" noValidate onSubmit={event => void start(event)}>
        <ErrorSummary
          problem={problem}
          fields={{
            from: { id: 'try-from', label: words.from },
            until: { id: 'try-until', label: words.until },
            days: { id: 'try-days', label: words.other_days },
          }}
        />
        <fieldset className="days">
          <legend>{words.span}</legend>
          {(['from', 'until'] as const).map(end => (
            <TextField
              key={end}
              id={`try-${end}`}
              type="date"
              label={words[end]}
              value={days[end]}
              error={problem?.of(end)}
              onChange={event => setDays({ ...days, [end]: event.target.value })}
            />
          ))}
        </fieldset>
        <TargetFields hours={hours} onChange={setHours} />
        <HoursField beginning={beginning} week={week} onChange={setWeek} error={problem?.of('week')} />
        <DaysField
          span={days}
          standing={beginning.days}
          own={own}
          onChange={setOwn}
          error={problem?.of('days')}
        />
        <WorkedField span={days} worked={worked} onChange={setWorked} />
        {wrong && <Notice tone="bad" title={words.not_hours} />}
        <div className="deeds">
          <Button look="main" type="submit" busy={busy}>
            {words.run}
          </Button>
          {busy && <Button onClick={() => running.current?.abort()}>{words.stop}</Button>}
        </div>
      </form>
      {trial && <TrialShown of={trial.of} trial={trial.trial} busy={busy} />}
      <section aria-labelledby="limits">
        <h2 id="limits">{words.limits_title}</h2>
        <ul className="limits">
          {words.limits.map(limit => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function TargetFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const words = useWhatIfWords();
  return (
    <fieldset>
      <legend>{words.targets}</legend>
      <table className="work-table">
        <thead>
          <tr>
            <th scope="col">{words.priority}</th>
            {promised_clocks.map(clock => (
              <th key={clock} scope="col">
                {words.clocks[clock]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorities.map(priority => (
            <tr key={priority}>
              <th scope="row">{priority}</th>
              {promised_clocks.map(clock => (
                <td key={clock}>
                  <input
                    className="control"
                    inputMode="decimal"
                    aria-label={words[clock](priority)}
                    value={hours[priority][clock]}
                    onChange={event =>
                      onChange({ ...hours, [priority]: { ...hours[priority], [clock]: event.target.value } })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

interface HoursProps {
  beginning: TryingFrom;
  week: Week | null;
  onChange: (week: Week | null) => void;
  error: string | undefined;
}

function HoursField({ beginning, week, onChange, error }: HoursProps) {
  const words = useWhatIfWords();
  const [lang] = useLang();
  return (
    <div>
      <CheckBox
        label={words.other_hours}
        checked={week !== null}
        onChange={event => onChange(event.target.checked ? weekOf(beginning.week) : null)}
      />
      {week && (
        <WeekField
          days={weekday_names[lang]}
          week={week}
          words={{ ...words, from: words.from_at, until: words.until_at }}
          onChange={onChange}
        />
      )}
      {error && <p className="error">{error}</p>}
    </div>
  );
}

const each = <T,>(of: (priority: keyof Targets, clock: 'response' | 'resolution') => T) =>
  Object.fromEntries(
    priorities.map(priority => [
      priority,
      { response: of(priority, 'response'), resolution: of(priority, 'resolution') },
    ]),
  ) as Record<keyof Targets, Record<'response' | 'resolution', T>>;

const hoursFrom = (targets: Targets): Hours =>
  each((priority, clock) => String(Math.round((100 * targets[priority][clock]) / 60) / 100));

/** Minutes; undefined where one is no length of time. A comma is as good as a point. */
function targetsFrom(hours: Hours): Targets | undefined {
  const targets = each((priority, clock) =>
    Math.round(60 * Number(hours[priority][clock].trim().replace(',', '.') || Number.NaN)),
  );
  const all = Object.values(targets).flatMap(({ response, resolution }) => [response, resolution]);
  return all.every(minutes => minutes >= 1) ? targets : undefined;
}
