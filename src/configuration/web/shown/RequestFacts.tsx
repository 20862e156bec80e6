import type { ReactNode } from 'react';
import { state_names } from '#configuration/rules/state-words.ts';
import type { ConfigurationRequest } from '#configuration/rules/request.ts';
import { Time, useLang } from '#ui/ui.ts';
import { FromTo } from './FromTo.tsx';
import './shown.css';
import { useConfigurationWords } from './words.ts';

interface RequestFactsProps {
  request: ConfigurationRequest;
  /** What its reader can do: at once below what is asked, where the rest may be scrolled away. */
  deeds?: ReactNode;
  children?: ReactNode;
}

/** What a request asks, whom it touches, and what was done with it. */
export function RequestFacts({ request, deeds, children }: RequestFactsProps) {
  const words = useConfigurationWords();
  const [lang] = useLang();
  const { state, area_words, setting, subject, told, late, planned_for } = request;
  const names = [...request.waves, ...request.schools].map(({ name }) => name);
  const facts: [label: string, value: ReactNode][] = [
    [words.affected, <Affected key="affected" request={request} names={names} />],
    [words.as_asked, request.reach_words],
    [words.wished_for, request.wished_for?.words],
    [
      words.planned_for,
      planned_for && (
        <>
          {planned_for.words}
          {late && <b className="late"> · {words.late}</b>}
        </>
      ),
    ],
    [words.risks, request.risks],
  ];
  return (
    <section
      className="configuration-request sheet"
      aria-label={words.request}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- at the desk it scrolls by itself, by keys too
      tabIndex={deeds ? 0 : undefined}
    >
      <p className="head">
        <span className="second">
          {words.request} · {area_words}
        </span>
        <b className={`configuration-state ${state}`}>{state_names[lang][state]}</b>
      </p>
      {setting !== subject && <p className="name">{setting}</p>}
      <FromTo was={request.was} becomes={request.becomes} />
      {deeds}
      <dl className="asked-facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {told && (
        <details className="told">
          <summary>{words.told}</summary>
          <p className="name">{told.setting}</p>
          <FromTo was={told.was} becomes={told.becomes} />
          <p>{told.why}</p>
        </details>
      )}
      <Steps request={request} />
      {children}
    </section>
  );
}

const most_names = 12;

/** In words; for the iGroup also how many, and which where that is readable. */
function Affected({
  request: { scope_words, count },
  names,
}: {
  request: ConfigurationRequest;
  names: string[];
}) {
  return (
    <>
      {scope_words}
      {count !== null && <span className="quiet"> ({count})</span>}
      {names.length > 0 && (
        <span className="second">
          {': '}
          {names.slice(0, most_names).join(', ')}
          {names.length > most_names && ' …'}
        </span>
      )}
    </>
  );
}

/** Who asked, who settled, who decided, and when. */
function Steps({ request: { asked, steps } }: { request: ConfigurationRequest }) {
  const words = useConfigurationWords();
  return (
    <ol className="steps" aria-label={words.steps}>
      <li>
        {words.asked_by} <b>{asked.by.name}</b> <Time moment={asked.at} />
      </li>
      {steps.map(({ step, words: said, by, at, reason }) => (
        <li key={`${step} ${at.at}`}>
          {said} <b>{by.name}</b> <Time moment={at} />
          {reason && <span className="reason">{reason}</span>}
        </li>
      ))}
    </ol>
  );
}
