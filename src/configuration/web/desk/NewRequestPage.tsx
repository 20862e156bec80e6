import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { ConfigurationRequest } from '#configuration/rules/request.ts';
import { askSchool } from '#schools/web/schools.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, KeptWords, Notice, OtherText, Problem, toast, useDraft, useSubmit } from '#ui/ui.ts';
import { bodyOf, empty, missingOf } from '../asked.ts';
import { useDeskWords } from './asking.ts';
import './desk.css';
import { AskedFieldset } from './AskedFieldset.tsx';
import { WhoFieldset } from './WhoFieldset.tsx';

export const empty_at_desk = { ...empty, school: '', requester: '', channel: 'phone', inside: '' };
export type DeskFields = Record<keyof typeof empty_at_desk, string>;

/** A request for a school that called or wrote, or of the iGroup itself. What is written is kept until it is sent. */
export function NewRequestPage() {
  const words = useDeskWords().opening;
  const { person } = useSession();
  const navigate = useNavigate();
  const draft = useDraft(`${person.id}:new:configuration`, empty_at_desk);
  const fields: DeskFields = draft.value;
  const { submit, busy, problem } = useSubmit<ConfigurationRequest>();
  const [missing, setMissing] = useState<Problem>();
  const school = useQuery({ ...askSchool(Number(fields.school)), enabled: Boolean(fields.school) }).data;
  const shown = missing ?? problem;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (shown) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [shown]);
  const send = async () => {
    const absent = missingOf(fields, words);
    setMissing(absent);
    if (absent) return;
    const { school: of, requester, channel, inside, ...asked } = fields;
    const request = await submit('/api/configuration/requests', {
      ...bodyOf(asked),
      ...(of && { school: Number(of) }),
      ...(inside ? { inside: true } : { channel, ...(requester && { requester: Number(requester) }) }),
    });
    if (!request) return;
    draft.clear();
    toast({ text: words.opened(request.number) });
    void navigate({ to: '/desk/tickets/$number', params: { number: String(request.number) }, search: true });
  };
  return (
    <WorkPage
      above={<Link to="/desk/configuration">{words.back}</Link>}
      title={words.title}
      lead={words.lead}
    >
      <form
        ref={form}
        className="configuration-new"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void send();
        }}
      >
        <WhoFieldset fields={fields} change={draft.change} problem={shown} school={school} />
        <AskedFieldset fields={fields} change={draft.change} problem={shown} />
        <OtherText keeping={draft.keeping} />
        {shown && shown.errors.length === 0 && <Notice tone="bad" title={shown.detail} />}
        <div className="deeds">
          <Button look="main" type="submit" busy={busy}>
            {words.open}
          </Button>
          <Link to="/desk/configuration" className="button bare">
            {words.cancel}
          </Link>
          <KeptWords keeping={draft.keeping} />
        </div>
      </form>
    </WorkPage>
  );
}
