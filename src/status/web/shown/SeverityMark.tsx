import type { Severity } from '#status/rules/kinds.ts';
import type { NoticeState } from '#status/rules/states.ts';

/** How much of the circle is filled says how bad it is; a check, that it is over. The word stands beside it. */
export function SeverityMark({ severity, state }: { severity: Severity; state: NoticeState }) {
  const over = state === 'solved' || state === 'cancelled';
  const filled = {
    slow: 'M8 2.5a5.5 5.5 0 0 1 5.5 5.5H8z',
    partly: 'M8 2.5a5.5 5.5 0 0 1 0 11z',
    down: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
  };
  return (
    <svg
      className={`severity-mark ${over ? 'over' : state === 'running' ? severity : 'planned'}`}
      width="1rem"
      height="1rem"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {over ? (
        <path className="line" d="m3 8.5 3.5 3.5 6.5-7.5" />
      ) : (
        <>
          <circle className="line" cx="8" cy="8" r="5.5" />
          {state === 'running' && <path className="fill" d={filled[severity]} />}
        </>
      )}
    </svg>
  );
}
