import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeLink } from '#accounts/rules/links.ts';
import type { Agent } from '#accounts/rules/session.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, NotYet } from '#ui/ui.ts';
import { askAgents, usePeopleLive, usePeopleWords } from './accounts.ts';
import { AgentLine, type Editing } from './AgentLine.tsx';
import { AgentSheet, InviteSheet } from './AgentSheet.tsx';
import { AtSchoolSheet } from './AtSchoolSheet.tsx';
import { Invitations } from './Invitations.tsx';
import { LeftTickets } from './LeftTickets.tsx';
import { AccessSheet } from './AccessSheet.tsx';
import { LinkSheet } from './LinkSheet.tsx';
import { ResetSheet } from './ResetSheet.tsx';
import { RolesNeedKey } from './RolesNeedKey.tsx';

/** The people of the iGroup: who is invited, who works here and as what, who has left. For administrators. */
export function PeoplePage() {
  const words = usePeopleWords().people;
  usePeopleLive();
  const asked = useQuery(askAgents());
  const { data } = asked;
  const [editing, setEditing] = useState<Editing | { what: 'invite' }>();
  const [link, setLink] = useState<MadeLink>();
  const close = () => setEditing(undefined);
  const made = (link: MadeLink) => (close(), setLink(link));
  const here = data?.filter(({ left }) => !left) ?? [];
  const gone = data?.filter(({ left }) => left) ?? [];
  const lines = (agents: readonly Agent[]) => (
    <ul className="lines">
      {agents.map(agent => (
        <AgentLine key={agent.id} agent={agent} onEdit={setEditing} />
      ))}
    </ul>
  );
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        <Button icon="plus" onClick={() => setEditing({ what: 'invite' })}>
          {words.add}
        </Button>
      }
    >
      <NotYet asked={asked} lines={6} />
      {gone.map(agent => (
        <LeftTickets key={agent.id} agent={agent} />
      ))}
      <Invitations onLink={setLink} />
      {here.length > 0 && lines(here)}
      {gone.length > 0 && (
        <details>
          <summary className="quiet">
            {words.left_people} ({gone.length})
          </summary>
          {lines(gone)}
        </details>
      )}
      {editing?.what === 'invite' && <InviteSheet onLink={made} onClose={close} />}
      {editing?.what === 'agent' && <AgentSheet agent={editing.agent} onClose={close} />}
      {editing?.what === 'reset' && <ResetSheet agent={editing.agent} onLink={made} onClose={close} />}
      {editing?.what === 'at_school' && <AtSchoolSheet agent={editing.agent} onClose={close} />}
      {editing?.what === 'access' && <AccessSheet agent={editing.agent} onClose={close} />}
      {link && <LinkSheet link={link} onClose={() => setLink(undefined)} />}
      <RolesNeedKey />
    </WorkPage>
  );
}
