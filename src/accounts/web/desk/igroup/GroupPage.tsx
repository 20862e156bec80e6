import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Igroup } from '#accounts/rules/igroup/igroup.ts';
import { CalendarEditor } from '#ui/calendar/CalendarEditor.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { NotYet } from '#ui/ui.ts';
import { usePeopleWords } from '../accounts.ts';
import { askIgroup, useIgroupLive, useIgroupWords } from './asking.ts';
import { NamesForm } from './NamesForm.tsx';
import { NumbersForm } from './NumbersForm.tsx';
import { TimeForm } from './TimeForm.tsx';

const desk_calendar = {
  ...{ calendar: '/api/igroup/calendar', days: '/api/igroup/days' },
  ...{ with_hours: true, heard: 'desk_days' },
};

/** What the group is called and when its desk works: where it is changed after the first run. */
export function GroupPage() {
  const words = useIgroupWords();
  const { settings } = usePeopleWords().sign_on;
  useIgroupLive();
  const asked = useQuery(askIgroup());
  return (
    <WorkPage above={<Link to="/desk/settings">{settings}</Link>} title={words.title} lead={words.lead}>
      <NotYet asked={asked} lines={8} />
      {asked.data && (
        <>
          <section>
            <h2>{words.names.title}</h2>
            <NamesForm igroup={asked.data} />
          </section>
          <section>
            <h2>{words.numbers.title}</h2>
            <p className="second t-13">{words.numbers.lead}</p>
            <NumbersForm igroup={asked.data} />
          </section>
          <section>
            <h2>{words.time.title}</h2>
            <TimeForm igroup={asked.data} />
            <Before igroup={asked.data} />
          </section>
          <section>
            <h2>{words.calendar}</h2>
            <p className="second t-13">{words.calendar_lead}</p>
            <CalendarEditor of={desk_calendar} />
          </section>
        </>
      )}
    </WorkPage>
  );
}

function Before({ igroup: { before } }: { igroup: Igroup }) {
  const words = useIgroupWords().time;
  if (before.length === 0) return null;
  return (
    <details>
      <summary className="quiet">{words.before}</summary>
      <ul className="lines">
        {before.map(({ words: hours, zone_words, until }) => (
          <li key={until.at}>
            <span className="line-text">
              {hours} · {zone_words}
              <br />
              <span className="quiet t-13">{words.until_when(until.words)}</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
