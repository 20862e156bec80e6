import { useEffect, useRef, useState } from 'react';
import type { RightsRequest } from '#rights/rules/request.ts';
import type { PeopleOfSchool } from '#schools/rules/people.ts';
import { Button, useGet, useSubmit } from '#ui/ui.ts';
import { bodyOf, RightsForm, writtenOf, type Written } from './RightsForm.tsx';
import { useRightsWords } from './words.ts';

interface EditRequestProps {
  request: RightsRequest;
  close: () => void;
  edited: (after: RightsRequest) => void;
}

/** On a ticket’s page: what is asked for, said anew in the form in which it was asked. */
export function EditRequest({ request: asked, close, edited }: EditRequestProps) {
  const words = useRightsWords();
  // As it was when the form was opened: the server refuses it where somebody else has changed it since.
  const [request] = useState(asked);
  const [written, setWritten] = useState<Written>(() => writtenOf(request));
  const people = useGet<PeopleOfSchool>(`/api/schools/${request.school.id}/people`).data?.items ?? [];
  const { submit, busy, problem } = useSubmit<RightsRequest>('put');
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), []);
  const send = async () => {
    const after = await submit(`/api/rights/requests/${request.ticket}`, {
      ...bodyOf(written, undefined),
      edits: request.edits,
    });
    if (after) edited(after);
  };
  return (
    <div ref={form}>
      <RightsForm
        fixed
        written={written}
        change={more => setWritten({ ...written, ...more })}
        people={people.filter(({ left, id }) => !left || id === request.holder.person)}
        register={undefined}
        problem={problem}
        busy={busy}
        send={() => void send()}
        beside={
          <Button look="bare" onClick={close}>
            {words.cancel}
          </Button>
        }
      />
    </div>
  );
}
