import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Invitation, MadeLink } from '#accounts/rules/links.ts';
import { api, attempt, Button } from '#ui/ui.ts';
import { askInvitations, usePeopleWords } from './accounts.ts';

/** Who is invited and has not come yet: until when the link is good, anew, or withdrawn. */
export function Invitations({ onLink }: { onLink: (link: MadeLink) => void }) {
  const words = usePeopleWords().people;
  const { data } = useQuery(askInvitations());
  if (!data || data.length === 0) return null;
  return (
    <section>
      <h2>{words.invited}</h2>
      <ul className="lines">
        {data.map(invitation => (
          <InvitationLine key={invitation.id} invitation={invitation} onLink={onLink} />
        ))}
      </ul>
    </section>
  );
}

function InvitationLine({
  invitation,
  onLink,
}: {
  invitation: Invitation;
  onLink: (link: MadeLink) => void;
}) {
  const words = usePeopleWords();
  const client = useQueryClient();
  const { id, name, username, roles, state, expires, made_by } = invitation;
  const refresh = () => client.invalidateQueries({ queryKey: ['invitations'] });
  const again = () =>
    attempt(async () => {
      onLink(await api.post<MadeLink>(`/api/invitations/${id}/link`, {}));
      return undefined;
    }, refresh);
  const withdraw = () =>
    attempt(
      async () => {
        await api.delete(`/api/invitations/${id}`);
        return words.people.withdrawn_now(name);
      },
      refresh,
      { label: words.people.new_link, run: () => void again() },
    );
  const until =
    state === 'open' ? `${words.people.invited_until} ${expires.words}` : words.people.invited_over;
  return (
    <li>
      <span className="line-text">
        <span className="name">{name}</span>
        <br />
        <span className="quiet t-13">
          {roles.map(role => words.roles[role]).join(', ')} · {username} · {until} · {words.people.invited_by}{' '}
          {made_by}
        </span>
      </span>
      <span className="deeds">
        <Button look="bare" small aria-label={words.people.new_link_for(name)} onClick={() => void again()}>
          {words.people.new_link}
        </Button>
        <Button
          look="bare"
          small
          aria-label={words.people.withdraw_for(name)}
          onClick={() => void withdraw()}
        >
          {words.people.withdraw}
        </Button>
      </span>
    </li>
  );
}
