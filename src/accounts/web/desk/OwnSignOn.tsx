import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SignOnOffer } from '#accounts/rules/sign-on.ts';
import { useDeparture } from '#accounts/web/welcome/use-departure.ts';
import { api, attempt, Button, Notice, useGet } from '#ui/ui.ts';
import { askOwnSignOn, usePeopleWords } from './accounts.ts';

/** One's own account at the provider: linked while one is signed in, or unlinked. Nothing where there is no provider. */
export function OwnSignOn() {
  return (
    <>
      <CameBack />
      <OwnAccount />
    </>
  );
}

function OwnAccount() {
  const words = usePeopleWords().own;
  const client = useQueryClient();
  const { data } = useQuery(askOwnSignOn());
  const { leave, busy, problem } = useDeparture();
  const unbind = (id: number) =>
    attempt(
      async () => {
        await api.delete(`/api/sign-on/subjects/${id}`);
        return words.unbound;
      },
      () => client.invalidateQueries({ queryKey: ['sign-on'] }),
    );
  if (!data || (data.label === null && data.bound === null)) return null;
  const { label, bound } = data;
  return (
    <section>
      <h2>{words.title}</h2>
      {problem && <Notice tone="bad" title={problem.detail} />}
      <p>
        {bound ? (label ? words.bound(label, bound.seen_as) : words.bound_off) : words.bind_hint(label!)}{' '}
        {bound ? (
          <Button small onClick={() => void unbind(bound.id)}>
            {words.unbind}
          </Button>
        ) : (
          <Button small icon="link" busy={busy} onClick={() => leave({ purpose: 'binding' })}>
            {words.bind(label!)}
          </Button>
        )}
      </p>
    </section>
  );
}

/** How the way to the provider ended, said once: the address forgets it. */
function CameBack() {
  const words = usePeopleWords().own;
  const [reason] = useState(() => new URLSearchParams(location.search).get('sign_on'));
  const failed = reason !== null && reason !== 'bound';
  const { data } = useGet<SignOnOffer>(failed ? `/api/sign-on?reason=${encodeURIComponent(reason)}` : null);
  useEffect(() => {
    if (reason !== null) history.replaceState(history.state, '', location.pathname);
  }, [reason]);
  if (reason === 'bound') return <Notice tone="good">{words.bound_now}</Notice>;
  return data?.said ? <Notice tone="bad" title={data.said} /> : null;
}
