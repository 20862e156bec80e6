import type { WhoseAnswer } from '#guide/rules/whose/answer.ts';
import { useGuideWords } from '../asking.ts';
import '../checks.css';

/** In the rail of a ticket: whose the matter is, in a sentence, and what that rests on. */
export function WhosePart({ whose }: { whose: WhoseAnswer }) {
  const words = useGuideWords().whose;
  return (
    <section className="rail-part rail-whose" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>
        <b>{whose.party_words}</b> <span className="quiet t-13">{whose.subject}</span>
      </p>
      <details className="t-13">
        <summary className="quiet">{words.why}</summary>
        <p className="second">{words.by[whose.by](whose.by_words)}</p>
        {whose.says.map(({ party, party_words, sentence }) => (
          <p key={party} className="second">
            <b>{party_words}</b>: {sentence}
          </p>
        ))}
        {whose.quote && (
          <blockquote className="quiet" lang="en">
            {whose.quote}
          </blockquote>
        )}
      </details>
    </section>
  );
}
