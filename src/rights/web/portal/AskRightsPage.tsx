import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { PeopleOfSchool } from '#schools/rules/people.ts';
import type { Register } from '#rights/rules/register.ts';
import type { RightsRequest } from '#rights/rules/request.ts';
import { navigate, PageHeading, useRoute } from '#ui/route/router.tsx';
import { Button, Notice, OtherText, toast, useDraft, useGet, useSubmit } from '#ui/ui.ts';
import { bodyOf, ledBy, RightsForm, unwritten } from '../RightsForm.tsx';
import { useRightsWords } from '../words.ts';
import { WhoAsks } from './WhoAsks.tsx';

/** The form of its own, for the school's security contact and lead; to everybody else it says who they are. */
export function AskRightsPage() {
  const words = useRightsWords();
  const { person, can } = useSession();
  const { query } = useRoute();
  return (
    <div className="page spaced rights-page" key={query.toString()}>
      <PageHeading title={words.ask} tab={words.ask} />
      {can.see_rights ? <Form person={person.id} query={query} /> : <WhoAsks />}
    </div>
  );
}

function Form({ person, query }: { person: number; query: URLSearchParams }) {
  const words = useRightsWords();
  const { school } = useSession();
  const draft = useDraft(`${person}:new:rights`, unwritten);
  const register = useGet<Register>('/api/rights?limit=200').data;
  const people = useGet<PeopleOfSchool>(`/api/schools/${school?.id ?? 0}/people`).data?.items ?? [];
  const { submit, busy, problem } = useSubmit<RightsRequest>();
  const [touched, setTouched] = useState(false);
  const led = touched ? undefined : ledBy(register, query.get('right'), query.get('action'));
  const written = { ...draft.value, ...led };
  const send = async () => {
    const asked = await submit('/api/rights/requests', bodyOf(written, register?.today));
    if (!asked) return;
    draft.clear();
    toast({ text: words.sent });
    navigate(`/tickets/${asked.ticket}`, { replace: true });
  };
  return (
    <>
      <p className="second">{words.ask_lead}</p>
      {draft.found && draft.value.why && (
        <Notice title={words.draft}>
          <Button small onClick={draft.clear}>
            {words.discard}
          </Button>
        </Notice>
      )}
      <OtherText keeping={draft.keeping} />
      <RightsForm
        written={written}
        change={more => {
          draft.change({ ...led, ...more });
          setTouched(true);
        }}
        people={people.filter(({ left }) => !left)}
        register={register}
        problem={problem}
        busy={busy}
        send={() => void send()}
      />
    </>
  );
}
