import { useQuery } from '@tanstack/react-query';
import type { Article } from '#knowledge/rules/article.ts';
import { NotYet, Time } from '#ui/ui.ts';
import { askVotes, useAnswerWords } from './asking.ts';

/** Whether it helped those who read it, and why not, in their words. */
export function VotesPart({ article }: { article: Article }) {
  const words = useAnswerWords();
  const asked = useQuery(askVotes(article.id));
  const { counts } = article;
  return (
    <section aria-label={words.votes}>
      <NotYet asked={asked} lines={4} words={words} />
      {counts && <p className="second">{words.helped(counts.helped, counts.not)}</p>}
      {counts && (
        <p className="second">
          {words.solved(counts.solved)} · {words.answered(counts.answered)}{' '}
          <span className="quiet">({words.solved_hint})</span>
        </p>
      )}
      {asked.data?.items.length === 0 && <p className="empty">{words.no_votes}</p>}
      <ul className="lines">
        {asked.data?.items.map(({ helped, why, by, version, at }, place) => (
          <li key={place}>
            <span className="line-text">
              <b>{helped ? words.did_help : words.did_not}</b>
              {why && <span className="answer-sentence">{why}</span>}
              <span className="quiet t-13">
                {by} · {words.version(version)} · <Time moment={at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
