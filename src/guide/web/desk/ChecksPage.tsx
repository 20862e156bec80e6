import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { Check } from '#guide/rules/check.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, ExactField, Nothing, NotYet, Problem, Time } from '#ui/ui.ts';
import type { ChecksSearch } from '../search.ts';
import { askChecks, askCode, useChecksLive, useGuideWords } from './asking.ts';
import { MeasuredShown, ReadingShown } from './ReadingShown.tsx';

/** A code that is read out over the telephone, and the newest runs that were sent. */
export function ChecksPage() {
  const words = useGuideWords().checks;
  const { code }: ChecksSearch = useSearch({ strict: false });
  useChecksLive();
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        <Link to="/desk/guide" search={{}}>
          {words.edit}
        </Link>
      }
    >
      <CodeForm key={code} code={code ?? ''} />
      {code && <Said code={code} />}
      <Newest />
    </WorkPage>
  );
}

function CodeForm({ code }: { code: string }) {
  const words = useGuideWords().checks;
  const navigate = useNavigate();
  const [typed, setTyped] = useState(code);
  const { error } = useQuery({ ...askCode(code), enabled: code !== '' });
  const read = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) void navigate({ to: '/desk/checks', search: { code: typed.trim() } });
  };
  return (
    <form className="code-form" onSubmit={read}>
      <ExactField
        label={words.code}
        hint={words.code_hint}
        error={error instanceof Problem ? (error.errors?.[0]?.sentence ?? error.detail) : undefined}
        maxLength={80}
        autoFocus={code === ''}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <Button look="main" type="submit">
        {words.read}
      </Button>
    </form>
  );
}

function Said({ code }: { code: string }) {
  const words = useGuideWords().checks;
  const { data } = useQuery(askCode(code));
  if (!data) return null;
  return (
    <section className="sheet code-said" aria-live="polite">
      <h2>{words.said(data.code)}</h2>
      <ReadingShown reading={data} />
      <p className="quiet t-13">{words.version(data.version)}</p>
      {data.kept.length > 0 && <h3>{words.kept}</h3>}
      {data.kept.map(check => (
        <div key={check.id}>
          <About check={check} />
          <MeasuredShown check={check} />
        </div>
      ))}
    </section>
  );
}

/** Whose run it is, when, and its ticket. */
function About({ check }: { check: Check }) {
  const words = useGuideWords().checks;
  return (
    <p className="t-13 second">
      {check.school.name} · {check.person.name} · <Time moment={check.kept} /> ·{' '}
      {check.ticket === null ? (
        words.no_ticket
      ) : (
        <Link to="/desk/tickets/$number" params={{ number: String(check.ticket) }} search={true}>
          {words.ticket(check.ticket)}
        </Link>
      )}
    </p>
  );
}

function Newest() {
  const words = useGuideWords().checks;
  const asked = useQuery(askChecks());
  const items = asked.data?.items;
  return (
    <section>
      <h2>{words.newest}</h2>
      <NotYet asked={asked} lines={6} words={words} />
      {items?.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
      <ul className="lines">
        {items?.map(check => (
          <li key={check.id}>
            <span className="line-text">
              <Link to="/desk/checks" search={{ code: check.code }} className="name">
                {check.ending?.title ?? `${words.stopped}: ${check.stopped_at ?? ''}`}
              </Link>
              <About check={check} />
            </span>
            {check.ending && <span className="quiet t-13">{check.ending.owner_words}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
