import { useEffect, useRef, useState } from 'react';
import { speak } from '#guide/rules/filling.ts';
import type { Guide } from '#guide/rules/guide.ts';
import { owner_names } from '#guide/rules/words.ts';
import { walk } from '#guide/rules/walking.ts';
import { Button, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';

interface TryItProps {
  guide: Guide;
  /** What keeping the walk is called. */
  keeps: string;
  keep: (walked: { answers: [string, string][]; outcome: string }) => void;
  /** It was asked for from elsewhere on the page. */
  arriving: boolean;
}

/** The guide as it stands, question by question, as a school will read it. */
export function TryIt({ guide, keeps, keep, arriving }: TryItProps) {
  const words = useGuideWords().edit;
  const [lang] = useLang();
  const [given, setGiven] = useState<[string, string][]>([]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (arriving) panel.current?.focus();
  }, [arriving]);
  const { origin } = location;
  const own = { HELPDESK_URL: `${origin}/`, STATUS_URL: `${origin}/status` };
  const { asked, here } = walk(speak(guide, own, lang), given);
  const answers = asked.map(({ question, answer }): [string, string] => [question.id, answer.id]);
  return (
    <section ref={panel} tabIndex={-1} className="try-it" aria-label={words.try_it}>
      <h3>{words.try_it}</h3>
      {'question' in here ? (
        <>
          <p role="status">
            <span className="t-12 quiet">{here.question.id}</span> <b>{here.question.question}</b>
          </p>
          <p className="second t-13">{here.question.why}</p>
          <ul className="try-answers">
            {here.question.answers.map(({ id, label }) => (
              <li key={id}>
                <Button small onClick={() => setGiven([...answers, [here.question.id, id]])}>
                  {label}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p role="status">
            <span className="t-12 quiet">{here.outcome.id}</span> <b>{here.outcome.title}</b>{' '}
            {owner_names[here.outcome.owner][lang]}
          </p>
          <ol>
            {here.outcome.advice.map((step, at) => (
              <li key={at}>{step}</li>
            ))}
          </ol>
          <p>
            <Button
              onClick={() => {
                keep({ answers, outcome: here.outcome.id });
                setGiven([]);
              }}
            >
              {keeps}
            </Button>
          </p>
        </>
      )}
      {answers.length > 0 && (
        <p className="adding">
          <Button small look="bare" onClick={() => setGiven(answers.slice(0, -1))}>
            {words.one_back}
          </Button>
          <Button small look="bare" onClick={() => setGiven([])}>
            {words.from_start}
          </Button>
        </p>
      )}
    </section>
  );
}
