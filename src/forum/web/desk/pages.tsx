import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter, useRouterState } from '@tanstack/react-router';
import { useMemo, type MouseEvent, type ReactNode } from 'react';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { TicketWords } from '#tickets/rules/words/en.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { buttonClass, Icon, NotYet, wordsOf } from '#ui/ui.ts';
import { narrowingIn } from '../narrowing.ts';
import { AskForm } from '../ask/AskForm.tsx';
import { TopicList } from '../list/TopicList.tsx';
import { TopicView } from '../topic/TopicView.tsx';
import { useTopic } from '../use-topic.ts';
import { useWay, WayOf, type Way } from '../way.ts';
import { useForumWords } from '../words.ts';

/** The pages of the forum at the desk, loaded as one. */

const useTicketWords = wordsOf<TicketWords>('tickets');

const DeskLink: Way['Link'] = ({ to, children, ...rest }) => {
  const { go } = useWay();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
};

function OnDesk({ children }: { children: ReactNode }) {
  const { history } = useRouter();
  const { data: agents } = useQuery(askAgents());
  const way = useMemo<Way>(
    () => ({
      ...{ base: '/desk/forum', answers: '/desk/answers', tickets: '/desk/tickets', Link: DeskLink },
      colleagues: agents?.filter(({ left }) => !left).map(({ name }) => name) ?? [],
      go: (to, { replace } = {}) => (replace ? history.replace(to) : history.push(to)),
    }),
    [history, agents],
  );
  return <WayOf value={way}>{children}</WayOf>;
}

/** What the address says beside the path; the router's own reading of it is the tickets'. */
const useQueryOf = () =>
  new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }));

const Back = () => <DeskLink to="/desk/forum">{useForumWords().all}</DeskLink>;

export function ForumPage() {
  const words = useForumWords();
  const by = narrowingIn(useQueryOf());
  return (
    <OnDesk>
      <WorkPage
        title={words.title}
        lead={words.lead}
        deeds={
          <DeskLink to="/desk/forum/new" className={buttonClass({ look: 'main' })}>
            <Icon name="plus" /> {words.ask}
          </DeskLink>
        }
      >
        <TopicList by={by} />
      </WorkPage>
    </OnDesk>
  );
}

function AskForumPage() {
  const words = useForumWords();
  const title = useQueryOf().get('title') ?? '';
  return (
    <OnDesk>
      <WorkPage above={<Back />} title={words.ask}>
        <AskForm title={title} />
      </WorkPage>
    </OnDesk>
  );
}

/** One topic, or `new`: a question. */
export function TopicPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  if (id === 'new') return <AskForumPage />;
  return (
    <OnDesk>
      <OneTopic key={id} id={id} />
    </OnDesk>
  );
}

function OneTopic({ id }: { id: string }) {
  const words = useForumWords();
  const { categories } = useTicketWords();
  const { data, problem, reload, put } = useTopic(id);
  return (
    <WorkPage above={<Back />} title={data?.title ?? ''} {...(data && { lead: categories[data.area] })}>
      <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} words={words} />
      {data && <TopicView topic={data} put={put} reload={reload} />}
    </WorkPage>
  );
}
