import { Suspense, useState, type FormEvent } from 'react';
import type { ConfigurationRequest } from '#configuration/rules/request.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, Notice, Skeleton, TextArea, useGet, useLive, useSubmit } from '#ui/ui.ts';
import { RequestFacts } from '../shown/RequestFacts.tsx';
import { useConfigurationWords } from '../shown/words.ts';
import './ask.css';
import { usePortalWords } from './words.ts';

/** On the school's ticket: what it asks to change, where that stands, and the way to take it back. */
export function SchoolRequest({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <Suspense fallback={<Skeleton lines={5} />}>
      <Asked number={ticket.number} />
    </Suspense>
  );
}

function Asked({ number }: { number: number }) {
  const words = useConfigurationWords();
  const path = `/api/configuration/requests/${number}`;
  const { data, problem, reload, put } = useGet<ConfigurationRequest>(path);
  useLive(event => event.ticket === number && reload(), reload);
  if (!data)
    return problem ? (
      <Notice tone="bad" title={words.failed}>
        <Button small onClick={reload}>
          {words.again}
        </Button>
      </Notice>
    ) : (
      <Skeleton lines={5} />
    );
  return (
    <RequestFacts request={data}>{data.can['give_up'] && <GiveUp path={path} onDone={put} />}</RequestFacts>
  );
}

function GiveUp({ path, onDone }: { path: string; onDone: (request: ConfigurationRequest) => void }) {
  const words = usePortalWords().part;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { submit, busy, problem, clear } = useSubmit<ConfigurationRequest>();
  if (!open)
    return (
      <p className="no-print">
        <Button small onClick={() => setOpen(true)}>
          {words.give_up}
        </Button>
      </p>
    );
  const close = () => {
    clear();
    setOpen(false);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit(`${path}/giving-up`, { reason });
    if (done) onDone(done);
  };
  return (
    <form className="give-up" noValidate onSubmit={event => void onSubmit(event)}>
      {problem && problem.errors.length === 0 && <Notice tone="bad" title={problem.detail} />}
      <TextArea
        label={words.why}
        rows={2}
        autoFocus
        value={reason}
        error={problem?.of('reason')}
        onChange={event => setReason(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && close()}
      />
      <p className="deeds">
        <Button type="submit" busy={busy}>
          {words.do_it}
        </Button>
        <Button look="bare" onClick={close}>
          {words.cancel}
        </Button>
      </p>
    </form>
  );
}
