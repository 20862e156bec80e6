import { useState } from 'react';
import type { Exceptions } from '#exceptions/rules/exception.ts';
import { useLooked } from '#ui/net/use-looked.ts';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { buttonClass, CheckBox, Nothing, NotYet, ProgressLine, useGet, useLive } from '#ui/ui.ts';
import { ExceptionLine } from '../ExceptionLine.tsx';
import { useExceptionWords } from '../words.ts';
import { TakeBack } from './TakeBack.tsx';
import '../exceptions.css';

const most = 200;

/** The school's own exceptions, and those that stand for every school. */
export function OwnExceptionsPage() {
  const words = useExceptionWords();
  const [over, setOver] = useState(false);
  const asked = useGet<Exceptions>(`/api/exceptions?limit=${most}&show=${over ? 'all' : 'now'}`);
  useLive(({ kind }) => kind.startsWith('exception_') && asked.reload(), asked.reload);
  const { data, problem } = asked;
  useLooked('/api/exceptions/look', data !== undefined);
  return (
    <div className="page spaced">
      <ProgressLine when={asked.loading} />
      <header>
        <PageHeading title={words.title} tab={words.title} />
        <a className={buttonClass({ small: true })} href="/api/exceptions/file?show=all" download>
          {words.as_file}
        </a>
      </header>
      <p className="second">{words.lead_own}</p>
      <CheckBox label={words.show_over} checked={over} onChange={({ target }) => setOver(target.checked)} />
      {!data && <NotYet asked={{ data, error: problem, refetch: asked.reload }} lines={6} words={words} />}
      {data?.items.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
      {data && data.items.length > 0 && (
        <ul className="sheet exception-list">
          {data.items.map(exception => (
            <ExceptionLine
              key={exception.id}
              exception={exception}
              ticket={toTicket}
              where={exception.school ? undefined : words.every_school}
              deeds={exception.can.withdraw && <TakeBack exception={exception} onDone={asked.reload} />}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

export const toTicket = (number: number, name: string) => <Link to={`/tickets/${number}`}>{name}</Link>;
