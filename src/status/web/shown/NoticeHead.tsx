import type { Notice } from '#status/rules/notice.ts';
import { SeverityMark } from './SeverityMark.tsx';
import './shown.css';

/** What kind it is, of which system, how bad, and from when until when; `marked` where no mark stands above it. */
export function NoticeHead({ notice, marked = true }: { notice: Notice; marked?: boolean }) {
  const { kind_words, system, severity, severity_words, state, state_words, period, starts } = notice;
  return (
    <p className="notice-head t-14">
      {marked && <SeverityMark severity={severity} state={state} />}
      <span>
        <b>{kind_words}</b> · {system.name} · {state === 'running' ? severity_words : state_words} ·{' '}
        <time dateTime={starts.at} title={starts.exact}>
          {period}
        </time>
      </span>
    </p>
  );
}
