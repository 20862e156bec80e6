import type { Answer, Topic } from '#forum/rules/topic.ts';
import { Button, Icon, Notice, Prose, toast } from '#ui/ui.ts';
import { useDeeds, type Deed } from '../use-topic.ts';
import { useWay } from '../way.ts';
import { useForumWords } from '../words.ts';
import { AnswerForm, useAnswer } from './AnswerForm.tsx';
import { ConsentPart } from './ConsentPart.tsx';
import '../forum.css';
import { KeepingPart } from './KeepingPart.tsx';
import { Post } from './Post.tsx';
import { Signature } from './Signature.tsx';

interface TopicViewProps {
  topic: Topic;
  put: (topic: Topic) => void;
  reload: () => void;
}

/** A topic on either face: the question, its answers, the box to answer in, and for the desk what keeps it in order. */
export function TopicView({ topic, put, reload }: TopicViewProps) {
  const words = useForumWords();
  const { base, answers, tickets, Link, go } = useWay();
  const { can } = topic;
  // A merge answers the topic in which this one goes on.
  const seen = (next: Topic) => (next.id === topic.id ? put(next) : go(`${base}/${next.id}`));
  const deed = useDeeds(seen);
  const answer = useAnswer(topic.id);
  const path = `/api/topics/${topic.id}`;
  const keeps = can.lock || can.part || can.article || can.open_ticket;
  return (
    <div className="forum-topic">
      {topic.goes_on_in !== null && (
        <Notice title={words.topic.merged}>
          <Link to={`${base}/${topic.goes_on_in}`}>{words.topic.goes_on}</Link>
        </Notice>
      )}
      {topic.locked && <Notice title={words.topic.locked} />}
      {topic.article && (
        <p>
          <Icon name="book" /> {words.topic.article}{' '}
          <Link to={`${answers}/${topic.article.id}`}>{topic.article.title}</Link>
        </p>
      )}
      {topic.ticket !== null && (
        <p>
          <Icon name="inbox" />{' '}
          <Link to={`${tickets}/${topic.ticket}`}>{words.topic.ticket(topic.ticket)}</Link>
        </p>
      )}
      {topic.reports > 0 && (
        <p>
          <Icon name="warning" /> {words.topic.reports(topic.reports)}{' '}
          <Link to={`${base}?show=reported`}>{words.topic.to_reports}</Link>
        </p>
      )}
      <article className="sheet post">
        <h2 className="sr">{words.topic.question}</h2>
        <Post
          topic={topic}
          post={{ ...topic, at: topic.asked, hidden: topic.hidden_because }}
          path={path}
          title={topic.title}
          put={put}
          onMention={can.answer ? answer.mention : undefined}
          onShow={() => void deed({ method: 'delete', path: `${path}/hiding` }, words.done.shown)}
          onHidden={next => hidden(next, path)}
        >
          <MeToo topic={topic} deed={deed} />
          {can.follow && (
            <Button
              small
              aria-pressed={topic.following}
              onClick={() =>
                void deed({ method: topic.following ? 'delete' : 'put', path: `${path}/following` })
              }
            >
              {topic.following ? words.deeds.following : words.deeds.follow}
            </Button>
          )}
        </Post>
      </article>
      {can.consent && <ConsentPart {...{ topic, deed }} />}
      {topic.merged.map(from => (
        <article key={from.id} className="sheet post">
          <h2>
            {words.topic.also}: <span lang={from.lang}>{from.title}</span>
          </h2>
          <Signature by={from.by} at={from.asked} />
          <div lang={from.lang}>
            <Prose html={from.html} />
          </div>
          {can.merge && (
            <p className="deeds no-print">
              <Button
                small
                look="bare"
                onClick={() =>
                  void deed({ method: 'delete', path: `/api/topics/${from.id}/merge` }, words.done.parted)
                }
              >
                {words.deeds.part}
              </Button>
            </p>
          )}
        </article>
      ))}
      {topic.goes_on_in === null && (
        <section aria-labelledby="forum-answers">
          <h2 id="forum-answers">
            {topic.items.length > 0 ? words.topic.answers(topic.items.length) : words.topic.none}
          </h2>
          {topic.items.length === 0 && can.answer && <p className="quiet">{words.topic.none_hint}</p>}
          {topic.items.map(item => (
            <OneAnswer
              key={item.id}
              item={item}
              topic={topic}
              {...{ put, deed }}
              onMention={can.answer ? answer.mention : undefined}
              onHidden={next => hidden(next, `/api/topic-answers/${item.id}`)}
            />
          ))}
        </section>
      )}
      {can.answer && <AnswerForm {...{ topic, answer, reload }} put={put} />}
      {keeps && <KeepingPart {...{ topic, deed }} />}
    </div>
  );

  function hidden(next: Topic, of: string) {
    put(next);
    const back: Deed = { method: 'delete', path: `${of}/hiding` };
    toast({
      text: words.done.hidden,
      action: { label: words.deeds.undo, run: () => void deed(back, words.done.shown) },
    });
  }
}

function MeToo({ topic, deed }: { topic: Topic; deed: (what: Deed) => Promise<void> }) {
  const words = useForumWords();
  if (!topic.can.me_too)
    return topic.me_toos > 0 ? <span className="quiet t-14">{words.line.me_toos(topic.me_toos)}</span> : null;
  return (
    <Button
      small
      aria-pressed={topic.me_too}
      onClick={() =>
        void deed({ method: topic.me_too ? 'delete' : 'put', path: `/api/topics/${topic.id}/me-too` })
      }
    >
      {topic.me_too ? words.deeds.me_too_on : words.deeds.me_too}
      {topic.me_toos > 0 && <span className="quiet"> {topic.me_toos}</span>}
    </Button>
  );
}

interface OneAnswerProps {
  item: Answer;
  topic: Topic;
  put: (topic: Topic) => void;
  deed: (what: Deed, said?: string, back?: Deed) => Promise<void>;
  onMention: ((name: string) => void) | undefined;
  onHidden: (topic: Topic) => void;
}

function OneAnswer({ item, topic, put, deed, onMention, onHidden }: OneAnswerProps) {
  const words = useForumWords();
  const path = `/api/topic-answers/${item.id}`;
  const before = topic.items.find(({ accepted }) => accepted)?.id ?? null;
  const accept = (answer: number | null): Deed => ({
    ...{ method: 'put', path: `/api/topics/${topic.id}/accepted`, body: { answer } },
  });
  return (
    <article
      id={`answer-${item.id}`}
      className={`sheet post${item.accepted ? ' accepted' : ''}${item.by.igroup ? ' ours' : ''}`}
    >
      {item.accepted && (
        <p className="solved">
          <Icon name="check" /> {words.topic.accepted}
        </p>
      )}
      <Post
        topic={topic}
        post={{ ...item, at: item.written }}
        path={path}
        title={null}
        put={put}
        onMention={onMention}
        onShow={() => void deed({ method: 'delete', path: `${path}/hiding` }, words.done.shown)}
        onHidden={onHidden}
      >
        {topic.can.accept && !item.hidden && (
          <Button
            small
            look={item.accepted ? 'bare' : 'plain'}
            onClick={() =>
              void deed(
                accept(item.accepted ? null : item.id),
                item.accepted ? words.done.unaccepted : words.done.accepted,
                accept(before),
              )
            }
          >
            {item.accepted ? words.deeds.unaccept : words.deeds.accept}
          </Button>
        )}
      </Post>
    </article>
  );
}
