import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { ConfigurationRequest, MayAsk } from '#configuration/rules/request.ts';
import { Link, navigate, PageHeading } from '#ui/route/router.tsx';
import { Button, Notice, Problem, Skeleton, useDraft, useGet, useSubmit } from '#ui/ui.ts';
import { bodyOf, empty, missingOf, type AskedFields } from '../asked.ts';
import { AskForm } from './AskForm.tsx';
import './ask.css';
import { usePortalWords } from './words.ts';
import { WhoAsks } from './WhoAsks.tsx';

/** A school's form for a change of configuration. What is written is kept until it is sent. */
export function AskConfigurationPage() {
  const words = usePortalWords().ask;
  const { person } = useSession();
  const { data, problem } = useGet<MayAsk>('/api/configuration/asking');
  return (
    <div className="page configuration-ask">
      <div>
        <PageHeading title={words.title} tab={words.title} />
        <p className="second">{words.lead}</p>
        {problem && <Notice tone="bad" title={problem.detail} />}
        {!data && !problem && <Skeleton lines={9} />}
        {data?.may && <Asking key={person.id} />}
        {data && !data.may && (
          <Notice title={data.people.length > 0 ? words.not_you : words.nobody}>
            <WhoAsks people={data.people} />
            <p>
              <Link to="/ask">{words.back}</Link>
            </p>
          </Notice>
        )}
      </div>
      <aside>
        <h2>{words.next_title}</h2>
        <ol>
          {words.next.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </aside>
    </div>
  );
}

function Asking() {
  const words = usePortalWords().ask;
  const { person } = useSession();
  const draft = useDraft(`${person.id}:new:configuration`, empty);
  const { submit, busy, problem } = useSubmit<ConfigurationRequest>();
  const [missing, setMissing] = useState<Problem>();
  const [tried, setTried] = useState<AskedFields>();
  const send = async () => {
    const absent = missingOf(draft.value, words);
    setMissing(absent);
    setTried(draft.value);
    if (absent) return;
    const request = await submit('/api/configuration/requests', bodyOf(draft.value));
    if (!request) return;
    draft.clear();
    navigate(`/tickets/${request.number}?sent=yes`, { replace: true });
  };
  return (
    <>
      {draft.found && draft.value.setting && (
        <Notice title={words.draft}>
          <Button small onClick={draft.clear}>
            {words.discard}
          </Button>
        </Notice>
      )}
      <AskForm
        fields={draft.value}
        change={draft.change}
        problem={missing ?? problem}
        tried={tried}
        busy={busy}
        keeping={draft.keeping}
        send={() => void send()}
      />
    </>
  );
}
