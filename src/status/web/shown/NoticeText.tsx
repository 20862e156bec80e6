import type { Notice } from '#status/rules/notice.ts';
import { Prose } from '#ui/ui.ts';
import './shown.css';

/** Its text and what was told since, the newest first; in the language in which they were written. */
export function NoticeText({ notice }: { notice: Notice }) {
  const told = notice.updates.filter(({ leaves_in_seconds }) => leaves_in_seconds === null);
  return (
    <div className="notice-text">
      {told.length > 0 && (
        <ol>
          {told.map(({ id, at, html, move_words, by }) => (
            <li key={id}>
              <p className="quiet t-14">
                <time dateTime={at.at} title={at.exact}>
                  {at.words}
                </time>
                {move_words && <b> · {move_words}</b>}
                {by && <> · {by}</>}
              </p>
              <div lang={notice.lang}>
                <Prose html={html} />
              </div>
            </li>
          ))}
        </ol>
      )}
      <div lang={notice.lang}>
        <Prose html={notice.html} />
      </div>
    </div>
  );
}
