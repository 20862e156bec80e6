import { useEffect, useState } from 'react';
import { worthAsking, type Typed } from '#knowledge/rules/asking.ts';
import type { Notice } from '#status/rules/notice.ts';
import type { Match } from '#status/rules/problem.ts';
import type { Typing } from '#tickets/web/beside.tsx';
import { afterPause, api } from '#ui/ui.ts';
import { Instead } from './Instead.tsx';
import { NoticeCard } from './NoticeCard.tsx';
import './portal.css';
import { useNotices } from './use-notices.ts';
import { useStatusWords } from './words.ts';

/** Before a question is sent: what goes wrong now, a line each; the one that she seems to write of is opened. */
export function ProblemWhileTyping({ typed, end }: Typing) {
  const words = useStatusWords();
  const { items, put } = useNotices();
  const match = useMatch(typed);
  const [chosen, setChosen] = useState<{ id: string; open: boolean }>();
  const running = items.filter(({ state, can, me_too }) => state === 'running' && (can.me_too || me_too));
  const found = match && running.find(({ id }) => id === match.id);
  // The first page says above what goes wrong; there only what she writes of is said again.
  const others = typed.description === undefined ? [] : running.filter(({ id }) => id !== found?.id);
  const shown = [...(found ? [found] : []), ...others].slice(0, most);
  if (shown.length === 0) return null;
  const isOpen = ({ id }: Notice) => (chosen?.id === id ? chosen.open : id === found?.id);
  return (
    <section className="status-notices while-typing" aria-label={words.typing.label}>
      <p role="status" className="sr">
        {found && words.typing.found(found.title)}
      </p>
      <ul className="sheet">
        {shown.map(notice => (
          <NoticeCard
            key={notice.id}
            notice={notice}
            open={isOpen(notice)}
            onOpen={() => setChosen({ id: notice.id, open: !isOpen(notice) })}
            put={put}
            onSaid={said => end(ways => <Instead notice={said} {...ways} />)}
            above={
              notice === found && (
                <p className="t-14">
                  <b>{words.typing.is_it}</b>
                </p>
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

const most = 3;
const rest_ms = 500;

/** The problem that she seems to write of, asked for after each pause. A line that breaks, or a refusal, finds none. */
function useMatch(typed: Typed): Notice | undefined {
  const [found, setFound] = useState<Notice>();
  const asked = worthAsking(typed);
  const [title, text] = [typed.subject.trim(), (typed.description ?? '').trim()];
  useEffect(() => {
    if (!asked) return;
    const look = async (signal: AbortSignal) => {
      const { notice } = await api.post<Match>('/api/status/matches', { title, text }, { signal });
      setFound(notice ?? undefined);
    };
    return afterPause(rest_ms, look, () => setFound(undefined));
  }, [asked, title, text]);
  return asked ? found : undefined;
}
