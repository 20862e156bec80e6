import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, Notice, NotYet, Problem, toast } from '#ui/ui.ts';
import { askTokens, usePeopleLive, usePeopleWords, type TokenRow } from './accounts.ts';
import { NewTokenSheet } from './NewTokenSheet.tsx';
import { OwnSignOn } from './OwnSignOn.tsx';

/** One's own way in and one's own tokens for scripts; for administrators everybody's tokens too. */
export function TokensPage() {
  const words = usePeopleWords().tokens;
  usePeopleLive();
  const asked = useQuery(askTokens());
  const { data } = asked;
  const own = data?.filter(({ mine }) => mine) ?? [];
  const others = data?.filter(({ mine }) => !mine) ?? [];
  const soon = own.filter(({ ends_soon }) => ends_soon).length;
  const lines = (tokens: readonly TokenRow[]) => (
    <ul className="lines">
      {tokens.map(token => (
        <TokenLine key={token.id} token={token} onRevoke={() => setRevoking(token)} />
      ))}
    </ul>
  );
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<TokenRow>();
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        <Button icon="plus" onClick={() => setCreating(true)}>
          {words.create}
        </Button>
      }
    >
      <NotYet asked={asked} lines={4} />
      <OwnSignOn />
      {soon > 0 && (
        <Notice title={words.ends_soon_title(soon)}>
          <p>{words.ends_soon_hint}</p>
        </Notice>
      )}
      {data && (
        <section>
          <h2>{words.own}</h2>
          {own.length > 0 ? lines(own) : <p className="empty">{words.none}</p>}
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{words.others}</h2>
          {lines(others)}
        </section>
      )}
      {creating && <NewTokenSheet onClose={() => setCreating(false)} />}
      {revoking && <RevokeSheet token={revoking} onClose={() => setRevoking(undefined)} />}
    </WorkPage>
  );
}

function TokenLine({ token, onRevoke }: { token: TokenRow; onRevoke: () => void }) {
  const words = usePeopleWords().tokens;
  const may = token.scopes.map(scope => words.scope[scope]).join(', ');
  return (
    <li>
      <span className="line-text">
        <span className="name">{token.name}</span>
        <br />
        <span className="quiet t-13">
          {token.mine ? '' : `${token.person.name} · `}
          {may} · {words.expires} {token.expires.words} ·{' '}
          {token.seen ? `${words.seen} ${token.seen.words}` : words.never_seen}
        </span>
      </span>
      {!token.stands ? (
        <span className="tag">{token.revoked ? words.revoked : words.over}</span>
      ) : (
        <span className="deeds">
          {token.ends_soon && <span className="tag">{words.ends_soon}</span>}
          <Button look="bare" small aria-label={words.revoke_named(token.name)} onClick={onRevoke}>
            {words.revoke}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Revoking can't be taken back, so it is asked once. */
function RevokeSheet({ token, onClose }: { token: TokenRow; onClose: () => void }) {
  const words = usePeopleWords().tokens;
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => api.delete(`/api/tokens/${token.id}`),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['tokens'] });
      toast({ text: words.revoked_now(token.name) });
      onClose();
    },
  });
  return (
    <SheetForm
      title={words.revoke_named(token.name)}
      deed={words.revoke}
      cancel={words.cancel}
      busy={revoke.isPending}
      problem={revoke.error instanceof Problem ? revoke.error : undefined}
      onSubmit={() => revoke.mutate()}
      onClose={onClose}
    >
      <p>{words.revoke_question(token.name)}</p>
    </SheetForm>
  );
}
