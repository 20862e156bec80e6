import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, NotYet, Problem, toast } from '#ui/ui.ts';
import { askTokens, usePeopleWords, type TokenRow } from './accounts.ts';
import { NewTokenSheet } from './NewTokenSheet.tsx';

/** Bearer tokens for scripts: made, shown once, revoked. For administrators. */
export function TokensPage() {
  const words = usePeopleWords().tokens;
  const asked = useQuery(askTokens());
  const { data } = asked;
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
      {data?.length === 0 && <p className="empty">{words.none}</p>}
      {data && data.length > 0 && (
        <ul className="lines">
          {data.map(token => (
            <TokenLine key={token.id} token={token} onRevoke={() => setRevoking(token)} />
          ))}
        </ul>
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
          {token.person.name} · {may} · {words.expires} {token.expires.words}
        </span>
      </span>
      {!token.stands ? (
        <span className="tag">{token.revoked ? words.revoked : words.over}</span>
      ) : (
        <Button look="bare" small aria-label={words.revoke_named(token.name)} onClick={onRevoke}>
          {words.revoke}
        </Button>
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
