import { useSession } from '#accounts/web/accounts.tsx';
import type { PeopleOfSchool } from '#schools/rules/people.ts';
import type { Register } from '#rights/rules/register.ts';
import type { RightsRequest } from '#rights/rules/request.ts';
import { navigate, PageHeading, useRoute } from '#ui/route/router.tsx';
import { Button, Notice, OtherText, toast, useDraft, useGet, useSubmit } from '#ui/ui.ts';
import { bodyOf, RightsForm, unwritten } from '../RightsForm.tsx';
import { useRightsWords } from '../words.ts';
import { WhoAsks } from './WhoAsks.tsx';

/** The form of its own, for the school's security contact and lead; to everybody else it says who they are. */
export function AskRightsPage() {
  const words = useRightsWords();
  const { person, can } = useSession();
  const { query } = useRoute();
  return (
    <div className="page rights-page" key={query.toString()}>
      <PageHeading title={words.ask} tab={`${words.ask} · Firstline`} />
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
  // What a line of the register leads here with goes before what was left behind.
  const named = register?.items.find(({ id }) => String(id) === query.get('right'));
  const led = draft.value.right === '' &&
    named && {
      action: query.get('action') === 'remove' ? 'remove' : 'change',
      right: String(named.id),
      kind: named.kind,
      words: named.words ?? '',
      at_schools: named.at_schools ?? '',
    };
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
        change={more => draft.change({ ...led, ...more })}
        people={people.filter(({ left }) => !left)}
        register={register}
        problem={problem}
        busy={busy}
        send={() => void send()}
      />
    </>
  );
}
