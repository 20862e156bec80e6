import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, type RefObject } from 'react';
import { askSchool } from '#schools/web/schools.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { FileField, useCatchFiles, useDraftFiles } from '#ui/files.ts';
import { Button, KeptWords, OtherText, Problem, toast, useSubmit } from '#ui/ui.ts';
import { useOpeningValues } from '../fields/OpeningCustomFields.tsx';
import { StartFrom } from '../templates/StartFrom.tsx';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { usePageName } from '#ui/parts/WorkPage.tsx';
import { Refused } from '../write/Refused.tsx';
import { useSendKeys } from '../write/use-send-keys.ts';
import { useFields } from '../write/use-fields.ts';
import { openingOf, valueOf } from './opened.ts';
import { SlipField } from './slips/SlipField.tsx';
import { AboutFields } from './OpeningFields.tsx';
import { peopleOf, WhoFields } from './WhoFields.tsx';
import { useOpeningWords } from './words/use-words.ts';
import './new-ticket.css';

/** A ticket for a school that phoned or wrote a letter, or inside about one: who asks, then what it is about. */
export function NewTicketPage() {
  const words = useOpeningWords();
  const navigate = useNavigate();
  const changed = useTicketChanged();
  const [fields, set, clear, keeping] = useFields('new', 'opening');
  const files = useDraftFiles(fields['files'] ?? '', next =>
    set(now => ({ files: next(now['files'] ?? '') })),
  );
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const school = useQuery({
    ...askSchool(Number(fields['school'])),
    enabled: Boolean(fields['school']),
  }).data;
  const values = useOpeningValues();
  const inside = valueOf(fields, 'inside') === 'yes';
  const title = inside ? words.title_inside : words.title;
  usePageName(title);

  const open = async () => {
    if (busy || files.pending) return;
    const ticket = await submit('/api/tickets', {
      ...openingOf(fields, files.ids),
      ...values(fields),
    });
    if (!ticket) return;
    clear();
    changed(ticket);
    // Its own computer was quicker: nobody else wrote it down.
    const was_here = fields['slip'] && ticket.came === null;
    toast({ text: was_here ? words.slip.was_here(ticket.number) : words.opened(ticket.number) });
    void navigate({ to: '/desk/tickets/$number', params: { number: String(ticket.number) }, search: true });
  };
  const form = useSendKeys({ send: () => void open() });
  useFocusOnRefusal(form, problem);
  return (
    <section className={inside ? 'new-ticket inside' : 'new-ticket'} aria-labelledby="new-ticket-title">
      <form
        ref={form}
        noValidate
        {...useCatchFiles(files)}
        onSubmit={event => {
          event.preventDefault();
          void open();
        }}
      >
        <h1 id="new-ticket-title">{title}</h1>
        <StartFrom fields={fields} set={set} />
        {!inside && <SlipField fields={fields} set={set} />}
        <WhoFields fields={fields} set={set} problem={problem} school={school} />
        <AboutFields fields={fields} set={set} problem={problem} people={peopleOf(school)} />
        <OtherText keeping={keeping} />
        <FileField files={files} small />
        <Refused
          sentence={problem && problem.errors.length === 0 ? problem.detail : undefined}
          status={undefined}
        />
        <div className="go">
          <KeptWords keeping={keeping} />
          <Button look="bare" onClick={() => void navigate({ to: '/desk', search: true })}>
            {words.cancel}
          </Button>
          <Button look="main" type="submit" busy={busy}>
            {inside ? words.open_inside : school ? words.open_for(school.name) : words.open}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** The first field that was refused is where to go on. */
function useFocusOnRefusal(form: RefObject<HTMLFormElement | null>, problem: Problem | undefined): void {
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [form, problem]);
}
