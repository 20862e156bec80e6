import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { askSchools } from '#schools/web/schools.ts';
import type { EmergencyReport } from '#tickets/rules/emergency/emergency.ts';
import { Find } from '#ui/floating/aria/Find.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, Nothing, NotYet, toast } from '#ui/ui.ts';
import { askEmergencies, useEmergenciesWords, useMakeTicket, useSetAside } from './asking.ts';
import './emergencies.css';

/** What came through the emergency door: what waits, and what has been dealt with. */
export function EmergenciesPage() {
  const words = useEmergenciesWords();
  const asked = useQuery(askEmergencies());
  const waiting = asked.data?.items.filter(({ ended }) => !ended) ?? [];
  const ended = asked.data?.items.filter(({ ended: end }) => end) ?? [];
  return (
    <WorkPage title={words.title} lead={words.lead}>
      <NotYet asked={asked} lines={6} words={words} />
      {asked.data && (
        <section>
          <h2>{words.waiting}</h2>
          {waiting.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
          {waiting.map(report => (
            <Report key={report.id} report={report} />
          ))}
        </section>
      )}
      {ended.length > 0 && (
        <section>
          <h2>{words.dealt_with}</h2>
          <ul className="lines">
            {ended.map(report => (
              <Ended key={report.id} report={report} />
            ))}
          </ul>
        </section>
      )}
    </WorkPage>
  );
}

/** One that waits: all that was typed, and what to make of it. */
function Report({ report }: { report: EmergencyReport }) {
  const words = useEmergenciesWords();
  const navigate = useNavigate();
  const schools = useQuery(askSchools()).data ?? [];
  const [school, setSchool] = useState(report.likely ? String(report.likely.id) : '');
  const make = useMakeTicket(report.id);
  const aside = useSetAside(report.id);
  const open = () =>
    make.mutate(Number(school), {
      onSuccess: ({ number }) => {
        toast({ text: words.made(number) });
        void navigate({ to: '/desk/tickets/$number', params: { number: String(number) } });
      },
    });
  return (
    <article className="emergency-report" aria-labelledby={`report-${report.id}`}>
      <h3 id={`report-${report.id}`}>
        {words.kinds[report.kind]} ·{' '}
        <time dateTime={report.reported.at} title={report.reported.exact}>
          {report.reported.words}
        </time>
      </h3>
      <p>
        <b>{words.caller(report.caller, report.role && words.roles[report.role])}</b>{' '}
        {words.of(report.school)}
        <br />
        {words.call_back(report.call_back)}
      </p>
      <p className="what">{report.what}</p>
      <p className="quiet t-13">
        {[
          report.when && words.when(report.when),
          report.seen_by && words.seen_by(report.seen_by),
          words.receipt(report.receipt),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="make">
        <Find
          key={schools.length}
          label={words.school}
          hint={words.choose}
          value={school || null}
          options={schools.map(({ id, name, code, town }) => ({
            id: String(id),
            name,
            hint: [code, town].filter(Boolean).join(' · '),
          }))}
          onPick={id => setSchool(id ?? '')}
        />
        <Button look="main" busy={make.isPending} disabled={!school} onClick={open}>
          {words.make}
        </Button>
        <Button onClick={() => aside.mutate(true)}>{words.set_aside}</Button>
      </div>
    </article>
  );
}

function Ended({ report }: { report: EmergencyReport }) {
  const words = useEmergenciesWords();
  const aside = useSetAside(report.id);
  const { ended } = report;
  if (!ended) return null;
  return (
    <li>
      <div className="line-text">
        <p>
          <span className="name">{words.kinds[report.kind]}</span> · {report.caller} {words.of(report.school)}
        </p>
        <p className="quiet t-13">
          {ended.ticket === null ? (
            words.was_set_aside(ended.by, ended.at.words)
          ) : (
            <Link to="/desk/tickets/$number" params={{ number: String(ended.ticket) }}>
              {words.became(ended.ticket, ended.by, ended.at.words)}
            </Link>
          )}
        </p>
      </div>
      {ended.ticket === null && (
        <Button small look="bare" onClick={() => aside.mutate(false)}>
          {words.bring_back}
        </Button>
      )}
    </li>
  );
}
