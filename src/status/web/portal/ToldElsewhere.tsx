import { useEffect, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Notice } from '#status/rules/notice.ts';
import { closedWith, lineOf, versionOf } from '#status/rules/line.ts';
import { Link } from '#ui/route/router.tsx';
import { IconButton, remember, remembered } from '#ui/ui.ts';
import { SeverityMark } from '../shown/SeverityMark.tsx';
import './told-elsewhere.css';
import { useNotices } from './use-notices.ts';
import { useStatusWords } from './words.ts';

/** What was read out in this visit already, and which incidents she has met: of those she is told the end, too. */
const said = new Set<string>();
const met = new Set<string>();

/** On a page that shows no notices: an incident of her school in one line, until she closes it or it is over. */
export function ToldElsewhere() {
  const words = useStatusWords().elsewhere;
  const key = `status-closed:${useSession().person.id}`;
  const { items } = useNotices();
  const [closed, setClosed] = useState(() => (remembered(key) ?? '').split(' '));
  const [told, setTold] = useState('');
  const notice = lineOf(items, { closed, met });
  useEffect(() => {
    if (!notice) return setTold('');
    met.add(notice.id);
    const version = versionOf(notice);
    if (said.has(version)) return;
    said.add(version);
    setTold(words.told(notice.kind_words, notice.title, notice.state_words));
  }, [notice, words]);
  const close = (of: Notice) => {
    const now = closedWith(items, closed, of);
    remember(key, now.join(' '));
    setClosed(now);
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <div className={notice ? 'told-elsewhere no-print' : 'no-print'}>
      <p role="status" className="sr">
        {told}
      </p>
      {notice && (
        <section aria-label={words.label}>
          <SeverityMark severity={notice.severity} state={notice.state} />
          <p>
            {notice.state === 'solved' ? notice.state_words : notice.kind_words}:{' '}
            <Link to={`/?notice=${notice.id}`} lang={notice.lang}>
              {notice.title}
            </Link>
          </p>
          <IconButton small icon="x" label={words.close(notice.title)} onClick={() => close(notice)} />
        </section>
      )}
    </div>
  );
}
