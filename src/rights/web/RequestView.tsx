import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { calledIn } from '#rights/rules/words.ts';
import type { RightsRequest } from '#rights/rules/request.ts';
import { Button, Notice, TextArea, TextField, Time, useLang } from '#ui/ui.ts';
import { EditRequest } from './EditRequest.tsx';
import type { OfRequest, OwnDeed } from './use-request.ts';
import { useRightsWords } from './words.ts';
import './rights.css';

/** On a ticket's page: what it asks for, for whom, where that stands, and what this person can do now. */
export function RequestView({ of }: { of: OfRequest }) {
  const words = useRightsWords();
  const { request, deeds, open, start, busy, problem } = of;
  if (!request) return null;
  const ending = request.state === 'ending';
  return (
    <section className="rights-request sheet" aria-labelledby="rights-request">
      <header>
        <h2 id="rights-request">{ending ? words.ending : words.asks[request.action]}</h2>
        <span className={`rights-state ${request.state}`}>{words.states[request.state]}</span>
      </header>
      {ending && request.ends && <p>{words.ending_says(request.ends.words)}</p>}
      <Facts request={request} why_said={of.why_said} />
      {request.edited && request.can.refuse && <Notice title={words.was_edited} />}
      {request.touches_more && <p className="second t-14">{words.touches_more}</p>}
      {request.waits_for_another && <Notice title={words.waits_for_another} />}
      {problem && problem.errors.length === 0 && <Notice tone="bad" title={problem.detail} />}
      {open === 'edit' ? (
        <EditRequest request={request} close={of.close} edited={of.edited} />
      ) : open ? (
        <TextForm key={open} deed={open} of={of} />
      ) : (
        deeds.length > 0 && (
          <div className="deeds">
            {deeds.map((deed, at) => (
              <Button
                key={deed}
                look={at === 0 && !aside.has(deed) ? 'main' : 'plain'}
                busy={busy}
                onClick={() => start(deed)}
              >
                {words.deeds[deed]}
              </Button>
            ))}
          </div>
        )
      )}
    </section>
  );
}

/** What brings a request no further. */
const aside: ReadonlySet<OwnDeed> = new Set(['edit', 'refuse', 'withdraw']);

function Facts({ request, why_said }: { request: RightsRequest; why_said: boolean }) {
  const words = useRightsWords();
  const [lang] = useLang();
  const { holder, asked } = request;
  const by = (given: { by: { name: string }; at: { at: string; words: string; exact: string } } | null) =>
    given && (
      <>
        {given.by.name}, <Time moment={given.at} />
      </>
    );
  const lines: [name: string, value: ReactNode][] = [
    [
      words.for_whom,
      <>
        {holder.name}
        {holder.job && `, ${holder.job}`}
        {holder.left && <b className="rights-mark"> · {words.has_left}</b>}
      </>,
    ],
    [words.what, calledIn(request, lang)],
    [words.which_schools, request.at_schools],
    [words.from_day, request.from.words],
    [words.until_day, request.action !== 'remove' && (request.until?.words ?? words.no_end)],
    [words.because, !why_said && request.why],
    [
      words.asked_by,
      asked ? (
        <>
          {asked.by.id === asked.for.id ? asked.by.name : words.for_name(asked.by.name, asked.for.name)},{' '}
          <Time moment={asked.at} />
        </>
      ) : (
        words.software
      ),
    ],
    [words.edited_by, by(request.edited)],
    [words.prepared_by, by(request.prepared)],
    [words.approved_by, by(request.approved)],
    [
      words.refused_by,
      request.refused && (
        <>
          {by(request.refused)}: {request.refused.because}
        </>
      ),
    ],
    [words.done_by, by(request.done)],
    [words.withdrawn_by, by(request.withdrawn)],
  ];
  return (
    <dl className="rights-facts">
      {lines
        .filter(([, value]) => Boolean(value))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What a deed asks for first: why, and of what is kept until when. */
function TextForm({ deed, of }: { deed: Exclude<OwnDeed, 'edit'>; of: OfRequest }) {
  const words = useRightsWords();
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const keeps = deed === 'keep';
  const send = (event: FormEvent) => {
    event.preventDefault();
    void of.act(deed, keeps ? { why: text, ...(until && { until }) } : { reason: text });
  };
  return (
    <form ref={form} noValidate onSubmit={send} className="rights-form">
      {keeps && (
        <TextField
          type="date"
          label={words.keep_until}
          optional={of.request?.touches_more === false}
          error={of.problem?.of('until')}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      )}
      <TextArea
        rows={3}
        label={deed === 'refuse' || deed === 'withdraw' ? words.reason[deed] : words.keep_why}
        error={of.problem?.of(keeps ? 'why' : 'reason')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="deeds">
        <Button look="main" type="submit" busy={of.busy}>
          {words.deeds[deed]}
        </Button>
        <Button look="bare" onClick={of.close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
