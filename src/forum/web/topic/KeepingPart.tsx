import { useState } from 'react';
import type { Topic } from '#forum/rules/topic.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import type { TicketWords } from '#tickets/rules/words/en.ts';
import { Button, Select, Time, wordsOf } from '#ui/ui.ts';
import type { Deed } from '../use-topic.ts';
import { useForumWords } from '../words.ts';
import { MergePart } from './MergePart.tsx';

const useTicketWords = wordsOf<TicketWords>('tickets');

interface KeepingPartProps {
  topic: Topic;
  deed: (what: Deed, said?: string, back?: Deed) => Promise<void>;
}

/** What the desk does with a topic, and what it did. */
export function KeepingPart({ topic, deed }: KeepingPartProps) {
  const words = useForumWords();
  const { deeds, done } = words;
  const { categories } = useTicketWords();
  const [merging, setMerging] = useState(false);
  const { can, area } = topic;
  const path = `/api/topics/${topic.id}`;
  const lock = (locked: boolean): Deed => ({ method: 'put', path: `${path}/lock`, body: { locked } });
  const move = (to: string): Deed => ({ method: 'put', path: `${path}/area`, body: { area: to } });
  return (
    <section className="forum-keeping sheet no-print" aria-label={deeds.more}>
      <h2>{deeds.more}</h2>
      <p className="deeds">
        {can.article && (
          <Button
            small
            onClick={() =>
              void deed({ method: 'post', path: `${path}/article`, body: { kind: 'faq' } }, done.article)
            }
          >
            {deeds.article}
          </Button>
        )}
        {can.ask_consent && (
          <Button
            small
            onClick={() => void deed({ method: 'post', path: `${path}/consent` }, done.consent_asked)}
          >
            {deeds.ask_consent}
          </Button>
        )}
        {can.open_ticket && (
          <Button small onClick={() => void deed({ method: 'post', path: `${path}/ticket` })}>
            {deeds.open_ticket}
          </Button>
        )}
        {can.lock && (
          <Button
            small
            icon="lock"
            onClick={() =>
              void deed(lock(!topic.locked), topic.locked ? done.unlocked : done.locked, lock(topic.locked))
            }
          >
            {topic.locked ? deeds.unlock : deeds.lock}
          </Button>
        )}
        {can.merge && (
          <Button small aria-expanded={merging} onClick={() => setMerging(!merging)}>
            {deeds.merge}
          </Button>
        )}
        {can.part && (
          <Button small onClick={() => void deed({ method: 'delete', path: `${path}/merge` }, done.parted)}>
            {deeds.part}
          </Button>
        )}
      </p>
      {merging && <MergePart {...{ topic, deed }} onClose={() => setMerging(false)} />}
      {can.move && (
        <Select
          label={deeds.move}
          value={area}
          onChange={({ target }) =>
            void deed(
              move(target.value),
              done.moved(categories[target.value as keyof typeof categories]),
              move(area),
            )
          }
        >
          {category_ids.map(category => (
            <option key={category} value={category}>
              {categories[category]}
            </option>
          ))}
        </Select>
      )}
      {topic.by.school && topic.consent && !topic.ticket && (
        <p className="quiet t-14">{words.consent.desk[topic.consent]}</p>
      )}
      {topic.marks.length > 0 && (
        <details>
          <summary>{words.topic.marks}</summary>
          <ul className="t-14">
            {topic.marks.map(mark => (
              <li key={mark.id}>
                {mark.words}
                {mark.why && `: ${mark.why}`}{' '}
                <span className="quiet">
                  <Time moment={mark.at} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
