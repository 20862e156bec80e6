import { Fragment, type ReactNode } from 'react';
import type { Access } from '#accounts/rules/keys/key.ts';
import { Button, Icon, Time } from '#ui/ui.ts';
import { useKeyWords } from './words.ts';

/** Lists that one's own page and the one of who looks after others have alike. */

type KeyRow = Access['keys'][number];
type SessionRow = Access['sessions'][number];

export function KeyLines({ keys, deed }: { keys: readonly KeyRow[]; deed?: (key: KeyRow) => ReactNode }) {
  const { kind, access } = useKeyWords();
  return (
    <ul className="lines">
      {keys.map(key => (
        <li key={key.id}>
          <Icon name="key" />
          <span className="line-text">
            <span className="name">{key.name || kind[key.kind]}</span>
            <br />
            <span className="quiet t-13">
              {key.name && `${kind[key.kind]} · `}
              {access.added} <Time moment={key.added} /> ·{' '}
              {key.used ? (
                <>
                  {access.used} <Time moment={key.used} />
                </>
              ) : (
                access.never
              )}
            </span>
          </span>
          {deed && <span className="deeds">{deed(key)}</span>}
        </li>
      ))}
    </ul>
  );
}

interface SessionLinesProps {
  sessions: readonly SessionRow[];
  onEnd: (session: SessionRow) => void;
}

export function SessionLines({ sessions, onEnd }: SessionLinesProps) {
  const words = useKeyWords();
  const where = ({ browser, network }: SessionRow) =>
    [browser || words.access.unknown_browser, network].filter(Boolean).join(' · ');
  return (
    <ul className="lines">
      {sessions.map(session => (
        <li key={session.id}>
          <span className="line-text">
            <span className="name">{session.browser || words.access.unknown_browser}</span>{' '}
            {session.here && <span className="tag">{words.access.here}</span>}
            <br />
            <span className="quiet t-13">
              {[session.network, session.key && words.kind[session.key]].filter(Boolean).map(text => (
                <Fragment key={text}>{text} · </Fragment>
              ))}
              {words.access.since} <Time moment={session.since} /> · {words.access.seen}{' '}
              <Time moment={session.seen} />
            </span>
          </span>
          {!session.here && (
            <span className="deeds">
              <Button
                look="bare"
                small
                aria-label={words.account.end_named(where(session))}
                onClick={() => onEnd(session)}
              >
                {words.account.end}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What sign-in saw, newest first; a refusal has its own shape beside the word. */
export function SignInLines({ sign_ins }: { sign_ins: Access['sign_ins'] }) {
  const { access, kind } = useKeyWords();
  return (
    <ol className="lines sign-ins">
      {sign_ins.map(({ id, at, outcome, key, browser, network }) => (
        <li key={id}>
          <Icon name={outcome === 'opened' ? 'check' : 'warning'} />
          <span className="line-text">
            {access.outcome[outcome]}
            {key && ` (${kind[key]})`} <Time moment={at} />
            <span className="quiet t-13">
              {' '}
              · {[browser || access.unknown_browser, network].filter(Boolean).join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
