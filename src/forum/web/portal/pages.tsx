import type { ReactNode } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { TicketWords } from '#tickets/rules/words/en.ts';
import { Link, navigate, PageHeading, useRoute } from '#ui/route/router.tsx';
import { buttonClass, NotYet, wordsOf } from '#ui/ui.ts';
import { narrowingIn } from '../narrowing.ts';
import { AskForm } from '../ask/AskForm.tsx';
import { TopicList } from '../list/TopicList.tsx';
import { TopicView } from '../topic/TopicView.tsx';
import { useTopic } from '../use-topic.ts';
import { WayOf, type Way } from '../way.ts';
import { useForumWords } from '../words.ts';

const way: Way = {
  base: '/forum',
  answers: '/answers',
  tickets: '/tickets',
  colleagues: [],
  Link,
  go: navigate,
};
const useTicketWords = wordsOf<TicketWords>('tickets');

/** What schools ask each other. */
function ForumPage() {
  const words = useForumWords();
  const by = narrowingIn(useRoute().query);
  return (
    <WayOf value={way}>
      <div className="page forum-page">
        <header>
          <div>
            <PageHeading title={words.title} />
            <p className="second">{words.lead}</p>
          </div>
          <Link className={buttonClass({ look: 'main' })} to="/forum/new">
            {words.ask}
          </Link>
        </header>
        <TopicList by={by} />
      </div>
    </WayOf>
  );
}

function AskForumPage() {
  const words = useForumWords();
  const { open } = useSession();
  const { query } = useRoute();
  return (
    <WayOf value={way}>
      <div className="page forum-page">
        <Back />
        <PageHeading title={words.ask} />
        {open.includes('startup_question') && (
          <p className="second">
            <Link to="/ask">{words.write.to_desk}</Link>
          </p>
        )}
        <AskForm title={query.get('title') ?? ''} />
      </div>
    </WayOf>
  );
}

/** The pages of the forum: the list, a question (`new`), or one topic; `lost` stands where there is none. */
export function ForumPages({ id, lost }: { id?: string | undefined; lost?: ReactNode }) {
  if (id === undefined) return <ForumPage />;
  return id === 'new' ? <AskForumPage /> : <OneTopic id={id} lost={lost} />;
}

function OneTopic({ id, lost }: { id: string; lost: ReactNode }) {
  const { categories } = useTicketWords();
  const { data, problem, reload, put } = useTopic(id);
  if (problem && !data && [404, 422].includes(problem.status)) return lost;
  return (
    <WayOf value={way}>
      <div className="page forum-page">
        <Back />
        {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} />}
        {data && (
          <>
            <div className="topic-head">
              <div lang={data.lang}>
                <PageHeading title={data.title} />
              </div>
              <p className="quiet t-14">{categories[data.area]}</p>
            </div>
            <TopicView topic={data} put={put} reload={reload} />
          </>
        )}
      </div>
    </WayOf>
  );
}

function Back() {
  const words = useForumWords();
  return (
    <p className="t-14 no-print">
      <Link to="/forum">{words.all}</Link>
    </p>
  );
}
