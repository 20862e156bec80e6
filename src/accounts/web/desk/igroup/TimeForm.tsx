import { useState } from 'react';
import type { Igroup } from '#accounts/rules/igroup/igroup.ts';
import { weekday_names } from '#sla/rules/words.ts';
import { zone_labels } from '#sla/rules/zones.ts';
import { hoursOf, usual_week, weekOf, type Week } from '#ui/parts/week.ts';
import { WeekField } from '#ui/parts/WeekField.tsx';
import { Button, ErrorSummary, Notice, Select, useLang } from '#ui/ui.ts';
import { useIgroupWords } from './asking.ts';
import { PartsOfHours } from './beside-hours.tsx';
import { NarrowForm } from '../NarrowForm.tsx';
import { useSaving } from './use-saving.ts';

/** In which zone and at which hours the desk works, from now on. */
export function TimeForm({ igroup }: { igroup: Igroup }) {
  const all = useIgroupWords();
  const words = all.time;
  const [lang] = useLang();
  const { time, can } = igroup;
  const [zone, setZone] = useState(time.zone);
  const [week, setWeek] = useState<Week>(() => weekOf(time.week));
  const { save, busy, problem, meanwhile } = useSaving('/api/igroup/time', each => each.time.version, igroup);
  const submit = () => save({ zone, week: hoursOf(week) }, saved => words.saved(saved.time.words));
  if (!can.change)
    return (
      <>
        <p>
          {time.words} · {time.zone_words}
        </p>
        <p className="quiet t-13">{all.look_only}</p>
      </>
    );
  return (
    <NarrowForm submit={submit}>
      <ErrorSummary
        problem={problem}
        fields={{
          zone: { id: 'igroup-zone', label: words.zone },
          week: { id: 'igroup-week', label: words.title },
        }}
      />
      {meanwhile && (
        <Notice title={all.meanwhile}>
          <p>
            {meanwhile.time.words} · {meanwhile.time.zone_words}
          </p>
          <p className="t-13">{all.meanwhile_hint}</p>
        </Notice>
      )}
      <Select
        id="igroup-zone"
        label={words.zone}
        value={zone}
        error={problem?.of('zone')}
        onChange={event => setZone(event.target.value)}
      >
        {Object.entries(zone_labels).map(([value, names]) => (
          <option key={value} value={value}>
            {names[lang]}
          </option>
        ))}
      </Select>
      <p className="second t-13">{words.hint}</p>
      <div id="igroup-week" tabIndex={-1}>
        <WeekField days={weekday_names[lang]} week={week} words={words} onChange={setWeek} />
      </div>
      <p className="second t-13">{words.effect}</p>
      <PartsOfHours zone={zone} week={hoursOf(week)} />
      <div className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {all.save}
        </Button>
        <Button onClick={() => setWeek(usual_week)}>{words.usual}</Button>
      </div>
      <p className="quiet t-13">
        {time.said ? words.said_by(time.said.by, time.said.at.words) : words.not_said}
      </p>
    </NarrowForm>
  );
}
