import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { askSchool, askSchools } from '#schools/web/schools.ts';
import type { Register } from '#rights/rules/register.ts';
import type { RightsRequest } from '#rights/rules/request.ts';
import { asksForSchool } from '#rights/rules/policy.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { OtherText, Select, toast, useDraft, useGet, useSubmit } from '#ui/ui.ts';
import { bodyOf, ledBy, RightsForm, unwritten } from '../RightsForm.tsx';
import { useRightsWords } from '../words.ts';

const empty = { ...unwritten, school: '', requester: '' };

/** A keeper asks in the name of a school's security contact or lead, who is named. */
export function AskOnBehalfPage() {
  const words = useRightsWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/desk/rights/new' });
  const { person } = useSession();
  const draft = useDraft(`${person.id}:new:rights`, empty);
  const schools = useQuery(askSchools()).data ?? [];
  const [touched, setTouched] = useState(false);
  const chosen = (!touched && search.school) || draft.value.school;
  const school = useQuery({ ...askSchool(Number(chosen)), enabled: chosen !== '' }).data;
  const register = useGet<Register>(chosen ? `/api/rights?limit=200&school=${chosen}` : null).data;
  const { submit, busy, problem } = useSubmit<RightsRequest>();
  const people = (school?.people ?? []).filter(({ left }) => !left);
  const asking = people.filter(({ roles }) => asksForSchool(roles));
  const led = touched ? undefined : ledBy(register, search.right, search.action);
  const requester = draft.value.requester || (asking.length === 1 ? String(asking[0]!.id) : '');
  const written = { ...draft.value, ...led };
  const change = (more: Partial<typeof empty>) => {
    draft.change({ school: chosen, ...led, ...more });
    setTouched(true);
  };
  const send = async () => {
    const asked = await submit('/api/rights/requests', {
      ...bodyOf(written, register?.today),
      ...(chosen && { school: Number(chosen) }),
      ...(requester && { requester: Number(requester) }),
    });
    if (!asked) return;
    draft.clear();
    toast({ text: words.sent });
    void navigate({ to: '/desk/tickets/$number', params: { number: String(asked.ticket) } });
  };
  return (
    <WorkPage
      above={
        <Link to="/desk/rights" search={{}}>
          {words.back}
        </Link>
      }
      title={words.on_behalf}
      lead={words.on_behalf_lead}
    >
      <OtherText keeping={draft.keeping} />
      <RightsForm
        written={written}
        change={change}
        people={people}
        register={register}
        problem={problem}
        busy={busy}
        send={() => void send()}
        above={
          <>
            <Select
              id="rights-school"
              label={words.school}
              error={problem?.of('school')}
              value={chosen}
              onChange={({ target }) =>
                change({ school: target.value, requester: '', person: '', right: '' })
              }
            >
              <option value="">{words.choose}</option>
              {schools.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
            <Select
              id="rights-requester"
              label={words.requester}
              hint={words.requester_hint}
              error={problem?.of('requester')}
              value={requester}
              onChange={({ target }) => change({ requester: target.value })}
            >
              <option value="">{words.choose}</option>
              {asking.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </>
        }
      />
    </WorkPage>
  );
}
